// A million items from two processes to a third: through our queue in shared memory, each put and get recorded and
// drained live; through a pipe, written and read item by item; and through Python's multiprocessing.Queue.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include <benchmark/benchmark.h>

#include "tests/support/process_run.hpp"
#include "tests/support/queue_traffic.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kProducers = 2;
constexpr std::int64_t kItems = 500'000;  // of each
constexpr std::int64_t kCapacity = 1024;  // Python's, too
constexpr std::int64_t kAll = kProducers * kItems;

std::int64_t told(const Store& store, std::string_view name) {
    for (const auto& [key, value] : store.results())
        if (key == name) return value.integer;
    return -1;
}

void queueBetweenProcesses(benchmark::State& state) {
    for (auto _ : state) {
        const auto traffic = [](Lab& lab) { runQueueTraffic(lab, {kProducers, kItems, kCapacity}); };
        const ProcessRun run = runAsProcesses(traffic, {}, std::chrono::minutes(5));
        const bool whole = told(run.store, "got") == kAll && run.gaps == 0 && run.store.totals().lost == 0;
        const std::int64_t wrong =
            told(run.store, "missing") + told(run.store, "doubled") + told(run.store, "reordered");
        if (!whole || wrong != 0 || !run.store.violations().empty())
            return state.SkipWithError("items were lost, doubled or reordered");
        state.SetIterationTime(static_cast<double>(told(run.store, "ns")) / 1e9);
    }
    state.SetItemsProcessed(state.iterations() * kAll);
}
BENCHMARK(queueBetweenProcesses)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

[[noreturn]] void writeAll(int pipe, std::int64_t first) {
    for (std::int64_t item = first; item < first + kItems; ++item)
        if (::write(pipe, &item, sizeof item) != sizeof item) ::_exit(1);
    ::_exit(0);
}

// Eight bytes are less than PIPE_BUF: two writers never mix them.
void pipeBetweenProcesses(benchmark::State& state) {
    for (auto _ : state) {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) return state.SkipWithError("there is no pipe");
        for (std::int64_t p = 0; p < kProducers; ++p)
            if (::fork() == 0) writeAll(ends[1], p * kItems);
        ::close(ends[1]);
        std::array<std::int64_t, kProducers> latest;
        latest.fill(-1);
        std::int64_t got = 0, reordered = 0, item = 0;
        const auto begin = std::chrono::steady_clock::now();
        while (::read(ends[0], &item, sizeof item) == sizeof item) {
            std::int64_t& last = latest[static_cast<std::size_t>(item / kItems)];
            reordered += item <= last;
            last = item;
            ++got;
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        ::close(ends[0]);
        while (::wait(nullptr) > 0) {
        }
        if (got != kAll || reordered != 0) return state.SkipWithError("the pipe lost items");
        state.SetIterationTime(took.count());
    }
    state.SetItemsProcessed(state.iterations() * kAll);
}
BENCHMARK(pipeBetweenProcesses)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

void pythonsQueueBetweenProcesses(benchmark::State& state) {
    const std::string numbers = std::to_string(kProducers) + " " + std::to_string(kItems);
    const std::string command = "/usr/bin/python3 " INTERLEAVE_PYTHON_QUEUE " " + numbers;
    for (auto _ : state) {
        const std::unique_ptr<FILE, int (*)(FILE*)> python(::popen(command.c_str(), "r"), ::pclose);
        double seconds = 0;
        long reordered = -1;
        if (!python || std::fscanf(python.get(), "%lf %ld", &seconds, &reordered) != 2 || reordered != 0)
            return state.SkipWithError("needs /usr/bin/python3");
        state.SetIterationTime(seconds);
    }
    state.SetItemsProcessed(state.iterations() * kAll);
}
BENCHMARK(pythonsQueueBetweenProcesses)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace interleave
