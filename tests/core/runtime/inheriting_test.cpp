// Mutexes whose owner inherits priorities, where a scheduler of ours goes by them.
#include <algorithm>
#include <chrono>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr MutexOptions kInherits{.inherits = true};

SpawnOptions with(int priority, Duration arrival = {}) {
    SpawnOptions options;
    options.task.priority = priority;
    options.arrival = arrival;
    return options;
}

// "low 1, low 9": who has which priority from when on.
std::string inheritancesOf(const Store& store) {
    std::string text;
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        if (e.kind == EventKind::priorityInherited)
            text += (text.empty() ? "" : ", ") + store.actor(e.who()).name + " " + std::to_string(e.value);
    }
    return text;
}

Duration endOf(const Store& store, std::uint32_t actor) { return store.actor({actor}).ended - TraceTime{}; }

// low (0) holds the lock, high (1) comes at 10 ms and wants it, middle (2) comes at 20 ms and computes for 100 ms.
Store inversion(const MutexOptions& options) {
    return runInThisProcess(testOrder(RuntimeKind::virtualTime, 1), [=](Lab& lab) {
        lab.schedule("priority", {});
        const Mutex m = lab.mutex("m", options);
        const auto inside = [=](Duration length) {
            return [=](Self self) -> Task {
                co_await self.lock(m);
                co_await self.compute(length);
                co_await self.unlock(m);
            };
        };
        lab.spawn("low", inside(40ms), with(9));
        lab.spawn("high", inside(10ms), with(1, 10ms));
        lab.spawn("middle", [](Self self) -> Task { co_await self.compute(100ms); }, with(5, 20ms));
    });
}

TEST(Inheriting, WithoutItTheMiddleOneKeepsTheUrgentOneWaiting) {
    const Store store = inversion({});
    EXPECT_EQ(inheritancesOf(store), "");
    EXPECT_EQ(endOf(store, 2), 120ms) << "20 to 120";
    EXPECT_EQ(endOf(store, 1), 150ms) << "the rest of the critical section, and its own 10";
}

TEST(Inheriting, WithItTheUrgentOneWaitsForTheCriticalSectionOnly) {
    const Store store = inversion(kInherits);
    EXPECT_EQ(inheritancesOf(store), "low 1, low 9");
    EXPECT_EQ(endOf(store, 1), 50ms) << "40 of low, then its own 10";
    EXPECT_EQ(endOf(store, 2), 150ms);
    EXPECT_EQ(brokenLawsOf(store), "");
    ASSERT_EQ(store.arrows().end(), 2U);
    EXPECT_EQ(store.arrows()[0].kind, ArrowKind::inherit);
    EXPECT_EQ(store.arrows()[0].source, ActorId{1});
    EXPECT_EQ(store.arrows()[0].target, ActorId{0});
}

// On real cores not by the clock: low begins when all are there,
// and lets each come when it holds what that one will want.
TEST(Inheriting, HoldsOnRealWorkersToo) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::workers, 1), [](Lab& lab) {
        lab.schedule("priority", {});
        const Mutex m = lab.mutex("m", kInherits);
        const Semaphore there = lab.semaphore("there", 0);
        const EventFlag high = lab.event("high may come");
        const EventFlag middle = lab.event("middle may come");
        lab.spawn("low", [=](Self self) -> Task {
            for (int i = 0; i < 2; ++i) co_await self.acquire(there);
            co_await self.lock(m);
            co_await self.set(high);
            co_await self.set(middle);
            co_await self.compute(10ms);
            co_await self.unlock(m);
        }, with(9));
        lab.spawn("high", [=](Self self) -> Task {
            co_await self.release(there);
            co_await self.wait(high);
            co_await self.lock(m);
            co_await self.unlock(m);
        }, with(1));
        lab.spawn("middle", [=](Self self) -> Task {
            co_await self.release(there);
            co_await self.wait(middle);
            co_await self.compute(10ms);
        }, with(5));
    });
    EXPECT_EQ(inheritancesOf(store), "low 1, low 9");
    EXPECT_LT(store.actor({1}).ended, store.actor({2}).ended) << "high ends before middle";
    EXPECT_EQ(brokenLawsOf(store), "");
}

// high waits for B of mid, mid waits for A of low: all that time low runs at high's priority,
// while noise of 5 is ready.
Store chain(RuntimeKind runtime) {
    return runInThisProcess(testOrder(runtime, 1), [](Lab& lab) {
        lab.schedule("priority", {});
        const Mutex a = lab.mutex("A", kInherits);
        const Mutex b = lab.mutex("B", kInherits);
        const Semaphore there = lab.semaphore("there", 0);
        const EventFlag mid = lab.event("mid may come");
        const EventFlag others = lab.event("the others may come");
        lab.spawn("low", [=](Self self) -> Task {
            for (int i = 0; i < 3; ++i) co_await self.acquire(there);
            co_await self.lock(a);
            co_await self.set(mid);
            co_await self.compute(1ms);
            co_await self.set(others);
            co_await self.compute(39ms);
            co_await self.unlock(a);
            co_await self.compute(10ms);
        }, with(9));
        lab.spawn("mid", [=](Self self) -> Task {
            co_await self.release(there);
            co_await self.wait(mid);
            co_await self.lock(b);
            co_await self.lock(a);
            co_await self.compute(10ms);
            co_await self.unlock(a);
            co_await self.unlock(b);
        }, with(7));
        lab.spawn("high", [=](Self self) -> Task {
            co_await self.release(there);
            co_await self.wait(others);
            co_await self.lock(b);
            co_await self.compute(10ms);
            co_await self.unlock(b);
        }, with(1));
        lab.spawn("noise", [=](Self self) -> Task {
            co_await self.release(there);
            co_await self.wait(others);
            co_await self.compute(100ms);
        }, with(5));
    });
}

TEST(Inheriting, GoesAlongAChainOfLocks) {
    for (const RuntimeKind runtime : {RuntimeKind::virtualTime, RuntimeKind::workers}) {
        const Store store = chain(runtime);
        EXPECT_EQ(inheritancesOf(store), "low 7, mid 1, low 1, low 9, mid 7") << nameOf(runtime);
        EXPECT_LT(store.actor({2}).ended, store.actor({3}).ended) << nameOf(runtime);
        EXPECT_EQ(brokenLawsOf(store), "");
        if (runtime == RuntimeKind::virtualTime) {
            EXPECT_EQ(endOf(store, 2), 60ms) << "40 of low, 10 of mid, 10 of its own";
        }
    }
}

TEST(Inheriting, WhoHoldsTwoLocksGoesBackStepByStep) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::virtualTime, 1), [](Lab& lab) {
        lab.schedule("priority", {});
        const Mutex a = lab.mutex("A", kInherits);
        const Mutex b = lab.mutex("B", kInherits);
        lab.spawn("low", [=](Self self) -> Task {
            co_await self.lock(a);
            co_await self.lock(b);
            co_await self.compute(20ms);
            co_await self.unlock(b);
            co_await self.compute(20ms);
            co_await self.unlock(a);
        }, with(9));
        const auto wants = [](Mutex m) {
            return [=](Self self) -> Task {
                co_await self.lock(m);
                co_await self.unlock(m);
            };
        };
        lab.spawn("mid", wants(a), with(5, 1ms));
        lab.spawn("high", wants(b), with(1, 2ms));
    });
    EXPECT_EQ(inheritancesOf(store), "low 5, low 1, low 5, low 9");
    EXPECT_EQ(endOf(store, 2), 20ms);
    EXPECT_EQ(endOf(store, 1), 40ms);
}

TEST(Inheriting, EndsWhereTheUrgentOneGivesUpWaiting) {
    for (const RuntimeKind runtime : {RuntimeKind::virtualTime, RuntimeKind::workers}) {
        const Store store = runInThisProcess(testOrder(runtime, 1), [](Lab& lab) {
            lab.schedule("priority", {});
            const Mutex m = lab.mutex("m", kInherits);
            const Semaphore there = lab.semaphore("there", 0);
            const EventFlag others = lab.event("the others may come");
            lab.spawn("low", [=](Self self) -> Task {
                for (int i = 0; i < 2; ++i) co_await self.acquire(there);
                co_await self.lock(m);
                co_await self.set(others);
                co_await self.compute(200ms);
                co_await self.unlock(m);
            }, with(9));
            lab.spawn("high", [=](Self self) -> Task {
                co_await self.release(there);
                co_await self.wait(others);
                (void)co_await self.lockFor(m, 10ms);
            }, with(1));
            lab.spawn("middle", [=](Self self) -> Task {
                co_await self.release(there);
                co_await self.wait(others);
                co_await self.compute(30ms);
            }, with(5));
        });
        EXPECT_EQ(inheritancesOf(store), "low 1, low 9") << nameOf(runtime);
        EXPECT_LT(store.actor({2}).ended, store.actor({0}).ended) << "from then on middle comes first";
        EXPECT_EQ(brokenLawsOf(store), "");
    }
}

TEST(Inheriting, LetsAReadyOwnerStandElsewhereInTheQueue) {
    const Store store = inversion(kInherits);
    // At 10 ms high takes the core from low; as it waits for the lock a moment later, low moves up to its level.
    const auto isMove = [](const Event& e) { return e.kind == EventKind::queued && e.actor == 0; };
    std::vector<Event> places;
    for (std::size_t i = 0; i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        if (isMove(e) || (e.kind == EventKind::ready && e.actor == 0)) places.push_back(e);
    }
    const auto move = std::ranges::find_if(places, isMove);
    ASSERT_NE(move, places.end());
    ASSERT_NE(move, places.begin());
    EXPECT_LT(move->object, std::prev(move)->object) << "a shelf further up";
    EXPECT_EQ(std::ranges::count_if(places, isMove), 1);
}

TEST(Inheriting, IsForHighNumbersWhereThoseGoFirst) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::virtualTime, 1), [](Lab& lab) {
        Scheduling scheduling;
        scheduling.policy = *readPolicyOptions("priority", {{"low-number-first", "false"}});
        lab.schedule(scheduling);
        const Mutex m = lab.mutex("m", kInherits);
        const auto body = [=](Self self) -> Task {
            co_await self.lock(m);
            co_await self.compute(10ms);
            co_await self.unlock(m);
        };
        lab.spawn("low", body, with(1));
        lab.spawn("high", body, with(9, 5ms));
    });
    EXPECT_EQ(inheritancesOf(store), "low 9, low 1");
}

// Many tasks, locks taken in one order, limits that are over in between:
// whatever was inherited is given back in the end.
TEST(Inheriting, IsGivenBackInTheEndUnderEverythingAtOnce) {
    for (const RuntimeKind runtime : {RuntimeKind::workers, RuntimeKind::virtualTime}) {
        for (const char* aging : {"0", "3"}) {
            const Store store = runInThisProcess(testOrder(runtime, 2), [=](Lab& lab) {
                Scheduling scheduling;
                scheduling.policy = *readPolicyOptions("priority", {{"aging", aging}, {"quantum", "1"}});
                scheduling.queues.layout = *aging == '0' ? QueueLayout::oneForAll : QueueLayout::oneForEachCore;
                lab.schedule(scheduling);
                std::vector<Mutex> locks;
                for (int i = 0; i < 4; ++i) locks.push_back(lab.mutex("m" + std::to_string(i), kInherits));
                for (int t = 0; t < 20; ++t) {
                    lab.spawn("T" + std::to_string(t), [=](Self self) -> Task {
                        for (int i = 0; i < 25; ++i) {
                            const Mutex first = locks[static_cast<std::size_t>((t + i) % 3)];
                            const Mutex second = locks[3];
                            if (!co_await self.lockFor(first, 5ms)) continue;
                            co_await self.compute(100us);
                            co_await self.lock(second);
                            co_await self.compute(50us);
                            co_await self.unlock(second);
                            co_await self.unlock(first);
                            if (i % 5 == 0) co_await self.sleep(200us);
                        }
                    }, with(t % 7));
                }
            });
            EXPECT_EQ(brokenLawsOf(store), "") << nameOf(runtime);
            std::vector<std::int64_t> now;
            for (int t = 0; t < 20; ++t) now.push_back(t % 7);
            for (std::size_t i = 0; i < store.events().end(); ++i)
                if (store.events()[i].kind == EventKind::priorityInherited)
                    now[store.events()[i].actor] = store.events()[i].value;
            for (std::size_t t = 0; t < 20; ++t)
                EXPECT_EQ(now[t], static_cast<std::int64_t>(t % 7)) << "T" << t << " on " << nameOf(runtime);
            // On real cores it is up to the machine whether anybody is in anybody's way.
            if (runtime == RuntimeKind::virtualTime) {
                EXPECT_NE(inheritancesOf(store), "");
            }
        }
    }
}

// Locks that inherit under a scheduler that is none of ours are locks like others.
TEST(Inheriting, MeansNothingToTheKernelAndToAnEventLoop) {
    for (const RuntimeKind runtime : {RuntimeKind::threads, RuntimeKind::coroutines}) {
        const Store store = runInThisProcess(testOrder(runtime), [](Lab& lab) {
            const Mutex m = lab.mutex("m", kInherits);
            for (int t = 0; t < 3; ++t) {
                lab.spawn("T", [=](Self self) -> Task {
                    co_await self.lock(m);
                    co_await self.sleep(1ms);
                    co_await self.unlock(m);
                });
            }
        });
        EXPECT_EQ(inheritancesOf(store), "");
        EXPECT_EQ(store.object({0}).acquisitions, 3U);
    }
}

}  // namespace
}  // namespace interleave
