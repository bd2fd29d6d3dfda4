// What a switch between two tasks on one worker takes, recorded: settle one, let the policy choose, resume the other.
#include <chrono>
#include <memory>

#include <benchmark/benchmark.h>

#include "core/base/membarrier.hpp"
#include "core/runtime/runtime.hpp"
#include "core/runtime/self.hpp"
#include "tests/bench/live_drain.hpp"

namespace interleave {
namespace {

constexpr int kTurns = 200'000;  // of each task

Task takeTurns(Self self) {
    for (int i = 0; i < kTurns; ++i) co_await self.yield();
}

// Workers are never joined (a runner leaves by _exit), so what they stand on is never given back either.
struct Stage {
    Arena arena;
    RingWriter ring{arena};
    std::unique_ptr<Runtime> runtime;

    explicit Stage(Arena made) : arena(std::move(made)) {}
};

void taskSwitch(benchmark::State& state) {
    auto arena = Arena::create();
    if (!arena || !registerForBarriers()) return state.SkipWithError("no arena can be made");
    auto& stage = *new Stage(std::move(*arena));
    const bench::LiveDrain drain(stage.arena, 1);  // the only worker stands on core 0
    RunnerOrder order;
    order.runtime = RuntimeKind::workers;
    auto runtime = makeWorkersRuntime(stage.arena, order, {.policy = {.policy = "fcfs"}, .queues = {}});
    if (!runtime) return state.SkipWithError(runtime.error().what.c_str());
    stage.runtime = std::move(*runtime);
    Runtime::useRing(&stage.ring);

    for (auto _ : state) {
        stage.runtime->spawn("A", takeTurns);
        stage.runtime->spawn("B", takeTurns);
        const auto begin = std::chrono::steady_clock::now();
        stage.runtime->runAll();
        const std::chrono::duration<double> all = std::chrono::steady_clock::now() - begin;
        state.SetIterationTime(all.count());
    }
    state.SetItemsProcessed(state.iterations() * 2 * kTurns);
    Runtime::useRing(nullptr);
}
BENCHMARK(taskSwitch)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace interleave
