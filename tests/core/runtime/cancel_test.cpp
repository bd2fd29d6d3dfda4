// Cancelling on the event loop: wherever a coroutine waits, it is told at its await, may clean up, and may go on.
#include <sys/socket.h>

#include <gtest/gtest.h>

#include "core/runtime/awaiting.hpp"
#include "core/runtime/descriptor_operations.hpp"
#include "tests/support/lab_run.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

Lines printedInTheLab(std::function<void(Lab&)> body, Store* whole = nullptr) {
    Store store = runInThisProcess(testOrder(RuntimeKind::coroutines), std::move(body));
    EXPECT_EQ(brokenLawsOf(store), "");
    Lines lines;
    for (const Note& note : store.notes()) {
        if (note.printed) lines.push_back(note.text);
    }
    if (whole) *whole = std::move(store);
    return lines;
}

// Waits by `wait` until it is cancelled 5 ms later, and says where it was told.
Lines toldAt(std::function<Task(Self, Lab&)> wait, std::function<void(Lab&)> prepare = {}) {
    return printedInTheLab([=](Lab& lab) {
        if (prepare) prepare(lab);
        const ActorHandle victim = lab.spawn("victim", [=, &lab](Self self) -> Task {
            try {
                co_await wait(self, lab);
                self.print("went on");
            } catch (const Cancelled&) {
                self.print("told");
                throw;
            }
        });
        lab.spawn("canceller", [=](Self self) -> Task {
            co_await self.sleep(5ms);
            EXPECT_TRUE(co_await self.cancel(victim));
            co_await self.join(victim);
            EXPECT_FALSE(co_await self.cancel(victim)) << "it has ended";
        });
    });
}

TEST(Cancelling, ReachesASleeper) {
    EXPECT_EQ(toldAt([](Self self, Lab&) -> Task { co_await self.sleep(10s); }), (Lines{"told"}));
}

TEST(Cancelling, ReachesOneWhoWaitsForALockWhichGoesToTheNext) {
    Store store;
    const Lines lines = printedInTheLab([](Lab& lab) {
        const Mutex lock = lab.mutex("L");
        const auto locks = [=](Self self) -> Task {
            co_await self.lock(lock);
            self.print(std::string(self.name()) + " has it");
            co_await self.sleep(20ms);
            co_await self.unlock(lock);
        };
        lab.spawn("first", locks);
        const ActorHandle victim = lab.spawn("victim", locks);
        lab.spawn("last", locks);
        lab.spawn("canceller", [=](Self self) -> Task {
            co_await self.sleep(5ms);
            co_await self.cancel(victim);
        });
    }, &store);
    EXPECT_EQ(lines, (Lines{"first has it", "last has it"}));
    EXPECT_EQ(store.actor({1}).end, EndReason::cancelled);
}

TEST(Cancelling, ReachesOneWhoWaitsForAnItemAndLosesNone) {
    const Lines lines = printedInTheLab([](Lab& lab) {
        const BoundedQueue queue = lab.queue("Q", 1);
        const ActorHandle victim = lab.spawn("victim", [=](Self self) -> Task { co_await self.get(queue); });
        lab.spawn("other", [=](Self self) -> Task {
            co_await self.sleep(5ms);
            co_await self.cancel(victim);
            co_await self.put(queue, 7);
            self.print(std::to_string(co_await self.get(queue)));
        });
    });
    EXPECT_EQ(lines, (Lines{"7"}));
}

TEST(Cancelling, TellsOneWhoHasJustBeenGivenALockAtItsNextWait) {
    const Lines lines = printedInTheLab([](Lab& lab) {
        const Mutex lock = lab.mutex("L");
        const ActorHandle holder = lab.spawn("holder", [=](Self self) -> Task {
            co_await self.lock(lock);
            co_await self.sleep(5ms);
            co_await self.unlock(lock);
            co_await self.cancel({{1}});
        });
        lab.spawn("victim", [=](Self self) -> Task {
            co_await self.lock(lock);
            self.print("has it");
            try {
                co_await self.sleep(10s);
            } catch (const Cancelled&) {
                self.print("told");
            }
            co_await self.unlock(lock);
            co_await self.join(holder);
        });
    });
    EXPECT_EQ(lines, (Lines{"has it", "told"}));
}

TEST(Cancelling, ReachesWaitsForSemaphoresEventsAndConditions) {
    EXPECT_EQ(toldAt([](Self self, Lab& lab) -> Task { co_await self.acquire(lab.semaphore("S", 0)); }),
              (Lines{"told"}));
    EXPECT_EQ(toldAt([](Self self, Lab& lab) -> Task { co_await self.wait(lab.event("E")); }), (Lines{"told"}));
    EXPECT_EQ(toldAt([](Self self, Lab& lab) -> Task {
        const Mutex lock = lab.mutex("L");
        bool told = false;
        co_await self.lock(lock);
        try {
            co_await self.wait(lab.condition("C"), lock);
        } catch (const Cancelled&) {
            told = true;
        }
        co_await self.unlock(lock);  // it has it again
        if (told) throw Cancelled{};
    }), (Lines{"told"}));
}

TEST(Cancelling, ReachesOneWhoWaitsAtABarrierAndDoesNotCountAsOneWhoCame) {
    Store store;
    const Lines lines = printedInTheLab([](Lab& lab) {
        const Barrier barrier = lab.barrier("B", 2);
        const auto come = [=](Self self) -> Task {
            try {
                co_await self.wait(barrier);
                self.print("went on");
            } catch (const Cancelled&) {
                self.print("told");
                throw;
            }
        };
        const ActorHandle victim = lab.spawn("victim", come);
        lab.spawn("canceller", [=, &lab](Self self) -> Task {
            co_await self.sleep(5ms);
            EXPECT_TRUE(co_await self.cancel(victim));
            co_await self.join(victim);
            const ActorHandle first = lab.spawn("first", come);
            co_await self.sleep(5ms);
            self.print("still one to come");
            const ActorHandle second = lab.spawn("second", come);
            co_await self.join(first);
            co_await self.join(second);
        });
    }, &store);
    EXPECT_EQ(lines, (Lines{"told", "still one to come", "went on", "went on"}));
    EXPECT_EQ(countOf(store, EventKind::barrierLeft), 1U);
}

TEST(Cancelling, ReachesOneWhoWaitsForABanksUnitsWhichGoToTheNext) {
    Store store;
    const Lines lines = printedInTheLab([](Lab& lab) {
        const Bank bank = lab.bank("bank", {{"R", 2}}, 3, BankPolicy::banker);
        const std::vector<Units> both{2};
        const auto ask = [=](Self self) -> Task {
            try {
                co_await self.ask(bank, both);
                self.print("has them");
                co_await self.giveBack(bank, both);
            } catch (const Cancelled&) {
                self.print("told");
                throw;
            }
        };
        const ActorHandle owner = lab.spawn("owner", [=](Self self) -> Task {
            co_await self.ask(bank, both);
            co_await self.sleep(20ms);
            co_await self.giveBack(bank, both);
        });
        const ActorHandle victim = lab.spawn("victim", ask);
        const ActorHandle next = lab.spawn("next", ask);
        for (const ActorHandle& party : {owner, victim, next}) lab.claim(bank, party, both);
        lab.spawn("canceller", [=](Self self) -> Task {
            co_await self.sleep(5ms);
            EXPECT_TRUE(co_await self.cancel(victim));
        });
    }, &store);
    EXPECT_EQ(lines, (Lines{"told", "has them"}));
    const BankTable* const table = store.state().bank(ObjectId{0});
    ASSERT_NE(table, nullptr);
    for (const BankParty& party : table->parties()) EXPECT_FALSE(party.waits) << party.actor;
    EXPECT_EQ(table->free(), 2);
}

TEST(Cancelling, ReachesOneWhoWaitsForADescriptor) {
    const Lines lines = printedInTheLab([](Lab& lab) {
        int ends[2];
        ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends), 0);
        const auto in = std::make_shared<UniqueFd>(ends[0]), out = std::make_shared<UniqueFd>(ends[1]);
        const Descriptor reads = lab.descriptor("in", ends[0]), writes = lab.descriptor("out", ends[1]);
        const auto reader = [=](Self self) -> Task {
            int number = 0;
            co_await self.receive(reads, roomFor(number));
            self.print(std::to_string(number) + (in->open() ? "" : "?"));
        };
        const ActorHandle victim = lab.spawn("victim", reader);
        lab.spawn("other", [=](Self self) -> Task {
            co_await self.sleep(5ms);
            co_await self.cancel(victim);
            co_await self.join(victim);
            const auto next = self.createTask("next", reader);
            co_await self.sleep(5ms);
            const int number = 12;
            co_await self.send(writes, bytesOf(number));
            co_await self.await(next);
            self.print(out->open() ? "sent" : "?");
        });
    });
    EXPECT_EQ(lines, (Lines{"12", "sent"}));
}

TEST(Cancelling, RunsCleanUpThatMayWaitItselfAndMayBeIgnored) {
    const Lines lines = printedInTheLab([](Lab& lab) {
        const ActorHandle stubborn = lab.spawn("stubborn", [](Self self) -> Task {
            bool told = false;
            try {
                co_await self.sleep(10s);
            } catch (const Cancelled&) {
                told = true;
            }
            if (told) co_await self.sleep(1ms);
            self.print("cleaned up");
        });
        lab.spawn("canceller", [=](Self self) -> Task {
            co_await self.sleep(2ms);
            co_await self.cancel(stubborn);
        });
    });
    EXPECT_EQ(lines, (Lines{"cleaned up"}));
}

TEST(Cancelling, ComesBeforeTheFirstStepOfOneThatHasNotBegun) {
    Store store;
    const Lines lines = printedInTheLab([](Lab& lab) {
        lab.spawn("main", [](Self self) -> Task {
            const auto never = self.createTask("never", [](Self task) -> Task {
                task.print("began");
                co_return;
            });
            co_await self.cancel(never);
            try {
                co_await self.await(never);
            } catch (const Cancelled&) {
                self.print("cancelled");
            }
        });
    }, &store);
    EXPECT_EQ(lines, (Lines{"cancelled"}));
    EXPECT_EQ(store.actor({1}).end, EndReason::cancelled);
}

TEST(Cancelling, OfAGatherCancelsItsTasks) {
    Store store;
    const Lines lines = printedInTheLab([](Lab& lab) {
        const auto sleeps = [](Self self) -> ValueTask<std::int64_t> {
            try {
                co_await self.sleep(10s);
            } catch (const Cancelled&) {
                self.print(std::string(self.name()) + " told");
                throw;
            }
            co_return 1;
        };
        const ActorHandle main = lab.spawn("main", [=](Self self) -> Task {
            std::vector<TaskHandle<std::int64_t>> tasks;
            for (const char* name : {"a", "b"}) tasks.push_back(self.createTask(name, sleeps));
            co_await self.gather(tasks);
        });
        lab.spawn("canceller", [=](Self self) -> Task {
            co_await self.sleep(5ms);
            co_await self.cancel(main);
        });
    }, &store);
    EXPECT_EQ(lines, (Lines{"a told", "b told"}));
    EXPECT_EQ(store.actor({0}).end, EndReason::cancelled);
}

TEST(Cancelling, OfOneTaskOfAGatherThatGivesBackLeavesTheGatherAlone) {
    const Lines lines = printedInTheLab([](Lab& lab) {
        lab.spawn("main", [](Self self) -> Task {
            const auto sleeps = [](Self task) -> ValueTask<std::int64_t> {
                co_await task.sleep(10ms);
                co_return 1;
            };
            std::vector<TaskHandle<std::int64_t>> tasks;
            for (const char* name : {"a", "b"}) tasks.push_back(self.createTask(name, sleeps));
            self.createTask("canceller", [=](Self other) -> Task { co_await other.cancel(tasks[0]); });
            const auto outcomes = co_await self.gather(tasks, OnFailure::giveBack);
            self.print(outcomes[0].isCancelled() && outcomes[1].value ? "the other has its result" : "no");
        });
    });
    EXPECT_EQ(lines, (Lines{"the other has its result"}));
}

TEST(Cancelling, LeavesAThreadAloneButNotWhoWaitsForIt) {
    Store store;
    const Lines lines = printedInTheLab([](Lab& lab) {
        const ActorHandle main = lab.spawn("main", [](Self self) -> Task {
            co_await toThread(self, "worker", [](Self thread) -> Task {
                co_await thread.block(30ms);
                thread.print("the thread ends");
            });
        });
        lab.spawn("canceller", [=](Self self) -> Task {
            co_await self.sleep(5ms);
            co_await self.cancel(main);
            co_await self.join(main);
            self.print("main has ended");
        });
    }, &store);
    EXPECT_EQ(lines, (Lines{"main has ended", "the thread ends"}));
}

Task nestOnTheLoop(Self self, int depth, int& left) {
    try {
        if (depth == 0) co_await self.sleep(100s);
        else co_await nestOnTheLoop(self, depth - 1, left);
    } catch (const Cancelled&) {
        ++left;
        throw;
    }
}

TEST(Cancelling, UnwindsAHundredThousandNestedAwaits) {
    constexpr int kNested = 100'000;
    int left = 0;
    (void)printedInTheLab([&](Lab& lab) {
        const ActorHandle deep =
            lab.spawn("deep", [&](Self self) -> Task { co_await nestOnTheLoop(self, kNested, left); });
        lab.spawn("canceller", [=](Self self) -> Task {
            co_await self.sleep(1ms);
            co_await self.cancel(deep);
        });
    });
    EXPECT_EQ(left, kNested + 1);
}

TEST(Cancelling, WalksAChainOfTasksThatAwaitEachOther) {
    constexpr int kTasks = 3'000;  // the trace's search for deadlocks walks the chain at each new wait
    int cancelled = 0;
    (void)printedInTheLab([&](Lab& lab) {
        lab.spawn("main", [&](Self self) -> Task {
            TaskHandle<> last = self.createTask("task", [](Self task) -> Task { co_await task.sleep(100s); });
            for (int i = 1; i < kTasks; ++i)
                last = self.createTask("task", [last](Self task) -> Task { co_await task.await(last); });
            co_await self.sleep(1ms);
            co_await self.cancel(last);
            try {
                co_await self.await(last);
            } catch (const Cancelled&) {
                ++cancelled;
            }
        });
    });
    EXPECT_EQ(cancelled, 1);
}

}  // namespace
}  // namespace interleave
