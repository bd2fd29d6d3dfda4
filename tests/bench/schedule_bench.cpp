// What deciding costs: a decision of each policy with 10 and with 10,000 ready tasks; a switch on a worker with as many
// ready; and how far real workers are from the textbook.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <memory>
#include <sstream>

#include <benchmark/benchmark.h>

#include "core/base/membarrier.hpp"
#include "core/runtime/runtime.hpp"
#include "core/runtime/self.hpp"
#include "core/sched/random.hpp"
#include "core/sched/simulate.hpp"
#include "tests/bench/live_drain.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr int kFew = 10;
constexpr int kMany = 10'000;

PolicyOptions optionsOf(std::size_t index) { return *readPolicyOptions(policies()[index].name, {}); }

TaskView taskOf(std::uint32_t id, Random& random) {
    TaskView task;
    task.id = {id};
    task.priority = static_cast<int>(random.below(8));
    task.burst = task.remaining = Duration{static_cast<std::int64_t>(random.below(1'000'000))};
    task.deadline = Duration{static_cast<std::int64_t>(random.below(1'000'000'000))};
    task.tickets = static_cast<std::int64_t>(1 + random.below(100));
    return task;
}

// The one that was picked becomes ready again: what a switch asks of a policy. Arguments: policy, how many are ready.
void decide(benchmark::State& state) {
    const auto policy = *makePolicy(optionsOf(static_cast<std::size_t>(state.range(0))));
    Random random{1};
    std::vector<TaskView> tasks;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(state.range(1)); ++i) {
        tasks.push_back(taskOf(i, random));
        policy->makeReady(tasks.back(), 0ms);
    }
    Duration now{};
    for (auto _ : state) {
        const auto picked = policy->takeNext({0}, now);
        // As the workers do with the memory of their actors.
        if (const auto next = policy->likelyNext()) __builtin_prefetch(&tasks[next->value], 1);
        TaskView& task = tasks[picked->task.value];
        now += 1us;
        task.used += 1us;
        task.why = ReadyReason::sliceOver;
        benchmark::DoNotOptimize(policy->makeReady(task, now));
    }
    state.SetLabel(policies()[static_cast<std::size_t>(state.range(0))].name);
}
BENCHMARK(decide)->ArgsProduct({benchmark::CreateDenseRange(0, 9, 1), {kFew, kMany}});

Task takeTurns(Self self, int turns) {
    for (int i = 0; i < turns; ++i) co_await self.yield();
}

RunnerOrder onOneWorker() {
    RunnerOrder order;
    order.runtime = RuntimeKind::workers;
    return order;
}

// Workers are never joined (a runner leaves by _exit), so what they stand on is never given back either.
struct Stage {
    Arena arena;
    RingWriter ring{arena};
    std::unique_ptr<Runtime> runtime;

    explicit Stage(Arena made) : arena(std::move(made)) {}
};

// Jiffies that the host took from this machine since it was started.
double stolenTicks() {
    std::ifstream file("/proc/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream words(line.substr(4));
    double ticks[8] = {};
    for (double& each : ticks) words >> each;
    return ticks[7];
}

// When each job ended on one real worker.
std::vector<Duration> measure(const std::vector<Job>& jobs, const PolicyOptions& policy) {
    auto arena = Arena::create();
    if (!arena || !registerForBarriers()) return {};
    auto& stage = *new Stage(std::move(*arena));
    const bench::LiveDrain drain(stage.arena, 1);
    Scheduling scheduling;
    scheduling.policy = policy;
    stage.runtime = std::move(*makeWorkersRuntime(stage.arena, onOneWorker(), scheduling));
    Runtime::useRing(&stage.ring);
    std::vector<Duration> ended(jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        stage.runtime->spawn(jobs[i].name, [&, i](Self self) -> Task {
            co_await self.compute(jobs[i].cpu());
            ended[i] = stage.runtime->sinceStart();
        });
    }
    stage.runtime->runAll();
    Runtime::useRing(nullptr);
    return ended;
}

// Four jobs in slices of 10 ms: how far a job's turnaround, the median of ten runs, is from the textbook's at most, in
// percent, and the time that the host stole meanwhile. Before the switches below, whose idle workers stay.
void measuredAgainstTextbook(benchmark::State& state) {
    constexpr std::size_t kRuns = 10;
    const auto jobs = *parseJobs("100,60,30,80");
    const PolicyOptions policy = *readPolicyOptions("rr", {{"quantum", "10"}});
    const Schedule textbook = *simulate(jobs, policy, {});
    const double stolen = stolenTicks();
    double worst = 0;
    for (auto _ : state) {
        std::vector<std::vector<Duration>> ended(jobs.size());
        for (std::size_t run = 0; run < kRuns; ++run) {
            const auto times = measure(jobs, policy);
            if (times.empty()) return state.SkipWithError("no arena can be made");
            for (std::size_t i = 0; i < jobs.size(); ++i) ended[i].push_back(times[i]);
        }
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            std::nth_element(ended[i].begin(), ended[i].begin() + kRuns / 2, ended[i].end());
            const double ratio = milliseconds(ended[i][kRuns / 2]) / milliseconds(textbook.jobs[i].turnaround());
            worst = std::max(worst, std::abs(ratio - 1) * 100);
        }
    }
    state.counters["worst_percent"] = worst;
    state.counters["stolen_ticks"] = stolenTicks() - stolen;
}
BENCHMARK(measuredAgainstTextbook)->Iterations(1)->Unit(benchmark::kMillisecond);

// A million switches, recorded, on one worker. Arguments: policy, how many tasks share it.
void switchAmong(benchmark::State& state) {
    constexpr int kSwitches = 1'000'000;
    const auto tasks = static_cast<int>(state.range(1));
    auto arena = Arena::create();
    if (!arena || !registerForBarriers()) return state.SkipWithError("no arena can be made");
    auto& stage = *new Stage(std::move(*arena));
    const bench::LiveDrain drain(stage.arena, 1);
    Scheduling scheduling;
    scheduling.policy = optionsOf(static_cast<std::size_t>(state.range(0)));
    auto runtime = makeWorkersRuntime(stage.arena, onOneWorker(), scheduling);
    if (!runtime) return state.SkipWithError(runtime.error().what.c_str());
    stage.runtime = std::move(*runtime);
    Runtime::useRing(&stage.ring);
    for (auto _ : state) {
        for (int i = 0; i < tasks; ++i)
            stage.runtime->spawn("T", [=](Self self) { return takeTurns(self, kSwitches / tasks); });
        const auto begin = std::chrono::steady_clock::now();
        stage.runtime->runAll();
        const std::chrono::duration<double> all = std::chrono::steady_clock::now() - begin;
        state.SetIterationTime(all.count());
    }
    state.SetItemsProcessed(state.iterations() * kSwitches);
    state.SetLabel(policies()[static_cast<std::size_t>(state.range(0))].name);
    Runtime::useRing(nullptr);
}
BENCHMARK(switchAmong)
    ->ArgsProduct({benchmark::CreateDenseRange(0, 9, 1), {kFew, kMany}})
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace interleave
