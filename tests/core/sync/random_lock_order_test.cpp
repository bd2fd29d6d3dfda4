// A thousand real runs in which actors take locks in random order: each verdict of deadlock is held against a search
// that works in another way. Each run has a process of its own, since a deadlock never ends.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <random>

#include <gtest/gtest.h>

#include "tests/support/graph_reduction.hpp"
#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

enum Verdict : int { kNoDeadlock = 10, kDeadlock = 11, kDisagree = 12, kUnlawful = 13 };

struct Locks {
    std::vector<Mutex> mutexes;
    std::vector<ReaderWriterLock> readerWriters;
    std::size_t count() const { return mutexes.size() + readerWriters.size(); }
};

// Locks number `which`; false where it gave up.
Task take(Self self, const Locks& locks, std::size_t which, std::uint64_t dice, bool& got) {
    const Duration patience = std::chrono::microseconds(20 + dice % 50);
    const bool timed = dice % 7 == 0;
    got = true;
    if (which < locks.mutexes.size()) {
        if (timed) got = co_await self.lockFor(locks.mutexes[which], patience);
        else co_await self.lock(locks.mutexes[which]);
        co_return;
    }
    const ReaderWriterLock& lock = locks.readerWriters[which - locks.mutexes.size()];
    const bool shared = dice / 7 % 2 == 0;
    if (timed) got = shared ? co_await self.lockSharedFor(lock, patience) : co_await self.lockFor(lock, patience);
    else if (shared) co_await self.lockShared(lock);
    else co_await self.lock(lock);
}

Task live(Self self, Locks locks, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    for (int round = 0; round < 12; ++round) {
        std::vector<std::size_t> order(locks.count());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::shuffle(order.begin(), order.end(), random);
        order.resize(1 + random() % std::min<std::size_t>(3, order.size()));
        std::vector<std::size_t> held;
        for (const std::size_t which : order) {
            bool got = false;
            co_await take(self, locks, which, random(), got);
            if (!got) break;
            held.push_back(which);
            if (random() % 2 == 0) co_await self.compute(std::chrono::microseconds(random() % 30));
            co_await self.yield();
        }
        for (const std::size_t which : held) {
            if (which < locks.mutexes.size()) co_await self.unlock(locks.mutexes[which]);
            else co_await self.unlock(locks.readerWriters[which - locks.mutexes.size()]);
        }
    }
}

void program(Lab& lab, std::uint64_t seed) {
    Locks locks;
    for (std::uint64_t i = 0; i < 1 + seed % 3; ++i) locks.mutexes.push_back(lab.mutex("M" + std::to_string(i)));
    for (std::uint64_t i = 0; i < seed / 3 % 3; ++i)
        locks.readerWriters.push_back(
            lab.readerWriterLock("L" + std::to_string(i), static_cast<Preference>(seed / 9 % 3)));
    std::optional<ActorHandle> before;
    for (std::uint64_t a = 0; a < 2 + seed % 4; ++a) {
        before = lab.spawn("T" + std::to_string(a), [=](Self self) -> Task {
            co_await live(self, locks, seed * 31 + a);
            if (before && seed % 5 == 0) co_await self.join(*before);
        });
    }
}

// Every wait is judged as it comes; and what is stuck at the end, actor by actor.
Verdict judge(const Store& store) {
    if (!store.violations().empty()) {
        std::fputs(brokenLawsOf(store).c_str(), stderr);
        return kUnlawful;
    }
    GraphReduction other;
    std::optional<TraceTime> stuckSince;
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i) {
        other.apply(store.events()[i]);
        if (!stuckSince && store.events()[i].kind == EventKind::waiting && !other.stuck().empty())
            stuckSince = store.events()[i].at();
    }
    const std::set<std::uint32_t> stuck = other.stuck();
    if (stuckSince.has_value() == store.deadlocks().empty()) return kDisagree;
    if (stuckSince && store.deadlocks().front().at != *stuckSince) return kDisagree;
    for (std::uint32_t id = 0; id < store.actors().size(); ++id)
        if (store.state().isStuck({id}) != stuck.contains(id)) return kDisagree;
    return stuck.empty() ? kNoDeadlock : kDeadlock;
}

int verdictOf(RuntimeKind runtime, std::uint64_t seed) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(judge(runToStandstill(testOrder(runtime), [seed](Lab& lab) { program(lab, seed); })));
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class RandomLockOrder : public ::testing::TestWithParam<RuntimeKind> {};

TEST_P(RandomLockOrder, AgreesWithGraphReductionInAThousandRuns) {
    int deadlocks = 0;
    constexpr int kRuns = 334;  // on each of three runtimes
    for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
        const int verdict = verdictOf(GetParam(), seed);
        ASSERT_TRUE(verdict == kDeadlock || verdict == kNoDeadlock) << "seed " << seed << ": " << verdict;
        deadlocks += verdict == kDeadlock ? 1 : 0;
    }
    RecordProperty("deadlocks", deadlocks);
    EXPECT_GT(deadlocks, kRuns / 10) << "the runs are to contain deadlocks";
    EXPECT_LT(deadlocks, kRuns * 9 / 10) << "and runs without";
}

INSTANTIATE_TEST_SUITE_P(Runtimes, RandomLockOrder, ::testing::ValuesIn(kRuntimes),
                         [](const auto& runtime) { return std::string(nameOf(runtime.param)); });

}  // namespace
}  // namespace interleave
