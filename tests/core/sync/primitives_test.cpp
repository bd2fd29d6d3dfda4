// Every primitive on every runtime, judged by contents and by the trace's laws, never by timing.
#include <atomic>
#include <chrono>
#include <memory>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

class Primitives : public ::testing::TestWithParam<RuntimeKind> {
protected:
    Store run(std::function<void(Lab&)> body) { return runInThisProcess(testOrder(GetParam()), std::move(body)); }
};

TEST_P(Primitives, AMutexLetsNoUpdateGetLost) {
    constexpr int kActors = 4;
    constexpr int kRounds = 2'000;
    const Store store = run([](Lab& lab) {
        const Mutex m = lab.mutex("m");
        const Variable n = lab.variable("n", 0);
        for (int a = 0; a < kActors; ++a) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int i = 0; i < kRounds; ++i) {
                    co_await self.lock(m);
                    const std::int32_t seen = co_await self.read(n);
                    co_await self.write(n, seen + 1);
                    co_await self.unlock(m);
                }
            });
        }
        lab.afterwards([=, &lab] { lab.tell("n", lab.value(n)); });
    });
    EXPECT_EQ(resultOf(store, "n"), kActors * kRounds);
    EXPECT_EQ(store.object({0}).acquisitions, std::uint64_t{kActors} * kRounds);
    EXPECT_EQ(store.object({1}).lostUpdates, 0U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Primitives, AMutexIsHandedToWhoWaitedLongest) {
    const Store store = run([](Lab& lab) {
        const Mutex m = lab.mutex("m");
        lab.spawn("holder", [=](Self self) -> Task {
            co_await self.lock(m);
            co_await self.sleep(150ms);
            co_await self.unlock(m);
        });
        for (int i = 1; i <= 3; ++i) {
            lab.spawn("w" + std::to_string(i), [=](Self self) -> Task {
                co_await self.sleep(i * 30ms);
                co_await self.lock(m);
                co_await self.unlock(m);
            });
        }
    });
    std::vector<std::uint32_t> wanted;
    std::vector<std::uint32_t> acquired;
    for (std::size_t i = 0; i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        if (e.kind == EventKind::lockWanted) wanted.push_back(e.actor);
        if (e.kind == EventKind::lockAcquired && e.actor != 0) acquired.push_back(e.actor);
    }
    EXPECT_EQ(wanted.size(), 3U);
    EXPECT_EQ(acquired, wanted);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Primitives, UnlockingWhatOneDoesNotHoldFailsTheActorWithASentence) {
    const Store store = run([](Lab& lab) {
        const Mutex m = lab.mutex("m");
        lab.spawn("T1", [=](Self self) -> Task { co_await self.unlock(m); });
    });
    EXPECT_EQ(store.actor({0}).end, EndReason::failed);
    ASSERT_EQ(store.notes().size(), 1U);
    EXPECT_NE(store.notes()[0].text.find("not held"), std::string::npos);
}

TEST_P(Primitives, ASemaphoreNeverLetsMoreInsideThanItsPermits) {
    constexpr int kPermits = 2;
    const auto inside = std::make_shared<std::atomic<int>>(0);
    const auto most = std::make_shared<std::atomic<int>>(0);
    const Store store = run([=](Lab& lab) {
        const Semaphore s = lab.semaphore("s", kPermits);
        for (int a = 0; a < 5; ++a) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int i = 0; i < 200; ++i) {
                    co_await self.acquire(s);
                    const int now = ++*inside;
                    int seen = most->load();
                    while (now > seen && !most->compare_exchange_weak(seen, now)) {
                    }
                    co_await self.yield();
                    --*inside;
                    co_await self.release(s);
                }
            });
        }
    });
    EXPECT_LE(most->load(), kPermits);
    EXPECT_EQ(countOf(store, EventKind::semaphoreAcquired), 1000U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Primitives, AConditionWakesWhoTestsItsPredicateInALoop) {
    const auto produced = std::make_shared<int>(0);
    const auto consumed = std::make_shared<int>(0);
    constexpr int kItems = 300;
    const Store store = run([=](Lab& lab) {
        const Mutex m = lab.mutex("m");
        const Condition c = lab.condition("c");
        for (int a = 0; a < 3; ++a) {
            lab.spawn("consumer", [=](Self self) -> Task {
                for (int i = 0; i < kItems; ++i) {
                    co_await self.lock(m);
                    while (*produced == *consumed) co_await self.wait(c, m);
                    ++*consumed;
                    co_await self.unlock(m);
                }
            });
        }
        lab.spawn("producer", [=](Self self) -> Task {
            for (int i = 0; i < 3 * kItems; ++i) {
                co_await self.lock(m);
                ++*produced;
                co_await self.notify(c);
                co_await self.unlock(m);
                if (i % 50 == 0) co_await self.yield();
            }
        });
    });
    EXPECT_EQ(*consumed, 3 * kItems);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Primitives, AnEventLetsEverybodyGoWhoWaitedAndEverybodyAfter) {
    const auto passed = std::make_shared<std::atomic<int>>(0);
    const Store store = run([=](Lab& lab) {
        const EventFlag go = lab.event("go");
        for (int a = 0; a < 4; ++a) {
            lab.spawn("T", [=](Self self) -> Task {
                if (a == 3) co_await self.sleep(60ms);  // comes after it was set
                co_await self.wait(go);
                ++*passed;
            });
        }
        lab.spawn("starter", [=](Self self) -> Task {
            co_await self.sleep(20ms);
            co_await self.set(go);
        });
    });
    EXPECT_EQ(passed->load(), 4);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Primitives, AQueueLosesDoublesAndReordersNothing) {
    constexpr int kProducers = 2;
    constexpr int kItems = 3'000;
    const auto got = std::make_shared<std::vector<std::int64_t>>();
    const Store store = run([=](Lab& lab) {
        const BoundedQueue q = lab.queue("q", 3);
        for (int p = 0; p < kProducers; ++p) {
            lab.spawn("P", [=](Self self) -> Task {
                for (int i = 0; i < kItems; ++i) co_await self.put(q, p * 1'000'000 + i);
            });
        }
        lab.spawn("C", [=](Self self) -> Task {
            for (int i = 0; i < kProducers * kItems; ++i) got->push_back(co_await self.get(q));
        });
    });
    ASSERT_EQ(got->size(), std::size_t{kProducers} * kItems);
    std::vector<std::int64_t> next(kProducers, 0);
    for (const std::int64_t item : *got) {
        const auto producer = static_cast<std::size_t>(item / 1'000'000);
        EXPECT_EQ(item % 1'000'000, next[producer]++);
    }
    EXPECT_EQ(store.object({0}).puts, store.object({0}).gets);
    EXPECT_LE(store.object({0}).maxLevel, 3);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Primitives, AJoinWaitsUntilTheOtherHasEnded) {
    const auto order = std::make_shared<std::vector<std::string>>();
    const Store store = run([=](Lab& lab) {
        const ActorHandle slow = lab.spawn("slow", [=](Self self) -> Task {
            co_await self.sleep(50ms);
            order->push_back("slow");
        });
        lab.spawn("waiter", [=](Self self) -> Task {
            co_await self.join(slow);
            order->push_back("waiter");
            co_await self.join(slow);  // of one that has ended: at once
        });
    });
    EXPECT_EQ(*order, (std::vector<std::string>{"slow", "waiter"}));
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Primitives, ARaceOnAVariableIsToldExactlyByItsVersions) {
    const Store store = run([](Lab& lab) {
        const Variable n = lab.variable("n", 0);
        for (int a = 0; a < 2; ++a) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int i = 0; i < 500; ++i) {
                    const std::int32_t seen = co_await self.read(n);
                    if (i % 7 == 0) co_await self.yield();
                    co_await self.write(n, seen + 1);
                }
            });
        }
        lab.afterwards([=, &lab] { lab.tell("n", lab.value(n)); });
    });
    const ObjectRecord& n = store.object({0});
    const std::int64_t missing = 1000 - resultOf(store, "n");
    EXPECT_EQ(static_cast<std::int64_t>(n.lostUpdates), missing)
        << "what two collisions undo of each other's damage included";
}

INSTANTIATE_TEST_SUITE_P(Runtimes, Primitives, ::testing::ValuesIn(kRuntimes),
                         [](const auto& runtime) { return std::string(nameOf(runtime.param)); });

}  // namespace
}  // namespace interleave
