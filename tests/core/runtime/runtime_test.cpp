// What a runtime promises: actors start, wait, are held, steered, sliced and preempted, and end.
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include <gtest/gtest.h>

#include "core/base/futex.hpp"
#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

class EachRuntime : public ::testing::TestWithParam<RuntimeKind> {};

TEST_P(EachRuntime, EveryActorGoesFromNewThroughReadyToRunningAndEnds) {
    const Store store = runInThisProcess(testOrder(GetParam()), [](Lab& lab) {
        for (int i = 0; i < 5; ++i) lab.spawn("T", [](Self self) -> Task { co_await self.compute(1ms); });
    });
    ASSERT_EQ(store.actors().size(), 5U);
    for (const ActorRecord& actor : store.actors()) {
        // In virtual time it is ready as soon as it is new.
        const auto first = GetParam() == RuntimeKind::virtualTime ? actor.states.lookOf(actor.states.end() - 1)
                                                                  : actor.states.lookOf(0);
        EXPECT_EQ(store.looks()[first].state(),
                  GetParam() == RuntimeKind::virtualTime ? StateClass::ended : StateClass::created);
        EXPECT_NE(actor.ended, kEndOfTime);
        EXPECT_EQ(actor.tid > 0, GetParam() != RuntimeKind::virtualTime);
    }
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(EachRuntime, AnActorMayStartOthersAndIsTheirParent) {
    const Store store = runInThisProcess(testOrder(GetParam()), [](Lab& lab) {
        lab.spawn("parent", [&lab](Self self) -> Task {
            const ActorHandle child = lab.spawn("child", [](Self inner) -> Task { co_await inner.compute(1ms); });
            co_await self.join(child);
        });
    });
    ASSERT_EQ(store.actors().size(), 2U);
    EXPECT_EQ(store.actor({1}).parent, ActorId{0});
    EXPECT_LE(store.actor({1}).ended, store.actor({0}).ended);
}

TEST_P(EachRuntime, AFailureEndsItsActorAndNobodyElse) {
    const Store store = runInThisProcess(testOrder(GetParam()), [](Lab& lab) {
        lab.spawn("bad", [](Self self) -> Task {
            co_await self.yield();
            throw std::runtime_error("out of cheese");
        });
        lab.spawn("good", [](Self self) -> Task { co_await self.compute(1ms); });
    });
    EXPECT_EQ(store.actor({0}).end, EndReason::failed);
    EXPECT_EQ(store.actor({1}).end, EndReason::returned);
    ASSERT_EQ(store.notes().size(), 1U);
    EXPECT_EQ(store.notes()[0].text, "out of cheese");
}

TEST_P(EachRuntime, ASleepLastsAtLeastAsLongAsAskedFor) {
    const Store store = runInThisProcess(testOrder(GetParam()), [](Lab& lab) {
        lab.spawn("T", [](Self self) -> Task { co_await self.sleep(30ms); });
    });
    const ActorRecord& actor = store.actor({0});
    Duration slept{};
    for (std::size_t i = 0; i < actor.states.end(); ++i) {
        const Interval interval = actor.states.at(i, store.now());
        if (store.looks()[interval.look].state() == StateClass::sleeping) slept += interval.length();
    }
    EXPECT_GE(slept, 30ms);
}

TEST_P(EachRuntime, ASteeredRunFollowsItsScript) {
    RunnerOrder order = testOrder(GetParam());
    order.pace = Pace::steered;
    const auto done = std::make_shared<std::vector<std::string>>();
    const Store store = runInThisProcess(order, [=](Lab& lab) {
        const Variable n = lab.variable("n", 0);
        const auto add = [=](Self self) -> Task {
            for (int i = 0; i < 50; ++i) {
                const std::int32_t seen = co_await self.read(n);
                co_await self.write(n, seen + 1);
            }
        };
        const ActorHandle t1 = lab.spawn("T1", add);
        const ActorHandle t2 = lab.spawn("T2", add);
        std::vector<Steer> script;
        for (int i = 0; i < 50; ++i) {
            script.insert(
                script.end(),
                {{t1, Operation::read}, {t2, Operation::read}, {t1, Operation::write}, {t2, Operation::write}});
        }
        lab.steer(script);
        lab.afterwards([=, &lab] { lab.tell("n", lab.value(n)); });
    });
    EXPECT_EQ(resultOf(store, "n"), 50) << "every second update is lost, on purpose";
    EXPECT_EQ(store.object({0}).lostUpdates, 50U);
}

TEST_P(EachRuntime, AScriptThatCannotGoOnDoesNotStopTheRun) {
    RunnerOrder order = testOrder(GetParam());
    order.pace = Pace::steered;
    const Store store = runInThisProcess(order, [](Lab& lab) {
        const Mutex m = lab.mutex("m");
        const auto body = [=](Self self) -> Task {
            co_await self.lock(m);
            co_await self.compute(1ms);
            co_await self.unlock(m);
        };
        const ActorHandle t1 = lab.spawn("T1", body);
        const ActorHandle t2 = lab.spawn("T2", body);
        // T2's unlock cannot come before T1's: the lock is T1's.
        lab.steer({{t1, Operation::lock}, {t2, Operation::lock}, {t2, Operation::unlock}, {t1, Operation::unlock}});
    });
    EXPECT_EQ(store.object({0}).acquisitions, 2U);
}

INSTANTIATE_TEST_SUITE_P(Runtimes, EachRuntime, ::testing::ValuesIn(kRuntimes),
                         [](const auto& runtime) { return std::string(nameOf(runtime.param)); });

// Which task each `running` names, in the order of the trace.
std::vector<std::uint32_t> turns(const Store& store) {
    std::vector<std::uint32_t> order;
    for (std::size_t i = 0; i < store.events().end(); ++i) {
        if (store.events()[i].kind == EventKind::running) order.push_back(store.events()[i].actor);
    }
    return order;
}

TEST(Workers, RoundRobinGivesNobodyASecondTurnBeforeEverybodyReadyHadOne) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::workers, 1), [](Lab& lab) {
        lab.schedule("rr", 2ms);
        for (int i = 0; i < 4; ++i) lab.spawn("T", [](Self self) -> Task { co_await self.compute(9ms); });
    });
    const std::vector<std::uint32_t> order = turns(store);
    ASSERT_GE(order.size(), 12U);
    for (std::size_t i = 0; i < 12; ++i) EXPECT_EQ(order[i], i % 4) << "turn " << i;
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST(Workers, FcfsRunsEachToItsEnd) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::workers, 1), [](Lab& lab) {
        lab.schedule("fcfs", 0ms);
        for (int i = 0; i < 4; ++i) lab.spawn("T", [](Self self) -> Task { co_await self.compute(4ms); });
    });
    EXPECT_EQ(turns(store), (std::vector<std::uint32_t>{0, 1, 2, 3}));
}

SpawnOptions prioritized(int priority, Duration arrival = {}) {
    SpawnOptions options;
    options.task.priority = priority;
    options.arrival = arrival;
    return options;
}

TEST(Workers, AHigherPriorityTakesTheCoreAsItArrives) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::workers, 1), [](Lab& lab) {
        lab.schedule("priority", 0ms);
        lab.spawn("low", [](Self self) -> Task { co_await self.compute(250ms); }, prioritized(5));
        lab.spawn("high", [](Self self) -> Task { co_await self.compute(5ms); }, prioritized(1, 100ms));
    });
    EXPECT_EQ(turns(store), (std::vector<std::uint32_t>{0, 1, 0}));
    bool preempted = false;
    for (std::size_t i = 0; i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        preempted =
            preempted || (e.kind == EventKind::ready && e.as<ReadyReason>() == ReadyReason::preempted && e.actor == 0);
    }
    EXPECT_TRUE(preempted);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST(Workers, RunManyThousandTasksAndLoseNone) {
    const auto sum = std::make_shared<std::atomic<int>>(0);
    constexpr int kMany = 2'000;
    const Store store = runInThisProcess(testOrder(RuntimeKind::workers), [=](Lab& lab) {
        for (int i = 0; i < kMany; ++i) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int k = 0; k < 10; ++k) co_await self.yield();
                ++*sum;
            });
        }
    });
    EXPECT_EQ(sum->load(), kMany);
    EXPECT_EQ(store.actors().size(), std::size_t{kMany});
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST(Workers, AThousandTasksSwitchAMillionTimesAndNothingIsLost) {
    constexpr int kThousand = 1'000;
    constexpr int kTurns = 1'000;
    const Store store = runInThisProcess(testOrder(RuntimeKind::workers), [=](Lab& lab) {
        for (int i = 0; i < kThousand; ++i) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int k = 0; k < kTurns; ++k) co_await self.yield();
            });
        }
    });
    std::int64_t turns = 0, yields = 0;
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i) {
        const Event& event = store.events()[i];
        turns += event.kind == EventKind::running;
        yields += event.kind == EventKind::ready && event.as<ReadyReason>() == ReadyReason::yielded;
    }
    ASSERT_EQ(store.totals().evicted, 0U);
    EXPECT_EQ(yields, kThousand * kTurns);
    EXPECT_GE(turns, kThousand * (kTurns + 1)) << "and some more where a slice was over";
    EXPECT_EQ(store.totals().violations, 0U);
}

// The gate from outside, as a session works it.
class GateTest : public ::testing::TestWithParam<RuntimeKind> {};

TEST_P(GateTest, APausedRunStandsAndGoesOn) {
    const auto rounds = std::make_shared<std::atomic<int>>(0);
    const auto watched = std::make_shared<std::atomic<bool>>(false);  // the run outlives the look at it
    std::atomic<GateWords*> gate{nullptr};
    std::jthread person([&] {
        while (!gate.load()) std::this_thread::yield();
        GateWords& words = *gate.load();
        std::this_thread::sleep_for(20ms);
        words.mode.fetch_or(kGatePaused);
        words.epoch.fetch_add(1);
        futexWake(words.epoch);
        std::this_thread::sleep_for(50ms);
        const int before = rounds->load();
        std::this_thread::sleep_for(100ms);
        EXPECT_EQ(rounds->load(), before);
        words.mode.fetch_and(~std::uint32_t{kGatePaused});
        words.epoch.fetch_add(1);
        futexWake(words.epoch);
        watched->store(true);
    });
    const Store store = runInThisProcess(testOrder(GetParam()), [&](Lab& lab) {
        lab.spawn("T", [=](Self self) -> Task {
            while (!watched->load()) {
                co_await self.compute(1ms);
                ++*rounds;
            }
        });
        gate.store(&lab.gateWords());
    });
    bool held = false;
    for (std::size_t i = 0; i < store.events().end(); ++i) held = held || store.events()[i].kind == EventKind::held;
    EXPECT_TRUE(held);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(GateTest, AStepLetsOneActorMakeOneOperation) {
    std::atomic<GateWords*> gate{nullptr};
    std::atomic<ActorSlot*> slot{nullptr};
    const auto writes = std::make_shared<std::atomic<int>>(0);
    const auto watched = std::make_shared<std::atomic<bool>>(false);  // the run outlives the look at it
    std::jthread person([&] {
        while (!slot.load()) std::this_thread::yield();
        GateWords& words = *gate.load();
        for (int expected = 0; expected < 5; ++expected) {
            std::this_thread::sleep_for(60ms);
            EXPECT_EQ(writes->load(), expected);
            slot.load()->stepPermits.fetch_add(1);
            words.epoch.fetch_add(1);
            futexWake(words.epoch);
        }
        std::this_thread::sleep_for(60ms);
        EXPECT_EQ(writes->load(), 5);
        words.mode.store(kGateFree);
        words.epoch.fetch_add(1);
        futexWake(words.epoch);
        watched->store(true);
    });
    const Store store = runInThisProcess(testOrder(GetParam()), [&](Lab& lab) {
        const Variable n = lab.variable("n", 0);
        const ActorHandle t = lab.spawn("T", [=](Self self) -> Task {
            for (int i = 0; i < 20 || !watched->load(); ++i) {
                co_await self.write(n, i);
                ++*writes;
                if (i >= 20) co_await self.sleep(1ms);
            }
        });
        lab.gateWords().mode.store(kGateStepping);
        gate.store(&lab.gateWords());
        slot.store(&lab.slot(t));
    });
    EXPECT_GE(writes->load(), 20);
    EXPECT_EQ(brokenLawsOf(store), "");
}

INSTANTIATE_TEST_SUITE_P(Runtimes, GateTest, ::testing::ValuesIn(kRuntimes),
                         [](const auto& runtime) { return std::string(nameOf(runtime.param)); });

}  // namespace
}  // namespace interleave
