// Tasks, futures, gather and calls offloaded to threads, on the event loop.
#include <thread>

#include <gtest/gtest.h>

#include "core/runtime/awaiting.hpp"
#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;
using Number = TaskHandle<std::int64_t>;

Store runOnTheLoop(std::function<void(Lab&)> body) {
    return runInThisProcess(testOrder(RuntimeKind::coroutines), std::move(body));
}

// `main` alone; what it prints.
std::vector<std::string> printedBy(std::function<Task(Self)> program, Store* whole = nullptr) {
    Store store = runOnTheLoop([&](Lab& lab) { lab.spawn("main", program); });
    EXPECT_EQ(brokenLawsOf(store), "");
    std::vector<std::string> lines;
    for (const Note& note : store.notes()) {
        if (note.printed) lines.push_back(note.text);
    }
    if (whole) *whole = std::move(store);
    return lines;
}
using Lines = std::vector<std::string>;

auto after(Duration delay, std::int64_t value) {
    return [=](Self self) -> ValueTask<std::int64_t> {
        co_await self.sleep(delay);
        self.print("done " + std::to_string(value));
        co_return value;
    };
}

auto failing(Duration delay) {
    return [=](Self self) -> ValueTask<std::int64_t> {
        co_await self.sleep(delay);
        throw std::runtime_error("broken");
    };
}

TEST(Tasks, BeginInALaterTurnAndAreAwaitedForTheirResults) {
    const Lines lines = printedBy([](Self self) -> Task {
        const Number task = self.createTask("task", after(1ms, 7));
        EXPECT_FALSE(task.isDone());
        self.print("created");
        self.print("got " + std::to_string(co_await self.await(task)));
        self.print("again " + std::to_string(co_await self.await(task)));
    });
    EXPECT_EQ(lines, (Lines{"created", "done 7", "got 7", "again 7"}));
}

TEST(Tasks, ThrowWhatTheyFailedOfIntoEachWhoAwaitsThem) {
    const Lines lines = printedBy([](Self self) -> Task {
        const Number task = self.createTask("task", failing(1ms));
        for (int i = 0; i < 2; ++i) {
            try {
                co_await self.await(task);
            } catch (const std::runtime_error& error) {
                self.print(error.what());
            }
        }
    });
    EXPECT_EQ(lines, (Lines{"broken", "broken"}));
}

TEST(Tasks, AreCalledBackInTheOrderOfTheLoop) {
    const Lines lines = printedBy([](Self self) -> Task {
        self.callLater(3ms, "later", [](Self call) { call.print("later"); });
        self.callSoon("soon", [](Self call) { call.print("soon"); });
        self.print("first");
        co_return;
    });
    EXPECT_EQ(lines, (Lines{"first", "soon", "later"}));
}

TEST(Futures, ArePendingUntilSomebodySettlesThemOnce) {
    Store store;
    const Lines lines = printedBy([](Self self) -> Task {
        const Future future = self.future("answer");
        EXPECT_EQ(self.state(future), FutureState::pending);
        self.createTask("setter", [=](Self setter) -> Task {
            co_await setter.setResult(future, 42);
            EXPECT_EQ(setter.state(future), FutureState::done);
            EXPECT_FALSE(co_await setter.cancel(future));
            try {
                co_await setter.setResult(future, 43);
            } catch (const std::logic_error&) {
                setter.print("refused");
            }
        });
        self.print("got " + std::to_string(co_await self.await(future)));
    }, &store);
    EXPECT_EQ(lines, (Lines{"refused", "got 42"}));
    ASSERT_EQ(store.objects().size(), 1U);
    EXPECT_EQ(store.object({0}).kind, ObjectKind::future);
    EXPECT_EQ(store.object({0}).levels.valueAt(store.now()), static_cast<std::int64_t>(FutureState::done));
}

TEST(Futures, ThrowWhereTheyFailedOrWereCancelled) {
    const Lines lines = printedBy([](Self self) -> Task {
        const Future broken = self.future("broken"), off = self.future("off");
        co_await self.setFailure(broken, "no answer");
        EXPECT_TRUE(co_await self.cancel(off));
        try {
            co_await self.await(broken);
        } catch (const std::runtime_error& error) {
            self.print(error.what());
        }
        try {
            co_await self.await(off);
        } catch (const Cancelled&) {
            self.print("cancelled");
        }
    });
    EXPECT_EQ(lines, (Lines{"no answer", "cancelled"}));
}

TEST(Gather, GivesResultsInTheOrderOfItsTasks) {
    const Lines lines = printedBy([](Self self) -> Task {
        const std::vector<Number> tasks{self.createTask("a", after(20ms, 1)), self.createTask("b", after(1ms, 2))};
        for (const auto& outcome : co_await self.gather(tasks)) self.print(std::to_string(*outcome.value));
        EXPECT_TRUE((co_await self.gather(std::vector<Number>{})).empty());
    });
    EXPECT_EQ(lines, (Lines{"done 2", "done 1", "1", "2"}));
}

TEST(Gather, ThrowsTheFirstErrorAtOnceWhileTheOthersGoOn) {
    const Lines lines = printedBy([](Self self) -> Task {
        const Number slow = self.createTask("slow", after(30ms, 1));
        try {
            const std::vector<Number> tasks{slow, self.createTask("bad", failing(1ms))};
            co_await self.gather(tasks);
        } catch (const std::runtime_error& error) {
            self.print(error.what());
        }
        EXPECT_FALSE(slow.isDone());
        EXPECT_EQ(co_await self.await(slow), 1);
    });
    EXPECT_EQ(lines, (Lines{"broken", "done 1"}));
}

TEST(Gather, GivesErrorsBackAmongTheResultsWhereAsked) {
    const Lines lines = printedBy([](Self self) -> Task {
        const std::vector<Number> tasks{self.createTask("good", after(5ms, 1)), self.createTask("bad", failing(1ms)),
                                        self.createTask("off", after(50ms, 3))};
        self.callLater(2ms, "canceller", [](Self) {});
        self.createTask("canceller", [=](Self other) -> Task { co_await other.cancel(tasks[2]); });
        for (const auto& outcome : co_await self.gather(tasks, OnFailure::giveBack))
            self.print(outcome.value           ? std::to_string(*outcome.value)
                       : outcome.isCancelled() ? "cancelled"
                                               : outcome.what());
    });
    EXPECT_EQ(lines, (Lines{"done 1", "1", "broken", "cancelled"}));
}

TEST(WaitFor, CancelsWhatIsNotInTimeAndAwaitsItsEnd) {
    const Lines lines = printedBy([](Self self) -> Task {
        EXPECT_EQ(co_await waitFor(self, self.createTask("quick", after(1ms, 1)), 2s), 1);
        const Number slow = self.createTask("slow", after(10s, 2));
        try {
            co_await waitFor(self, slow, 5ms);
        } catch (const TimedOut&) {
            self.print("too late");
        }
        EXPECT_TRUE(slow.isCancelled());
    });
    EXPECT_EQ(lines, (Lines{"done 1", "too late"}));
}

TEST(Offloading, LetsTheLoopGoOnWhileAThreadBlocks) {
    Store store;
    const Lines lines = printedBy([](Self self) -> Task {
        self.createTask("ticker", [](Self ticker) -> Task {
            for (int i = 0; i < 3; ++i) {
                co_await ticker.sleep(2ms);
                ticker.print("tick");
            }
        });
        const std::int64_t value = co_await toThread(self, "worker", [](Self thread) -> ValueTask<std::int64_t> {
            co_await thread.block(60ms);
            co_return 5;
        });
        self.print("thread: " + std::to_string(value));
    }, &store);
    EXPECT_EQ(lines, (Lines{"tick", "tick", "tick", "thread: 5"}));
    EXPECT_EQ(store.actors().back().kind, ActorKind::thread);
    EXPECT_NE(store.actors().back().tid, store.actors().front().tid);
}

TEST(Offloading, BringsBackWhatAThreadFailedOfAndSharesLocksWithIt) {
    const Lines lines = printedBy([](Self self) -> Task {
        const Future ready = self.future("ready");
        const auto worker = self.startThread("worker", [=](Self thread) -> Task {
            co_await thread.setResult(ready, 1);
            throw std::runtime_error("of the thread");
        });
        co_await self.await(ready);
        try {
            co_await self.await(worker);
        } catch (const std::runtime_error& error) {
            self.print(error.what());
        }
    });
    EXPECT_EQ(lines, (Lines{"of the thread"}));
}

TEST(EventLoop, TellsItsTurnsAndWhenItSleeps) {
    const Store store = runOnTheLoop([](Lab& lab) {
        for (int i = 0; i < 3; ++i) lab.spawn("C", [](Self self) -> Task { co_await self.sleep(5ms); });
    });
    std::vector<Event> turns, sleeps;
    for (std::size_t i = 0; i < store.events().end(); ++i) {
        if (store.events()[i].kind == EventKind::loopTurned) turns.push_back(store.events()[i]);
        if (store.events()[i].kind == EventKind::loopSlept) sleeps.push_back(store.events()[i]);
    }
    ASSERT_GE(turns.size(), 2U);
    EXPECT_EQ(turns[0].value, 1);
    EXPECT_EQ(turns[0].ticket, 3U) << "all three are ready";
    EXPECT_EQ(turns[0].object, 0U) << "by no timer";
    EXPECT_GT(turns[1].object, 0U) << "the second turn is a timer's";
    ASSERT_FALSE(sleeps.empty());
    EXPECT_GT(sleeps[0].value, 0);
}

TEST(EventLoop, AwaitsAMillionInARowAndTasksOneAfterTheOther) {
    const Store store = runOnTheLoop([](Lab& lab) {
        lab.spawn("main", [&lab](Self self) -> Task {
            const auto one = [](std::int64_t n) -> ValueTask<std::int64_t> { co_return n; };
            std::int64_t sum = 0;
            for (int i = 0; i < 1'000'000; ++i) sum += co_await one(1);
            for (int i = 0; i < 1'000; ++i) sum += co_await self.await(self.createTask("t", after(Duration{}, 1)));
            lab.tell("sum", sum);
        });
    });
    EXPECT_EQ(resultOf(store, "sum"), 1'001'000);
}

}  // namespace
}  // namespace interleave
