// A million pairs of lock and unlock by two threads that want the same lock, every one recorded: ours, which hands over
// to who waited longest, against std::mutex, which lets whoever comes first have it.
#include <mutex>
#include <thread>

#include <benchmark/benchmark.h>

#include "core/base/futex.hpp"
#include "core/base/membarrier.hpp"
#include "core/sync/mutex.hpp"
#include "tests/bench/cores.hpp"
#include "tests/bench/live_drain.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kPairs = 1'000'000;  // of both threads together
constexpr std::uint32_t kNothing = 0;
constexpr std::uint32_t kPermit = 1;
constexpr std::uint32_t kParked = 2;

Arena makeArena() {
    auto arena = Arena::create();
    if (!arena || !registerForBarriers()) std::abort();
    return std::move(*arena);
}

// As the threads runtime parks.
class FutexParking : public Parking {
public:
    explicit FutexParking(Arena& arena) : m_arena(arena) {}
    std::optional<Placement> unpark(ActorId target) noexcept override {
        auto& word = m_arena.slot(target).park;
        // Acquire and release: what was done for the target is seen when it goes on.
        if (word.exchange(kPermit, std::memory_order_acq_rel) == kParked) futexWake(word, 1);
        return std::nullopt;
    }
    void park(ActorId self) {
        auto& word = m_arena.slot(self).park;
        if (word.exchange(kParked, std::memory_order_acq_rel) != kPermit) {
            while (word.load(std::memory_order_acquire) == kParked) futexWait(word, kParked);
        }
        word.store(kNothing, std::memory_order_relaxed);  // nobody else gives one before we queue again
    }

private:
    Arena& m_arena;
};

// Two threads on two cores make kPairs together.
template <class LockAndUnlock>
void contend(benchmark::State& state, Arena& arena, LockAndUnlock lockAndUnlock) {
    const bench::LiveDrain drain(arena);
    FutexParking parking(arena);
    for (auto _ : state) {
        const auto work = [&](unsigned core) {
            bench::pinTo(core);
            RingWriter ring(arena);
            const Caller caller{arena.newActor(), arena, ring, parking};
            for (std::int64_t i = 0; i < kPairs / 2; ++i) lockAndUnlock(caller, parking);
        };
        std::jthread other(work, 1);
        std::jthread one(work, 0);
    }
    state.SetItemsProcessed(state.iterations() * kPairs);
    state.counters["a_pair"] = benchmark::Counter(static_cast<double>(state.iterations() * kPairs),
                                                  benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void twoThreadsOnOneMutex(benchmark::State& state) {
    Arena arena = makeArena();
    const Mutex mutex = Mutex::make(arena, arena.newObject());
    contend(state, arena, [mutex](const Caller& caller, FutexParking& parking) {
        if (!mutex.lockOrQueue(caller)) parking.park(caller.self);
        mutex.unlock(caller);
    });
}
BENCHMARK(twoThreadsOnOneMutex)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(1);

void twoThreadsOnOneStdMutexRecorded(benchmark::State& state) {
    Arena arena = makeArena();
    const ObjectId id = arena.newObject();
    std::mutex mutex;
    std::uint32_t ticket = 0;
    contend(state, arena, [&](const Caller& caller, FutexParking&) {
        caller.ring.reserve(2);
        mutex.lock();
        caller.ring.write(caller.event(EventKind::lockAcquired, id, ++ticket));
        caller.ring.write(caller.event(EventKind::lockReleased, id, ++ticket));
        mutex.unlock();
    });
}
BENCHMARK(twoThreadsOnOneStdMutexRecorded)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace interleave
