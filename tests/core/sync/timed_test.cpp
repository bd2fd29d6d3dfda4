// Waits with a limit, on every runtime: what was asked for comes, or the limit is over, and never both.
#include <atomic>
#include <chrono>
#include <memory>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

class Timed : public ::testing::TestWithParam<RuntimeKind> {
protected:
    Store run(std::function<void(Lab&)> body) { return runInThisProcess(testOrder(GetParam()), std::move(body)); }
};

using Outcomes = std::shared_ptr<std::vector<std::string>>;

TEST_P(Timed, ALockIsGivenUpWhenItsLimitIsOverAndIsGoodAfterwards) {
    const Outcomes outcomes = std::make_shared<std::vector<std::string>>();
    const Store store = run([=](Lab& lab) {
        const Mutex m = lab.mutex("m");
        lab.spawn("holder", [=](Self self) -> Task {
            co_await self.lock(m);
            co_await self.sleep(150ms);
            co_await self.unlock(m);
        });
        lab.spawn("waiter", [=](Self self) -> Task {
            co_await self.sleep(30ms);
            outcomes->push_back(co_await self.tryLock(m) ? "got" : "taken");
            outcomes->push_back(co_await self.lockFor(m, 20ms) ? "got" : "too late");
            const bool got = co_await self.lockFor(m, 20s);
            outcomes->push_back(got ? "got" : "too late");
            co_await self.unlock(m);
            outcomes->push_back(co_await self.tryLock(m) ? "free" : "taken");
            co_await self.unlock(m);
        });
    });
    EXPECT_EQ(*outcomes, (std::vector<std::string>{"taken", "too late", "got", "free"}));
    EXPECT_EQ(countOf(store, EventKind::lockTimedOut), 2U);
    EXPECT_TRUE(store.deadlocks().empty());
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Timed, TheLimitAndItsEndAreOnRecord) {
    const Store store = run([](Lab& lab) {
        const EventFlag never = lab.event("never");
        lab.spawn("T", [=](Self self) -> Task { (void)co_await self.waitFor(never, 25ms); });
    });
    TraceTime waited{}, readied{};
    for (std::size_t i = 0; i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        if (e.kind == EventKind::waiting && e.as<WaitReason>() == WaitReason::event) {
            EXPECT_EQ(Duration{e.value}, 25ms);
            waited = e.at();
        }
        if (e.kind == EventKind::ready && e.as<ReadyReason>() == ReadyReason::timedOut) readied = e.at();
    }
    EXPECT_GE(readied - waited, 24ms);
    EXPECT_EQ(countOf(store, EventKind::waitTimedOut), 1U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Timed, ASemaphoreAndAJoinAreWaitedForOnlySoLong) {
    const Outcomes outcomes = std::make_shared<std::vector<std::string>>();
    const Store store = run([=](Lab& lab) {
        const Semaphore s = lab.semaphore("s", 1);
        const ActorHandle holder = lab.spawn("holder", [=](Self self) -> Task {
            co_await self.acquire(s);
            co_await self.sleep(120ms);
            co_await self.release(s);
        });
        lab.spawn("waiter", [=](Self self) -> Task {
            co_await self.sleep(30ms);
            outcomes->push_back(co_await self.tryAcquire(s) ? "got" : "none");
            outcomes->push_back(co_await self.acquireFor(s, 15ms) ? "got" : "too late");
            outcomes->push_back(co_await self.joinFor(holder, 15ms) ? "ended" : "alive");
            outcomes->push_back(co_await self.acquireFor(s, 20s) ? "got" : "too late");
            outcomes->push_back(co_await self.joinFor(holder, 20s) ? "ended" : "alive");
            outcomes->push_back(co_await self.joinFor(holder, 0s) ? "ended" : "alive");
        });
    });
    EXPECT_EQ(*outcomes, (std::vector<std::string>{"none", "too late", "alive", "got", "ended", "ended"}));
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Timed, AConditionTellsWhetherItWasNotifiedAndHoldsTheMutexEitherWay) {
    const Outcomes outcomes = std::make_shared<std::vector<std::string>>();
    const Store store = run([=](Lab& lab) {
        const Mutex m = lab.mutex("m");
        const Condition c = lab.condition("c", m);
        lab.spawn("waiter", [=](Self self) -> Task {
            co_await self.lock(m);
            outcomes->push_back(co_await self.waitFor(c, m, 20ms) ? "notified" : "too late");
            outcomes->push_back(co_await self.waitFor(c, m, 20s) ? "notified" : "too late");
            co_await self.unlock(m);
        });
        lab.spawn("notifier", [=](Self self) -> Task {
            co_await self.sleep(80ms);
            co_await self.lock(m);
            co_await self.notify(c);
            co_await self.unlock(m);
        });
    });
    EXPECT_EQ(*outcomes, (std::vector<std::string>{"too late", "notified"}));
    EXPECT_EQ(store.actor({0}).end, EndReason::returned);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Timed, AQueueSaysFullAndEmptyAtOnceOrAfterTheLimit) {
    const Outcomes outcomes = std::make_shared<std::vector<std::string>>();
    const auto say = [=](std::optional<std::int64_t> got) {
        outcomes->push_back(got ? std::to_string(*got) : "Empty");
    };
    const Store store = run([=](Lab& lab) {
        const BoundedQueue q = lab.queue("q", 1);
        lab.spawn("T", [=](Self self) -> Task {
            say(co_await self.tryGet(q));
            say(co_await self.getFor(q, 5ms));
            outcomes->push_back(co_await self.tryPut(q, 7) ? "put" : "Full");
            outcomes->push_back(co_await self.tryPut(q, 8) ? "put" : "Full");
            outcomes->push_back(co_await self.putFor(q, 9, 5ms) ? "put" : "Full");
            say(co_await self.getFor(q, 20s));
            say(co_await self.tryGet(q));  // neither 8 nor 9 came in later
        });
    });
    EXPECT_EQ(*outcomes, (std::vector<std::string>{"Empty", "Empty", "put", "Full", "Full", "7", "Empty"}));
    EXPECT_EQ(brokenLawsOf(store), "");
}

// Limits as short as the critical sections, so that they race with the hand-overs. Each success is one turn inside.
TEST_P(Timed, LimitsRaceWithHandOversAndNothingIsLostOrDoubled) {
    constexpr int kActors = 4;
    constexpr int kRounds = 300;
    const auto got = std::make_shared<std::atomic<int>>(0);
    const Store store = run([=](Lab& lab) {
        const Mutex m = lab.mutex("m");
        const Variable n = lab.variable("n", 0);
        for (int a = 0; a < kActors; ++a) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int i = 0; i < kRounds; ++i) {
                    if (!co_await self.lockFor(m, std::chrono::microseconds(1 + (i * 7 + a * 13) % 120))) continue;
                    ++*got;
                    const std::int32_t seen = co_await self.read(n);
                    co_await self.compute(std::chrono::microseconds(10 + i % 60));
                    co_await self.write(n, seen + 1);
                    co_await self.unlock(m);
                }
            });
        }
        lab.afterwards([=, &lab] { lab.tell("n", lab.value(n)); });
    });
    EXPECT_EQ(resultOf(store, "n"), got->load());
    EXPECT_EQ(store.object({0}).acquisitions, static_cast<std::uint64_t>(got->load()));
    EXPECT_EQ(countOf(store, EventKind::lockTimedOut), static_cast<std::size_t>(kActors * kRounds - got->load()));
    EXPECT_EQ(store.object({1}).lostUpdates, 0U);
    EXPECT_EQ(store.state().object({0}).waiters, 0U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Timed, NoItemIsLostOrDoubledWhenPutsAndGetsGiveUp) {
    constexpr int kItems = 600;
    const auto sent = std::make_shared<std::atomic<std::int64_t>>(0);
    const auto received = std::make_shared<std::atomic<std::int64_t>>(0);
    const auto over = std::make_shared<std::atomic<int>>(2);
    const Store store = run([=](Lab& lab) {
        const BoundedQueue q = lab.queue("q", 2);
        for (int p = 0; p < 2; ++p) {
            lab.spawn("P", [=](Self self) -> Task {
                for (int i = 1; i <= kItems; ++i) {
                    if (co_await self.putFor(q, i, std::chrono::microseconds(1 + i % 40))) *sent += i;
                    if (i % 9 == 0) co_await self.compute(30us);
                }
                --*over;
            });
            lab.spawn("C", [=](Self self) -> Task {
                for (;;) {
                    const bool last = over->load() == 0;
                    const auto item = co_await self.getFor(q, 50us);
                    if (item) *received += *item;
                    else if (last) break;
                    else co_await self.compute(20us);
                }
            });
        }
    });
    EXPECT_EQ(received->load(), sent->load());
    EXPECT_EQ(store.object({0}).puts, store.object({0}).gets);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Timed, TwoThatTakeLocksInOppositeOrderGetOutByTheirLimits) {
    const Store store = run([](Lab& lab) {
        const Mutex a = lab.mutex("A"), b = lab.mutex("B");
        const auto body = [](Self self, Mutex first, Mutex second, Duration patience) -> Task {
            for (;;) {
                co_await self.lock(first);
                co_await self.sleep(20ms);
                const bool both = co_await self.lockFor(second, patience);
                if (both) co_await self.unlock(second);
                co_await self.unlock(first);
                if (both) co_return;
                co_await self.sleep(patience);
            }
        };
        lab.spawn("T1", [=](Self self) { return body(self, a, b, 10ms); });
        lab.spawn("T2", [=](Self self) { return body(self, b, a, 90ms); });
    });
    EXPECT_TRUE(store.deadlocks().empty()) << "a wait that ends by itself is no edge";
    EXPECT_GE(countOf(store, EventKind::lockTimedOut), 1U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

INSTANTIATE_TEST_SUITE_P(Runtimes, Timed, ::testing::ValuesIn(kRuntimes),
                         [](const auto& runtime) { return std::string(nameOf(runtime.param)); });

TEST(VirtualTimed, AWaitThatWasGrantedLeavesNoMarkInTime) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::virtualTime), [](Lab& lab) {
        const EventFlag go = lab.event("go");
        lab.spawn("waiter", [=](Self self) -> Task { (void)co_await self.waitFor(go, 10s); });
        lab.spawn("setter", [=](Self self) -> Task {
            co_await self.compute(2ms);
            co_await self.set(go);
        });
    });
    EXPECT_EQ(store.actor({0}).ended, TraceTime{} + 2ms);
    EXPECT_LE(store.events().back().at(), TraceTime{} + 2ms);
}

}  // namespace
}  // namespace interleave
