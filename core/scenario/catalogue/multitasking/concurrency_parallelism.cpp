// More tasks than cores take turns: they are concurrent. As many cores as tasks run them at the same moment: that is
// parallel. The wall clock tells the two apart; a timeline shows why.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

void body(Lab& lab) {
    const auto cores = lab.useCores(static_cast<std::uint32_t>(lab.integer("cores")));  //@ cores
    const std::int64_t tasks = lab.integer("tasks");
    const Duration work = lab.milliseconds("work");
    constexpr Duration kQuantum = std::chrono::milliseconds{50};
    lab.schedule("rr", kQuantum);

    for (std::int64_t i = 0; i < tasks; ++i) {  //@ each
        lab.spawn(std::string(1, static_cast<char>('A' + i)), [=](Self self) -> Task {  //@ start
            co_await self.compute(work);  //@ compute
        });
    }
    lab.afterwards([=, &lab] {
        const double all = static_cast<double>(work.count() * tasks) / kNsPerMs;
        const auto atOnce = static_cast<double>(std::min<std::int64_t>(tasks, cores));
        lab.tell("wall_ms", static_cast<double>(lab.now().count()) / kNsPerMs);  //@ wall
        lab.tell("expected_ms", all / atOnce);                                   //@ expected
        lab.tell("cores", static_cast<std::int64_t>(cores));
    });
}

}  // namespace

Scenario concurrencyParallelism() {
    constexpr double kMostCores = 64;
    return {
        .id = "multitasking/concurrency-parallelism",
        .runtimes = {RuntimeKind::threads, RuntimeKind::workers},
        .defaultRuntime = RuntimeKind::workers,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("tasks", 4, 1, 16), integerParam("cores", 2, 1, kMostCores), msParam("work", 1500, 1, 60'000)},
        .next = {"multitasking/round-robin", "multitasking/process-states", "threads/race"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
