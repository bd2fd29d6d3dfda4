// Banks and waits that can be cancelled, on every runtime, judged by contents and by the trace's laws.
#include <atomic>
#include <chrono>
#include <memory>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

class Banks : public ::testing::TestWithParam<RuntimeKind> {
protected:
    Store run(std::function<void(Lab&)> body) { return runInThisProcess(testOrder(GetParam()), std::move(body)); }
};

std::size_t answersOf(const Store& store, BankAnswer answer) {
    std::size_t n = 0;
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        n += e.kind == EventKind::bankAnswered && e.as<BankAnswer>() == answer;
    }
    return n;
}

TEST_P(Banks, ServeAllWhoAskAgainAndAgainAndStaySafe) {
    constexpr int kParties = 4;
    constexpr int kRounds = 200;
    const Store store = run([](Lab& lab) {
        const Bank bank = lab.bank("bank", {{"A", 3}, {"B", 2}}, kParties, BankPolicy::banker);
        const auto served = std::make_shared<std::atomic<int>>(0);
        for (int i = 0; i < kParties; ++i) {
            // Lists of numbers stand outside the coroutine: within a co_await g++ 12 refuses them.
            const std::vector<Units> one{1, 0}, both{1, 1}, all{2, 1};
            const ActorHandle party = lab.spawn("P" + std::to_string(i), [=](Self self) -> Task {
                for (int round = 0; round < kRounds; ++round) {
                    co_await self.ask(bank, one);
                    co_await self.yield();
                    co_await self.ask(bank, both);
                    ++*served;
                    co_await self.giveBack(bank, all);
                }
            });
            lab.claim(bank, party, {2, 1});
        }
        lab.afterwards([=, &lab] { lab.tell("served", served->load()); });
    });
    EXPECT_EQ(resultOf(store, "served"), kParties * kRounds);
    EXPECT_EQ(answersOf(store, BankAnswer::granted), std::size_t{2} * kParties * kRounds);
    EXPECT_EQ(store.object({0}).levels.valueAt(store.now()), 5) << "all has come back";
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Banks, LetWaitWhatWouldBeUnsafeThoughItIsFree) {
    const Store store = run([](Lab& lab) {
        const Bank bank = lab.bank("bank", {{"A", 2}}, 2, BankPolicy::banker);
        const std::vector<Units> one{1}, two{2};
        const auto greedy = [=](Duration before) {
            return [=](Self self) -> Task {
                co_await self.sleep(before);
                co_await self.ask(bank, one);
                co_await self.sleep(50ms);
                co_await self.ask(bank, one);
                co_await self.giveBack(bank, two);
            };
        };
        lab.claim(bank, lab.spawn("P0", greedy(1ms)), {2});
        lab.claim(bank, lab.spawn("P1", greedy(20ms)), {2});
    });
    EXPECT_EQ(answersOf(store, BankAnswer::unsafe), 1U) << "one of A is free as P1 asks, and P0 may want it";
    EXPECT_EQ(answersOf(store, BankAnswer::granted), 4U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Banks, RefuseWhatIsBeyondAClaimAndWhatNobodyHas) {
    const Store store = run([](Lab& lab) {
        const Bank bank = lab.bank("bank", {{"A", 3}}, 2, BankPolicy::banker);
        const std::vector<Units> one{1}, two{2};
        lab.claim(bank, lab.spawn("greedy", [=](Self self) -> Task { co_await self.ask(bank, two); }), one);
        lab.claim(bank, lab.spawn("liar", [=](Self self) -> Task { co_await self.giveBack(bank, one); }), one);
    });
    ASSERT_EQ(store.notes().size(), 2U);
    for (const Note& note : store.notes()) {
        const bool isGreedy = store.actor(note.actor).name == "greedy";
        EXPECT_EQ(note.text, isGreedy ? "greedy cannot ask for more units than it claimed of bank"
                                      : "liar cannot give back units that it has not got from bank");
    }
    EXPECT_EQ(store.actor({0}).end, EndReason::failed);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Banks, AWaitThatIsCancelledIsNoHold) {
    const Store store = run([](Lab& lab) {
        const Mutex m = lab.mutex("m");
        lab.spawn("holder", [=](Self self) -> Task {
            co_await self.lock(m);
            co_await self.sleep(120ms);
            co_await self.unlock(m);
        });
        const ActorHandle victim = lab.spawn("victim", [=, &lab](Self self) -> Task {
            co_await self.sleep(20ms);
            lab.tell("got", co_await self.lockUnlessCancelled(m));
            const bool again = co_await self.lockUnlessCancelled(m);
            lab.tell("got again", again);
            if (again) co_await self.unlock(m);
        });
        lab.spawn("watchdog", [=, &lab](Self self) -> Task {
            co_await self.sleep(60ms);
            lab.tell("cancelled", co_await self.cancelWait(victim));
            co_await self.join(victim);
            lab.tell("cancelled the dead", co_await self.cancelWait(victim));
        });
    });
    EXPECT_EQ(resultOf(store, "cancelled"), 1);
    EXPECT_EQ(resultOf(store, "got"), 0);
    EXPECT_EQ(resultOf(store, "got again"), 1);
    EXPECT_EQ(resultOf(store, "cancelled the dead"), 0);
    EXPECT_EQ(store.object({0}).acquisitions, 2U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Banks, ManyCancellationsAndHandOversNeverLoseTheLock) {
    constexpr int kRounds = 300;
    const Store store = run([](Lab& lab) {
        const Mutex m = lab.mutex("m");
        const auto inside = std::make_shared<std::atomic<int>>(0);
        const auto worst = std::make_shared<std::atomic<int>>(0);
        const auto body = [=](Self self) -> Task {
            for (int i = 0; i < kRounds; ++i) {
                const bool got = co_await self.lockUnlessCancelled(m);
                if (!got) continue;
                if (++*inside > 1) *worst = 1;
                co_await self.yield();
                --*inside;
                co_await self.unlock(m);
            }
        };
        const ActorHandle a = lab.spawn("a", body), b = lab.spawn("b", body);
        lab.spawn("canceller", [=](Self self) -> Task {
            for (int i = 0; i < kRounds; ++i) {
                co_await self.cancelWait(i % 2 == 0 ? a : b);
                co_await self.yield();
            }
        });
        lab.afterwards([=, &lab] { lab.tell("worst", worst->load()); });
    });
    EXPECT_EQ(resultOf(store, "worst"), 0);
    EXPECT_EQ(brokenLawsOf(store), "");
}

INSTANTIATE_TEST_SUITE_P(On, Banks, ::testing::ValuesIn(kRuntimes),
                         [](const auto& param) { return std::string(nameOf(param.param)); });

}  // namespace
}  // namespace interleave
