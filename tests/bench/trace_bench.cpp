// What a trace costs that is kept: appending to the store, an interval's bytes, opening a saved one,
// numbers at the cursor.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "core/trace/metrics.hpp"
#include "core/trace/saved_trace.hpp"
#include "core/trace/wait_for.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

constexpr std::size_t kActors = 16;
constexpr std::size_t kMany = 10'000'000;

// A file that goes away with the program. Made once: 10 M intervals take seconds to write.
class SavedRun {
public:
    explicit SavedRun(std::size_t intervals) : m_store(scenes::large(kActors, intervals)) {
        m_path = (std::filesystem::temp_directory_path() / ("interleave-bench-" + std::to_string(::getpid()) + ".ilv"))
                     .string();
        m_ok = SavedTrace::save(m_store, m_path).has_value();
    }
    ~SavedRun() { std::filesystem::remove(m_path); }

    const Store& store() const { return m_store; }
    const std::string& path() const { return m_path; }
    bool ok() const { return m_ok; }

    static const SavedRun& many() {
        static const SavedRun run(kMany);
        return run;
    }

private:
    Store m_store;
    std::string m_path;
    bool m_ok = false;
};

// Events that each change an interval, some a lock as well, with the laws checked.
void appendToStore(benchmark::State& state) {
    constexpr std::size_t kIntervals = 1'000'000;
    const Store source = scenes::large(kActors, kIntervals);
    std::size_t appended = 0;
    double bytesEach = 0;
    for (auto _ : state) {
        Store store;
        for (std::size_t i = 0; i < source.events().end(); ++i) store.append(source.events()[i]);
        appended += source.events().end();
        std::size_t bytes = 0, intervals = 0;
        for (const ActorRecord& actor : store.actors()) {
            bytes += actor.states.bytes();
            intervals += actor.states.size();
        }
        bytesEach = static_cast<double>(bytes) / static_cast<double>(intervals);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(appended));
    state.counters["bytes_per_interval"] = bytesEach;
}
BENCHMARK(appendToStore)->Unit(benchmark::kMillisecond);

void openSavedTrace(benchmark::State& state) {
    const SavedRun& run = SavedRun::many();
    if (!run.ok()) return state.SkipWithError("the trace cannot be saved");
    for (auto _ : state) {
        auto opened = SavedTrace::open(run.path());
        if (!opened) return state.SkipWithError(opened.error().what.c_str());
        benchmark::DoNotOptimize(opened->totals().events);
        state.PauseTiming();  // closing it is not opening it
        opened = refused("");
        state.ResumeTiming();
    }
    state.counters["file_MB"] = static_cast<double>(std::filesystem::file_size(run.path())) / 1e6;
}
BENCHMARK(openSavedTrace)->Unit(benchmark::kMillisecond);

void saveTrace(benchmark::State& state) {
    const SavedRun& run = SavedRun::many();
    const std::string path = run.path() + ".again";
    for (auto _ : state)
        if (auto saved = SavedTrace::save(run.store(), path); !saved)
            return state.SkipWithError(saved.error().what.c_str());
    std::filesystem::remove(path);
}
BENCHMARK(saveTrace)->Unit(benchmark::kMillisecond)->Iterations(2);

// What a panel asks for when the cursor moves over 10 M intervals.
void numbersAtTheCursor(benchmark::State& state) {
    const Store& store = SavedRun::many().store();
    std::int64_t part = 0;
    for (auto _ : state) {
        part = (part + 7919) % 10'000;
        const TraceTime t = store.span().begin + Duration{store.span().length().count() / 10'000 * part};
        benchmark::DoNotOptimize(runMetricsAt(store, t));
        for (std::uint32_t actor = 0; actor < kActors; ++actor)
            benchmark::DoNotOptimize(actorMetricsAt(store, {actor}, t));
    }
}
BENCHMARK(numbersAtTheCursor)->Unit(benchmark::kMicrosecond);

void waitForGraphAtTheCursor(benchmark::State& state) {
    const Store& store = SavedRun::many().store();
    std::int64_t part = 0;
    for (auto _ : state) {
        part = (part + 7919) % 10'000;
        benchmark::DoNotOptimize(
            waitForGraphAt(store, store.span().begin + Duration{store.span().length().count() / 10'000 * part}));
    }
}
BENCHMARK(waitForGraphAtTheCursor)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace interleave
