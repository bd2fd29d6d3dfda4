// What only an event loop does: one thread, turns in order, and nobody is interrupted.
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "core/base/membarrier.hpp"
#include "core/sync/condition.hpp"
#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

Store onTheLoop(std::function<void(Lab&)> body) {
    return runInThisProcess(testOrder(RuntimeKind::coroutines), std::move(body));
}

std::vector<Event> turnsOf(const Store& store) {
    std::vector<Event> turns;
    for (std::size_t i = 0; i < store.events().end(); ++i) {
        if (store.events()[i].kind == EventKind::running) turns.push_back(store.events()[i]);
    }
    return turns;
}

TEST(EventLoop, GivesTurnsInTheOrderInWhichActorsBecameReady) {
    const Store store = onTheLoop([](Lab& lab) {
        for (const char* name : {"A", "B", "C"}) {
            lab.spawn(name, [](Self self) -> Task {
                co_await self.yield();
                co_await self.yield();
            });
        }
    });
    std::vector<std::uint32_t> order;
    for (const Event& turn : turnsOf(store)) order.push_back(turn.actor);
    EXPECT_EQ(order, (std::vector<std::uint32_t>{0, 1, 2, 0, 1, 2, 0, 1, 2}));
    EXPECT_TRUE(store.violations().empty());
}

TEST(EventLoop, HasOneThreadAndOneLane) {
    const Store store = onTheLoop([](Lab& lab) {
        for (int i = 0; i < 4; ++i) lab.spawn("C", [](Self self) -> Task { co_await self.sleep(1ms); });
    });
    std::set<std::uint32_t> tids;
    for (const ActorRecord& actor : store.actors()) {
        EXPECT_EQ(actor.kind, ActorKind::coroutine);
        tids.insert(actor.tid);
    }
    EXPECT_EQ(tids.size(), 1U);
    for (const Event& turn : turnsOf(store)) EXPECT_EQ(turn.value, 0);
}

TEST(EventLoop, IsBlockedByWhoeverComputes) {
    const Store store = onTheLoop([](Lab& lab) {
        lab.spawn("sleeper", [&lab](Self self) -> Task {
            co_await self.sleep(5ms);
            lab.tell("woke_ms", static_cast<std::int64_t>(lab.now() / 1ms));
        });
        lab.spawn("burner", [](Self self) -> Task { co_await self.compute(60ms); });
    });
    EXPECT_GE(resultOf(store, "woke_ms"), 60);
    EXPECT_EQ(turnsOf(store).size(), 3U);  // the burner had one turn
}

TEST(EventLoop, DoesNotSwitchWhereAnAwaitNeedNotWait) {
    const Store store = onTheLoop([](Lab& lab) {
        const Mutex lock = lab.mutex("L");
        const Variable n = lab.variable("n", 0);
        for (int i = 0; i < 2; ++i) {
            lab.spawn("C", [=](Self self) -> Task {
                for (int round = 0; round < 100; ++round) {
                    co_await self.lock(lock);
                    co_await self.write(n, co_await self.read(n) + 1);
                    co_await self.unlock(lock);
                }
            });
        }
        lab.afterwards([=, &lab] { lab.tell("n", lab.value(n)); });
    });
    EXPECT_EQ(resultOf(store, "n"), 200);
    EXPECT_EQ(turnsOf(store).size(), 2U);
}

TEST(EventLoop, LetsAnActorArriveLater) {
    const Store store = onTheLoop([](Lab& lab) {
        SpawnOptions late;
        late.arrival = 10ms;
        lab.spawn("late", [&lab](Self self) -> Task {
            co_await self.yield();
            lab.tell("at_ms", static_cast<std::int64_t>(lab.now() / 1ms));
        }, late);
    });
    EXPECT_GE(resultOf(store, "at_ms"), 10);
}

TEST(EventLoop, AccountsTheTimeOfEachCoroutine) {
    (void)onTheLoop([](Lab& lab) {
        const ActorHandle burns = lab.spawn("burns", [](Self self) -> Task { co_await self.compute(20ms); });
        const ActorHandle sleeps = lab.spawn("sleeps", [](Self self) -> Task { co_await self.sleep(20ms); });
        lab.afterwards([=, &lab] {
            EXPECT_GE(lab.cpuTime(burns), 20ms);
            EXPECT_LT(lab.cpuTime(sleeps), 10ms);
        });
    });
}

TEST(EventLoop, RunsManyThatSwitchOften) {
    constexpr int kActors = 1'000;
    constexpr int kTurns = 100;
    const Store store = onTheLoop([](Lab& lab) {
        for (int i = 0; i < kActors; ++i) {
            lab.spawn("C", [](Self self) -> Task {
                for (int turn = 1; turn < kTurns; ++turn) co_await self.yield();
            });
        }
    });
    EXPECT_EQ(turnsOf(store).size(), std::size_t{kActors} * kTurns);
    EXPECT_TRUE(store.violations().empty());
}

// Another thread of the process sets the event that a coroutine waits for while its loop sleeps.
TEST(EventLoop, IsWokenFromOutside) {
    Arena arena = std::move(*Arena::create());
    if (!registerForBarriers()) arena.header().useMembarrier = 0;
    RingWriter ring{arena};
    const auto runtime = makeCoroutinesRuntime(arena, testOrder(RuntimeKind::coroutines));
    Runtime::useRing(&ring);
    const EventFlag flag = EventFlag::make(arena, arena.newObject());
    bool passed = false;
    runtime->spawn("waits", [&](Self self) -> Task {
        co_await self.wait(flag);
        passed = true;
    });
    const std::jthread outside([&] {
        RingWriter own{arena};
        std::this_thread::sleep_for(20ms);
        flag.set(Caller{.self = {}, .arena = arena, .ring = own, .parking = *runtime});
    });
    runtime->runAll();
    Runtime::useRing(nullptr);
    EXPECT_TRUE(passed);
}

}  // namespace
}  // namespace interleave
