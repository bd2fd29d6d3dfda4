// Processes killed at any instruction while they fight for locks, semaphores, queues and the rest: nothing hangs,
// no law is broken, nothing is left.
#include <signal.h>

#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"
#include "tests/support/process_run.hpp"
#include "tests/support/stress.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

// Sends SIGKILL to one worker after the other, at no moment in particular.
class Killer {
public:
    void operator()(const Arena& arena) {
        const auto now = std::chrono::steady_clock::now();
        if (now < m_next) return;
        m_next = now + std::chrono::microseconds(m_random() % 1500);
        std::vector<pid_t> victims;
        const std::uint32_t actors = std::min(arena.header().actorEnd.load(), kMostActors);
        for (std::uint32_t i = 0; i < actors; ++i) {
            const ActorSlot& slot = arena.slot({i});
            const ActorLife life = slot.life.load();
            const bool works = life == ActorLife::live || life == ActorLife::parked;
            if (works && slot.pid.load() != 0 && arena.nameOf(ActorId{i}) == "worker")
                victims.push_back(static_cast<pid_t>(slot.pid.load()));
        }
        if (!victims.empty()) ::kill(victims[m_random() % victims.size()], SIGKILL);
    }

private:
    std::mt19937 m_random{11};
    std::chrono::steady_clock::time_point m_next{};
};

// A program whose nurseries start a worker again whenever theirs was killed, until there were so many.
std::function<void(Lab&)> nurseries(std::int64_t kills, std::function<Lab::Body(Lab&)> work) {
    return [=](Lab& lab) {
        constexpr std::int64_t kNurseries = 4;
        const Lab::Body worker = work(lab);
        for (std::int64_t n = 0; n < kNurseries; ++n) {
            lab.spawn("nursery", [=, &lab](Self self) -> Task {
                for (std::int64_t i = n; i < kills; i += kNurseries) co_await self.join(lab.spawn("worker", worker));
            });
        }
    };
}

// On a machine that is busy with other things.
Duration longest(std::int64_t kills) { return 30s + 200ms * kills; }

void expectNothingBroken(const ProcessRun& run, std::int64_t kills) {
    EXPECT_EQ(run.waitStatus, 0);
    EXPECT_TRUE(run.leftNobody);
    EXPECT_EQ(run.liveRings, 0U);
    EXPECT_EQ(run.gaps, 0U);
    EXPECT_EQ(brokenLawsOf(run.store), "");
    std::int64_t killed = 0;
    for (const ActorRecord& actor : run.store.actors()) {
        EXPECT_NE(actor.ended, kEndOfTime) << actor.name;
        killed += actor.end == EndReason::killed && actor.exit == -SIGKILL ? 1 : 0;
    }
    EXPECT_EQ(killed, kills);
}

TEST(ProcessKills, AMutexGoesOnWhoeverOfItsUsersIsKilled) {
    const std::int64_t kills = timesWanted(100);
    const ProcessRun run = runAsProcesses(nurseries(kills, [](Lab& lab) -> Lab::Body {
        const Mutex a = lab.mutex("A"), b = lab.mutex("B");
        return [=](Self self) -> Task {
            for (;;) {
                co_await self.lock(a);
                if (co_await self.lockFor(b, 1ms)) co_await self.unlock(b);
                co_await self.unlock(a);
                co_await self.lock(b);
                co_await self.unlock(b);
            }
        };
    }), Killer{}, longest(kills));
    expectNothingBroken(run, kills);
}

TEST(ProcessKills, AQueueKeepsItsItemsWhoeverOfItsUsersIsKilled) {
    const std::int64_t kills = timesWanted(100);
    const ProcessRun run = runAsProcesses(nurseries(kills, [](Lab& lab) -> Lab::Body {
        const BoundedQueue queue = lab.queue("queue", 3);
        return [=](Self self) -> Task {
            for (std::int64_t i = 0;; ++i) {
                if (i % 2 == 0) co_await self.putFor(queue, i, 1ms);
                else co_await self.getFor(queue, 1ms);
                if (i % 5 == 0) co_await self.put(queue, i);
                if (i % 5 == 4) co_await self.get(queue);
            }
        };
    }), Killer{}, longest(kills));
    expectNothingBroken(run, kills);
}

// Each put into a priority queue moves items through its heap, and so does each get: killed in the middle, none may be
// missing or there twice. The trace knows what was put and got, and its laws what lies there.
TEST(ProcessKills, APriorityQueueKeepsItsItemsToo) {
    const std::int64_t kills = timesWanted(100);
    const ProcessRun run = runAsProcesses(nurseries(kills, [](Lab& lab) -> Lab::Body {
        const BoundedQueue queue = lab.queue("queue", 200, QueueOrder::priority);
        return [=](Self self) -> Task {
            std::mt19937 random(static_cast<unsigned>(self.pid()));
            for (;;) {
                for (int i = 0; i < 120; ++i) co_await self.tryPut(queue, static_cast<std::int64_t>(random() % 1000));
                for (int i = 0; i < 120; ++i) co_await self.tryGet(queue);
            }
        };
    }), Killer{}, longest(kills));
    expectNothingBroken(run, kills);
}

TEST(ProcessKills, AStackKeepsItsItemsToo) {
    const std::int64_t kills = timesWanted(100);
    const ProcessRun run = runAsProcesses(nurseries(kills, [](Lab& lab) -> Lab::Body {
        const BoundedQueue queue = lab.queue("queue", 0, QueueOrder::lifo);
        return [=](Self self) -> Task {
            for (std::int64_t i = 0;; ++i) {
                co_await self.put(queue, i);
                if (i % 3 != 0) co_await self.getFor(queue, 1ms);
                if (i % 50 == 0) while (co_await self.tryGet(queue)) {}
            }
        };
    }), Killer{}, longest(kills));
    expectNothingBroken(run, kills);
}

TEST(ProcessKills, SemaphoresConditionsEventsAndBarriersGoOn) {
    const std::int64_t kills = timesWanted(100);
    const ProcessRun run = runAsProcesses(nurseries(kills, [](Lab& lab) -> Lab::Body {
        const Semaphore places = lab.semaphore("places", 2);
        const Mutex mutex = lab.mutex("mutex");
        const Condition changed = lab.condition("changed", mutex);
        const EventFlag flag = lab.event("flag");
        const Barrier barrier = lab.barrier("barrier", 2);
        return [=](Self self) -> Task {
            for (std::int64_t i = 0;; ++i) {
                if (co_await self.acquireFor(places, 1ms)) co_await self.release(places);
                else co_await self.release(places);  // for one that died with its permit
                co_await self.lock(mutex);
                if (i % 2 == 0) co_await self.waitFor(changed, mutex, 1ms);
                else co_await self.notifyAll(changed);
                co_await self.unlock(mutex);
                if (i % 3 == 0) co_await self.set(flag);
                else co_await self.waitFor(flag, 1ms);
                if (i % 3 == 1) co_await self.clear(flag);
                if (i % 7 == 0) co_await self.wait(barrier);
            }
        };
    }), Killer{}, longest(kills));
    expectNothingBroken(run, kills);
}

TEST(ProcessKills, ReadersAndWritersGoOn) {
    const std::int64_t kills = timesWanted(100);
    const ProcessRun run = runAsProcesses(nurseries(kills, [](Lab& lab) -> Lab::Body {
        const ReaderWriterLock fair = lab.readerWriterLock("fair", Preference::fair);
        return [=](Self self) -> Task {
            for (std::int64_t i = 0;; ++i) {
                if (i % 3 == 0) co_await self.lock(fair);
                else co_await self.lockShared(fair);
                co_await self.unlock(fair);
                if (co_await self.lockSharedFor(fair, 1ms)) co_await self.unlock(fair);
            }
        };
    }), Killer{}, longest(kills));
    expectNothingBroken(run, kills);
}

}  // namespace
}  // namespace interleave
