// What it costs the watcher: from staged events of two threads to the store's lanes, for each event.
#include <chrono>

#include <benchmark/benchmark.h>

#include "core/trace/merge.hpp"
#include "tests/bench/cores.hpp"

namespace interleave {
namespace {

constexpr std::uint32_t kWriters = 2;
constexpr std::uint32_t kEventsOfEach = 1U << 19;
constexpr std::int64_t kNsBetween = 40;

// Two threads that take and give back a lock of their own: each event changes an interval.
std::vector<Event> eventsOf(std::uint32_t writer) {
    std::vector<Event> events;
    events.reserve(kEventsOfEach);
    std::uint64_t time = 1000 + writer * kNsBetween / kWriters;
    const auto add = [&](Event event) {
        event.time = time += kNsBetween;
        event.actor = writer;
        events.push_back(event);
    };
    add({.object = StringId::kNone, .kind = EventKind::actorCreated, .value = -1});
    add({.kind = EventKind::ready, .value = -1});
    add({.kind = EventKind::actorStarted, .value = 1 + writer});
    add({.kind = EventKind::running, .value = writer});
    add({.object = writer, .ticket = StringId::kNone, .kind = EventKind::objectCreated});
    for (std::uint32_t ticket = 1; events.size() < kEventsOfEach; ++ticket)
        add({.object = writer,
             .ticket = ticket,
             .kind = ticket % 2 == 1 ? EventKind::lockAcquired : EventKind::lockReleased});
    return events;
}

void mergeAndPull(benchmark::State& state) {
    bench::pinTo(0);
    const auto arena = Arena::create();
    if (!arena) return state.SkipWithError("no arena can be made");
    const std::vector<Event> events[kWriters] = {eventsOf(0), eventsOf(1)};

    std::size_t appended = 0;
    for (auto _ : state) {
        Staging staging(std::size_t{1} << 30);
        constexpr std::size_t kPass = 8192;  // what one pass of the drain finds in a busy ring
        for (std::size_t i = 0; i < kEventsOfEach; i += kPass)
            for (std::uint32_t writer = 0; writer < kWriters; ++writer)
                staging.append(writer, std::span(events[writer]).subspan(i, kPass));
        staging.commit(~Ticks{0} - 1, true);
        Store store;
        Merge merge(*arena, staging, ClockMap({.ticks = 0, .monotonic = 0}, 1.0));

        const auto begin = std::chrono::steady_clock::now();
        while (merge.refill()) appended += merge.appendTo(store, 2 * kEventsOfEach);
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());

        if (store.totals().events != kWriters * kEventsOfEach || store.totals().violations != 0)
            return state.SkipWithError("the store is not what was written");
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(appended));
}
BENCHMARK(mergeAndPull)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace interleave
