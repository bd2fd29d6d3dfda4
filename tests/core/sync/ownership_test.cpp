// Recursive mutexes, reader-writer locks, barriers, and what is done wrong with them, on every runtime.
#include <atomic>
#include <chrono>
#include <memory>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

class Ownership : public ::testing::TestWithParam<RuntimeKind> {
protected:
    Store run(std::function<void(Lab&)> body) { return runInThisProcess(testOrder(GetParam()), std::move(body)); }
};

// Which actors got the lock, in order.
std::vector<std::uint32_t> takersOf(const Store& store, ObjectId lock) {
    std::vector<std::uint32_t> takers;
    for (std::size_t i = 0; i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        if (e.kind == EventKind::lockAcquired && e.what() == lock) takers.push_back(e.actor);
    }
    return takers;
}

TEST_P(Ownership, ARecursiveMutexIsFreeWhenItWasGivenBackAsOften) {
    const auto depths = std::make_shared<std::vector<std::int64_t>>();
    const Store store = run([](Lab& lab) {
        const Mutex r = lab.mutex("r", {.kind = MutexKind::recursive});
        for (int a = 0; a < 3; ++a) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int i = 0; i < 50; ++i) {
                    co_await self.lock(r);
                    co_await self.lock(r);
                    (void)co_await self.tryLock(r);
                    co_await self.yield();
                    co_await self.unlock(r);
                    co_await self.unlock(r);
                    co_await self.unlock(r);
                }
            });
        }
    });
    EXPECT_EQ(store.object({0}).acquisitions, 150U) << "only the outermost";
    EXPECT_EQ(countOf(store, EventKind::lockReleased), 150U);
    EXPECT_EQ(countOf(store, EventKind::lockNested), 600U);
    for (std::size_t i = 0; i < store.events().end(); ++i)
        if (store.events()[i].kind == EventKind::lockNested) depths->push_back(store.events()[i].value);
    EXPECT_EQ(std::vector<std::int64_t>(depths->begin(), depths->begin() + 4), (std::vector<std::int64_t>{2, 3, 2, 1}));
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Ownership, WaitingForAConditionGivesARecursiveMutexBackWholly) {
    const Store store = run([](Lab& lab) {
        const Mutex r = lab.mutex("r", {.kind = MutexKind::recursive});
        const Condition c = lab.condition("c", r);
        lab.spawn("waiter", [=](Self self) -> Task {
            co_await self.lock(r);
            co_await self.lock(r);
            co_await self.wait(c, r);
            co_await self.unlock(r);
            co_await self.unlock(r);
        });
        lab.spawn("notifier", [=](Self self) -> Task {
            co_await self.sleep(30ms);
            co_await self.lock(r);
            co_await self.notify(c);
            co_await self.unlock(r);
        });
    });
    for (const ActorRecord& actor : store.actors()) EXPECT_EQ(actor.end, EndReason::returned);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Ownership, ReadersOverlapAndWritersExclude) {
    for (const Preference preference : {Preference::readers, Preference::writers, Preference::fair}) {
        const auto readers = std::make_shared<std::atomic<int>>(0);
        const auto writers = std::make_shared<std::atomic<int>>(0);
        const auto wrong = std::make_shared<std::atomic<int>>(0);
        const Store store = run([=](Lab& lab) {
            const ReaderWriterLock l = lab.readerWriterLock("l", preference);
            for (int a = 0; a < 3; ++a) {
                lab.spawn("R", [=](Self self) -> Task {
                    for (int i = 0; i < 100; ++i) {
                        if (i % 5 == 4 && !co_await self.lockSharedFor(l, std::chrono::microseconds(1 + i))) continue;
                        if (i % 5 != 4) co_await self.lockShared(l);
                        ++*readers;
                        *wrong += writers->load();
                        co_await self.compute(5us);
                        --*readers;
                        co_await self.unlock(l);
                        if (i % 10 == 0) co_await self.yield();
                    }
                });
            }
            for (int a = 0; a < 2; ++a) {
                lab.spawn("W", [=](Self self) -> Task {
                    for (int i = 0; i < 60; ++i) {
                        if (i % 4 == 3 && !co_await self.lockFor(l, std::chrono::microseconds(1 + i))) continue;
                        if (i % 4 != 3) co_await self.lock(l);
                        *wrong += ++*writers - 1 + readers->load();
                        co_await self.compute(5us);
                        --*writers;
                        co_await self.unlock(l);
                        co_await self.sleep(10us);
                    }
                });
            }
        });
        EXPECT_EQ(wrong->load(), 0);
        EXPECT_EQ(countOf(store, EventKind::lockAcquired), countOf(store, EventKind::lockReleased));
        EXPECT_EQ(brokenLawsOf(store), "");
    }
}

// R1 reads; W, then R2 come. Who is next?
std::vector<std::uint32_t> orderUnder(RuntimeKind runtime, Preference preference) {
    const Store store = runInThisProcess(testOrder(runtime), [=](Lab& lab) {
        const ReaderWriterLock l = lab.readerWriterLock("l", preference);
        const auto reader = [=](Self self, Duration comes, Duration stays) -> Task {
            co_await self.sleep(comes);
            co_await self.lockShared(l);
            co_await self.sleep(stays);
            co_await self.unlock(l);
        };
        lab.spawn("R1", [=](Self self) { return reader(self, 1ms, 150ms); });
        lab.spawn("W", [=](Self self) -> Task {
            co_await self.sleep(50ms);
            co_await self.lock(l);
            co_await self.unlock(l);
        });
        lab.spawn("R2", [=](Self self) { return reader(self, 100ms, 100ms); });
    });
    EXPECT_EQ(brokenLawsOf(store), "");
    return takersOf(store, {0});
}

TEST_P(Ownership, ThePreferenceDecidesWhoGoesFirst) {
    EXPECT_EQ(orderUnder(GetParam(), Preference::readers), (std::vector<std::uint32_t>{0, 2, 1}));
    EXPECT_EQ(orderUnder(GetParam(), Preference::writers), (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(orderUnder(GetParam(), Preference::fair), (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST_P(Ownership, AWriterThatGivesUpLetsInTheReadersBehindIt) {
    const Store store = run([](Lab& lab) {
        const ReaderWriterLock l = lab.readerWriterLock("l", Preference::fair);
        lab.spawn("R1", [=](Self self) -> Task {
            co_await self.lockShared(l);
            co_await self.sleep(200ms);
            co_await self.unlock(l);
        });
        lab.spawn("W", [=](Self self) -> Task {
            co_await self.sleep(30ms);
            EXPECT_FALSE(co_await self.lockFor(l, 60ms));
        });
        lab.spawn("R2", [=](Self self) -> Task {
            co_await self.sleep(60ms);
            co_await self.lockShared(l);
            co_await self.unlock(l);
        });
    });
    EXPECT_LT(store.actor({2}).ended, store.actor({0}).ended) << "beside the first reader";
    EXPECT_EQ(store.object({0}).maxLevel, 2);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Ownership, ABarrierLetsNobodyGoOnBeforeAllHaveCome) {
    constexpr int kParties = 4;
    constexpr int kRounds = 60;
    const auto round = std::make_shared<std::vector<std::atomic<int>>>(kRounds);
    const auto wrong = std::make_shared<std::atomic<int>>(0);
    const auto places = std::make_shared<std::atomic<int>>(0);
    const Store store = run([=](Lab& lab) {
        const Barrier b = lab.barrier("b", kParties);
        for (int a = 0; a < kParties; ++a) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int i = 0; i < kRounds; ++i) {
                    ++(*round)[static_cast<std::size_t>(i)];
                    *places += static_cast<int>(co_await self.wait(b));
                    *wrong += (*round)[static_cast<std::size_t>(i)] != kParties;
                }
            });
        }
    });
    EXPECT_EQ(wrong->load(), 0);
    EXPECT_EQ(places->load(), kRounds * (0 + 1 + 2 + 3));
    EXPECT_EQ(countOf(store, EventKind::barrierOpened), std::size_t{kRounds});
    EXPECT_EQ(brokenLawsOf(store), "");
}

// Runs the program of the second actor while the first holds "m"; what the run then says of its failure.
std::string complaintOf(RuntimeKind runtime, std::function<Task(Self, Mutex, Condition)> program) {
    const Store store = runInThisProcess(testOrder(runtime), [=](Lab& lab) {
        const Mutex m = lab.mutex("m");
        const Condition c = lab.condition("c", m);
        lab.spawn("T1", [=](Self self) -> Task {
            co_await self.lock(m);
            co_await self.sleep(80ms);
            co_await self.unlock(m);
        });
        lab.spawn("T2", [=](Self self) { return program(self, m, c); });
    });
    EXPECT_EQ(store.actor({1}).end, EndReason::failed);
    EXPECT_EQ(countOf(store, EventKind::misused), 1U);
    EXPECT_EQ(brokenLawsOf(store), "") << "what is refused breaks no law";
    return store.notes().empty() ? "" : store.notes()[0].text;
}

Task unlockLate(Self self, Mutex m, Condition) {
    co_await self.sleep(30ms);
    co_await self.unlock(m);
}
Task unlockTwice(Self self, Mutex m, Condition) {
    co_await self.sleep(150ms);
    co_await self.lock(m);
    co_await self.unlock(m);
    co_await self.unlock(m);
}
Task waitWithoutLock(Self self, Mutex m, Condition c) {
    co_await self.sleep(30ms);
    co_await self.wait(c, m);
}
Task notifyWithoutLock(Self self, Mutex, Condition c) {
    co_await self.sleep(30ms);
    co_await self.notify(c);
}

TEST_P(Ownership, WrongUseIsToldInASentenceThatNamesWhoAndWhat) {
    EXPECT_EQ(complaintOf(GetParam(), unlockLate), "T2 cannot unlock m: it is not held by T2, but by T1");
    EXPECT_EQ(complaintOf(GetParam(), unlockTwice), "T2 cannot unlock m: it is not held by T2, nor by anybody else");
    EXPECT_EQ(complaintOf(GetParam(), waitWithoutLock), "T2 cannot wait for c: m is not held by T2, but by T1");
    EXPECT_EQ(complaintOf(GetParam(), notifyWithoutLock), "T2 cannot notify c: m is not held by T2, but by T1");
}

TEST_P(Ownership, WhoReadsNotCannotGiveBackAnothersReading) {
    const Store store = run([](Lab& lab) {
        const ReaderWriterLock l = lab.readerWriterLock("l", Preference::fair);
        lab.spawn("R", [=](Self self) -> Task {
            co_await self.lockShared(l);
            co_await self.sleep(60ms);
            co_await self.unlock(l);
        });
        lab.spawn("T", [=](Self self) -> Task {
            co_await self.sleep(20ms);
            co_await self.unlock(l);
        });
    });
    EXPECT_EQ(store.actor({0}).end, EndReason::returned);
    EXPECT_EQ(store.actor({1}).end, EndReason::failed);
    EXPECT_EQ(store.notes()[0].text, "T cannot unlock l: it is not held by T, but by R");
    EXPECT_EQ(brokenLawsOf(store), "");
}

// A limit ends it, so that the run ends; without one it would stand for good.
TEST_P(Ownership, APlainLockTakenTwiceByItsOwnerWaitsForItself) {
    const Store store = run([](Lab& lab) {
        const Mutex m = lab.mutex("m");
        lab.spawn("T", [=](Self self) -> Task {
            co_await self.lock(m);
            EXPECT_FALSE(co_await self.lockFor(m, 20ms));
            co_await self.unlock(m);
        });
    });
    EXPECT_EQ(store.actor({0}).end, EndReason::returned);
    EXPECT_EQ(store.object({0}).contended, 1U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

INSTANTIATE_TEST_SUITE_P(Runtimes, Ownership, ::testing::ValuesIn(kRuntimes),
                         [](const auto& runtime) { return std::string(nameOf(runtime.param)); });

}  // namespace
}  // namespace interleave
