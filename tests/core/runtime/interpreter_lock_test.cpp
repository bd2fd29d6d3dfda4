// Threads under an interpreter lock: one at a time goes on, the holder gives way when asked,
// and every wait gives it up.
#include <algorithm>
#include <chrono>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr ObjectId kGil{0};

Store runUnderTheLock(Duration interval, std::function<void(Lab&)> body) {
    return runInThisProcess(testOrder(RuntimeKind::threads), [&](Lab& lab) {
        lab.interpreterLock(interval);
        body(lab);
        lab.afterwards([&lab] { lab.tell("switches", lab.interpreterSwitches()); });
    });
}

struct Held {
    ActorId actor;
    Duration length;
};

// Who held the lock and for how long, in order.
std::vector<Held> holdersOf(const Store& store) {
    std::vector<Held> all;
    const IntervalLane& lane = store.object(kGil).owners;
    for (std::size_t i = lane.first(); i < lane.end(); ++i) {
        const Interval interval = lane.at(i, store.now());
        const Look& look = store.looks()[interval.look];
        if (look.laneClass != 0) all.push_back({look.actor(), interval.length()});
    }
    return all;
}

Duration timeIn(const Store& store, ActorId actor, StateClass state) {
    Duration sum{};
    const IntervalLane& lane = store.actor(actor).states;
    for (std::size_t i = lane.first(); i < lane.end(); ++i) {
        const Interval interval = lane.at(i, store.now());
        if (store.looks()[interval.look].state() == state) sum += interval.length();
    }
    return sum;
}

// Every chunk of work is done by who holds the lock:
// whoever is said to run its program does so between taking it and giving it back.
std::string worksWithoutTheLock(const Store& store) {
    ActorId owner;
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        if (e.what() == kGil && e.kind == EventKind::lockAcquired) owner = e.who();
        if (e.what() == kGil && e.kind == EventKind::lockReleased) owner = {};
        const bool works = e.kind == EventKind::variableRead || e.kind == EventKind::variableWritten ||
                           e.kind == EventKind::callBegun || e.kind == EventKind::callEnded;
        if (works && owner != e.who()) return "event " + std::to_string(i) + " of " + store.actor(e.who()).name;
    }
    return "";
}

TEST(InterpreterLock, LetsOneAtATimeGoOn) {
    const Store store = runUnderTheLock(1ms, [](Lab& lab) {
        const Variable n = lab.variable("n", 0);
        for (int t = 0; t < 4; ++t) {
            lab.spawn("T" + std::to_string(t), [=](Self self) -> Task {
                for (int i = 0; i < 20; ++i) {
                    co_await self.compute(500us);
                    const std::int32_t seen = co_await self.read(n);
                    co_await self.write(n, seen + 1);
                }
            });
        }
    });
    EXPECT_EQ(worksWithoutTheLock(store), "");
    EXPECT_EQ(brokenLawsOf(store), "");
    EXPECT_TRUE(store.deadlocks().empty());
    EXPECT_GE(resultOf(store, "switches"), 10);
}

TEST(InterpreterLock, NobodyKeepsItLongAfterTheIntervalWhileOthersWait) {
    const Store store = runUnderTheLock(5ms, [](Lab& lab) {
        for (int t = 0; t < 3; ++t) lab.spawn("T", [](Self self) -> Task { co_await self.compute(60ms); });
    });
    auto held = holdersOf(store);
    ASSERT_GE(held.size(), 10U);
    for (std::size_t i = 1; i < held.size(); ++i)
        EXPECT_NE(held[i].actor, held[i - 1].actor) << "it took it back at once";
    held.pop_back();  // the last one has nobody to give it to
    std::ranges::sort(held, {}, &Held::length);
    // Never earlier than asked for; how much later is the machine's affair.
    EXPECT_GE(held[held.size() / 2].length, 5ms);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST(InterpreterLock, WhoWaitsForItWaitsForTheGilAndIsWokenByWhoGivesItUp) {
    const Store store = runUnderTheLock(5ms, [](Lab& lab) {
        for (int t = 0; t < 2; ++t) lab.spawn("T", [](Self self) -> Task { co_await self.compute(40ms); });
    });
    EXPECT_GT(timeIn(store, {0}, StateClass::waitingGil) + timeIn(store, {1}, StateClass::waitingGil), 40ms);
    std::size_t handOvers = 0;
    for (std::size_t i = store.arrows().first(); i < store.arrows().end(); ++i)
        handOvers += store.arrows()[i].kind == ArrowKind::handOver && store.arrows()[i].object == kGil;
    EXPECT_GE(handOvers, 4U);
    EXPECT_GT(store.object(kGil).maxWait, 0ms);
}

TEST(InterpreterLock, IsGivenUpForEveryWait) {
    const Store store = runUnderTheLock(60s, [](Lab& lab) {
        const Mutex m = lab.mutex("m");
        const Semaphore s = lab.semaphore("s", 0);
        const BoundedQueue q = lab.queue("q", 1);
        const EventFlag e = lab.event("e");
        const ActorHandle waiter = lab.spawn("waiter", [=](Self self) -> Task {
            co_await self.lock(m);
            co_await self.sleep(20ms);
            co_await self.unlock(m);
            co_await self.acquire(s);
            (void)co_await self.get(q);
            co_await self.wait(e);
            co_await self.device(5ms);
            (void)co_await self.acquireFor(s, 5ms);
        });
        lab.spawn("other", [=](Self self) -> Task {
            co_await self.sleep(5ms);
            co_await self.lock(m);
            co_await self.unlock(m);
            co_await self.release(s);
            co_await self.sleep(2ms);
            co_await self.put(q, 1);
            co_await self.sleep(2ms);
            co_await self.set(e);
            co_await self.join(waiter);
        });
    });
    // With an interval of a minute, nobody would have got it in time by asking.
    EXPECT_EQ(worksWithoutTheLock(store), "");
    EXPECT_EQ(brokenLawsOf(store), "");
    EXPECT_LT(store.now() - TraceTime{}, 50s);
}

TEST(InterpreterLock, OverlapsWaitsAsIfItWereNotThere) {
    const Store store = runUnderTheLock(5ms, [](Lab& lab) {
        for (int t = 0; t < 8; ++t) lab.spawn("T", [](Self self) -> Task { co_await self.sleep(100ms); });
    });
    int asleep = 0;
    int most = 0;
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        if (e.kind == EventKind::waiting && e.as<WaitReason>() == WaitReason::sleep) most = std::max(most, ++asleep);
        if (e.kind == EventKind::ready && e.as<ReadyReason>() == ReadyReason::woken && e.value < 0) --asleep;
    }
    EXPECT_GE(most, 2) << "all 8, on a machine that has time to start them";
}

TEST(InterpreterLock, ADeadlockOfOthersIsNoneOfItsOwn) {
    const Store store = runUnderTheLock(1ms, [](Lab& lab) {
        const Mutex m = lab.mutex("m");
        for (int t = 0; t < 4; ++t) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int i = 0; i < 50; ++i) {
                    co_await self.lock(m);
                    co_await self.compute(100us);
                    co_await self.unlock(m);
                }
            });
        }
    });
    EXPECT_TRUE(store.deadlocks().empty());
    EXPECT_EQ(store.object({1}).acquisitions, 200U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST(InterpreterLock, AFailureGivesItUp) {
    const Store store = runUnderTheLock(1s, [](Lab& lab) {
        lab.spawn("fails", [](Self self) -> Task {
            co_await self.compute(5ms);
            throw std::runtime_error("no more");
        });
        lab.spawn("goes on", [](Self self) -> Task { co_await self.compute(5ms); });
    });
    EXPECT_EQ(store.actor({0}).end, EndReason::failed);
    EXPECT_EQ(store.actor({1}).end, EndReason::returned);
    EXPECT_EQ(brokenLawsOf(store), "");
}

// Held by the script an actor must not keep it: those whose turn it is could never come.
TEST(InterpreterLock, ASteeredRunFollowsItsScript) {
    RunnerOrder order = testOrder(RuntimeKind::threads);
    order.pace = Pace::steered;
    const Store store = runInThisProcess(order, [](Lab& lab) {
        lab.interpreterLock(1s);
        const Variable n = lab.variable("n", 0);
        const auto add = [=](Self self) -> Task {
            for (int i = 0; i < 20; ++i) {
                const std::int32_t seen = co_await self.read(n);
                co_await self.write(n, seen + 1);
            }
        };
        const ActorHandle t1 = lab.spawn("T1", add);
        const ActorHandle t2 = lab.spawn("T2", add);
        std::vector<Steer> script;
        for (int i = 0; i < 20; ++i)
            script.insert(
                script.end(),
                {{t1, Operation::read}, {t2, Operation::read}, {t1, Operation::write}, {t2, Operation::write}});
        lab.steer(script);
        lab.afterwards([=, &lab] { lab.tell("n", lab.value(n)); });
    });
    EXPECT_EQ(resultOf(store, "n"), 20);
    EXPECT_EQ(brokenLawsOf(store), "");
}

// Many that compute, wait for each other, give way, and are started by others, all at once.
TEST(InterpreterLock, HoldsUnderEverythingAtOnce) {
    const Store store = runUnderTheLock(200us, [](Lab& lab) {
        const Mutex m = lab.mutex("m");
        const Semaphore s = lab.semaphore("s", 2);
        const Variable n = lab.variable("n", 0);
        for (int t = 0; t < 24; ++t) {
            lab.spawn("T", [=, &lab](Self self) -> Task {
                for (int i = 0; i < 30; ++i) {
                    if (co_await self.lockFor(m, i % 3 == 0 ? 1ms : 1s)) {
                        const std::int32_t seen = co_await self.read(n);
                        co_await self.compute(30us);
                        co_await self.write(n, seen + 1);
                        co_await self.unlock(m);
                    }
                    if (co_await self.acquireFor(s, 500us)) {
                        co_await self.yield();
                        co_await self.release(s);
                    }
                }
                const ActorHandle child = lab.spawn("child", [](Self own) -> Task { co_await own.compute(100us); });
                co_await self.join(child);
            });
        }
        lab.afterwards([=, &lab] { lab.tell("n", lab.value(n)); });
    });
    std::uint64_t written = 0;
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i)
        written += store.events()[i].kind == EventKind::variableWritten;
    EXPECT_EQ(static_cast<std::uint64_t>(resultOf(store, "n")), written) << "nothing is lost under the mutex";
    EXPECT_EQ(worksWithoutTheLock(store), "");
    EXPECT_EQ(brokenLawsOf(store), "");
    EXPECT_EQ(store.actors().size(), 48U);
}

TEST(InterpreterLock, IsForThreadsAlone) {
    EXPECT_THROW(runInThisProcess(testOrder(RuntimeKind::workers), [](Lab& lab) { lab.interpreterLock(5ms); }),
                 std::runtime_error);
}

}  // namespace
}  // namespace interleave
