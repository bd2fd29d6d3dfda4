// Two actors, two locks, opposite order, but nobody waits for ever: whoever has not got its second lock in time undoes its
// work, gives the first one back and tries again later. Where both do that in step, they give way to each other for ever.
#include <array>
#include <atomic>
#include <random>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::size_t kMostTries = 50;

struct Count {
    std::atomic<int> through{0};
    std::atomic<int> retries{0};
    std::atomic<int> inStep{0};                         // attempts in which both gave way
    std::array<std::atomic<int>, kMostTries> gaveWay{};  // who did, by attempt

    void gaveWayAt(std::int64_t attempt) {
        ++retries;
        if (++gaveWay[static_cast<std::size_t>(attempt)] == 2) ++inStep;
    }
};

// What a random wait adds to the pause; each actor draws its own.
class Chance {
public:
    Chance(std::uint64_t seed, Duration most) : m_source(seed), m_most(most) {}
    Duration next() { return Duration{std::uniform_int_distribution<std::int64_t>(0, m_most.count())(m_source)}; }

private:
    std::mt19937_64 m_source;
    Duration m_most;
};

void body(Lab& lab) {
    const Mutex a = lab.mutex("A");  //@ a
    const Mutex b = lab.mutex("B");  //@ b
    const std::int64_t tries = lab.integer("tries");
    const Duration work = lab.milliseconds("work");
    const Duration limit = lab.milliseconds("limit");
    const Duration undo = lab.milliseconds("undo");
    const Duration pause = lab.milliseconds("pause");
    const Duration jitter = lab.milliseconds("jitter");
    auto* const count = &lab.shared<Count>();

    const auto transfer = [=](Mutex first, Mutex second, std::uint64_t seed) {  //@ def
        return [=](Self self) -> Task {
            Chance chance(seed, jitter);
            for (std::int64_t attempt = 0; attempt < tries; ++attempt) {  //@ tries
                co_await self.lock(first);                   //@ first
                co_await self.sleep(work);                   //@ work
                if (co_await self.lockFor(second, limit)) {  //@ second
                    co_await self.unlock(second);            //@ release-second
                    co_await self.unlock(first);             //@ release-first
                    ++count->through;                        //@ through
                    co_return;                               //@ return
                }
                count->gaveWayAt(attempt);                   //@ retry
                co_await self.sleep(undo);                   //@ undo
                co_await self.unlock(first);                 //@ give-way
                co_await self.sleep(pause + chance.next());  //@ pause
            }
        };
    };
    const std::uint64_t seed = lab.order().seed;
    lab.spawn("T1", transfer(a, b, 2 * seed));      //@ t1
    lab.spawn("T2", transfer(b, a, 2 * seed + 1));  //@ t2
    lab.afterwards([=, &lab] {
        lab.tell("finished", count->through.load());  //@ finished
        lab.tell("retries", count->retries.load());   //@ retries
        lab.tell("in_step", count->inStep.load());
    });
}

}  // namespace

Scenario timeout() {
    return {
        .id = "locks/timeout",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::coroutines, RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("work", 200, 0, 5000), msParam("limit", 300, 1, 5000), msParam("undo", 100, 0, 5000),
                   msParam("pause", 200, 0, 5000), msParam("jitter", 400, 0, 5000),
                   integerParam("tries", 8, 1, static_cast<double>(kMostTries))},
        .next = {"locks/watchdog", "locks/bankers", "locks/lock-order"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
