// What it costs the one who is watched: a timestamp alone, an event recorded, a lock taken and given back.
// Writer and drain each have a core of their own, and the drain works all the while.
#include <mutex>
#include <thread>

#include <benchmark/benchmark.h>

#include "core/base/membarrier.hpp"
#include "core/sync/mutex.hpp"
#include "core/trace/ring_writer.hpp"
#include "tests/bench/cores.hpp"
#include "tests/bench/live_drain.hpp"

namespace interleave {
namespace {

constexpr unsigned kWritersCore = 0;
constexpr unsigned kDrainsCore = 1;

Arena makeArena() {
    auto arena = Arena::create();
    if (!arena || !registerForBarriers()) std::abort();
    return std::move(*arena);
}

// Nobody parks here: no lock is contended.
class NoParking : public Parking {
public:
    std::optional<Placement> unpark(ActorId) noexcept override { return std::nullopt; }
};

// An actor that takes a lock and gives it back, over and over.
class Locker {
public:
    explicit Locker(Arena& arena) : m_ring(arena), m_caller{arena.newActor(), arena, m_ring, m_parking} {
        m_mutex = Mutex::make(arena, arena.newObject());
    }

    void lockAndUnlock() {
        benchmark::DoNotOptimize(m_mutex.lockOrQueue(m_caller));
        m_mutex.unlock(m_caller);
    }

private:
    RingWriter m_ring;
    NoParking m_parking;
    Caller m_caller;
    Mutex m_mutex;
};

void timestamp(benchmark::State& state) {
    bench::pinTo(kWritersCore);
    const TickSource source = bestTickSource();
    for (auto _ : state) benchmark::DoNotOptimize(readTicks(source));
}
BENCHMARK(timestamp);

void recordOneEvent(benchmark::State& state) {
    bench::pinTo(kWritersCore);
    Arena arena = makeArena();
    const bench::LiveDrain drain(arena, kDrainsCore);
    RingWriter writer(arena);
    std::int64_t value = 0;
    for (auto _ : state) writer.write({.actor = 0, .object = 1, .kind = EventKind::note, .value = ++value});
    state.SetItemsProcessed(state.iterations());
    state.counters["waited_share"] = static_cast<double>(drain.writersWaited().count()) / 1e9;
}
BENCHMARK(recordOneEvent)->UseRealTime();

void lockAndUnlockUnrecorded(benchmark::State& state) {
    bench::pinTo(kWritersCore);
    std::mutex mutex;
    for (auto _ : state) {
        mutex.lock();
        benchmark::ClobberMemory();
        mutex.unlock();
    }
}
BENCHMARK(lockAndUnlockUnrecorded);

void lockAndUnlockRecorded(benchmark::State& state) {
    bench::pinTo(kWritersCore);
    Arena arena = makeArena();
    const bench::LiveDrain drain(arena, kDrainsCore);
    Locker locker(arena);
    for (auto _ : state) locker.lockAndUnlock();
}
BENCHMARK(lockAndUnlockRecorded)->UseRealTime();

// Both threads do the same and share nothing; the drain takes its time from either.
void twoThreadsOnUnrelatedMutexes(benchmark::State& state) {
    bench::pinTo(kWritersCore);
    Arena arena = makeArena();
    const bench::LiveDrain drain(arena);
    Locker locker(arena);
    const std::jthread other([&arena](std::stop_token stop) {
        bench::pinTo(kDrainsCore);
        Locker another(arena);
        while (!stop.stop_requested()) another.lockAndUnlock();
    });
    for (auto _ : state) locker.lockAndUnlock();
}
BENCHMARK(twoThreadsOnUnrelatedMutexes)->UseRealTime();

// As fast as two writers go with a drain beside them, on all cores there are: events a second of both together.
void twoProducersAtFullSpeed(benchmark::State& state) {
    bench::pinTo(kWritersCore);
    Arena arena = makeArena();
    const bench::LiveDrain drain(arena);
    const auto produce = [](RingWriter& writer) {
        writer.write({.actor = 0, .object = 1, .kind = EventKind::note, .value = 1});
    };
    RingWriter writer(arena);
    std::atomic<std::uint64_t> others{0};
    std::uint64_t before = 0;
    {
        const std::jthread other([&](std::stop_token stop) {
            bench::pinTo(kDrainsCore);
            RingWriter another(arena);
            std::uint64_t written = 0;
            while (!stop.stop_requested()) {
                produce(another);
                others.store(++written, std::memory_order_relaxed);
            }
        });
        before = others.load();
        for (auto _ : state) produce(writer);
        before = others.load() - before;
    }
    state.SetItemsProcessed(state.iterations() + static_cast<std::int64_t>(before));
}
BENCHMARK(twoProducersAtFullSpeed)->UseRealTime();

}  // namespace
}  // namespace interleave
