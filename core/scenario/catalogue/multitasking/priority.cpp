// One task of low priority on a core that urgent ones keep busy: it starves for as long as they come. Aging raises it a
// step for every so much waiting, until its turn has come.
#include <memory>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;
constexpr int kUrgent = 1;
constexpr int kLow = 9;

Scheduling byPriority(const Lab& lab) {
    const auto policy = readPolicyOptions("priority", {{"preemptive", lab.text("preemptive")},
                                                       {"low-number-first", lab.text("low-number-first")},
                                                       {"aging", lab.text("aging")}});
    if (!policy) throw std::runtime_error(policy.error().what);
    Scheduling scheduling;
    scheduling.policy = *policy;
    return scheduling;
}

void body(Lab& lab) {
    lab.useCores(1);
    lab.schedule(byPriority(lab));  //@ policy
    const Duration work = lab.milliseconds("work");
    const std::int64_t urgent = lab.integer("urgent");

    struct Low { Duration ended{}; int place = 0; };
    const auto low = std::make_shared<Low>();
    const auto finished = std::make_shared<int>(0);  // one core: they end one after the other
    SpawnOptions options;
    options.task.priority = kLow;
    lab.spawn("low", [=, &lab](Self self) -> Task {  //@ low
        co_await self.compute(work * 2);  //@ low-compute
        low->place = ++*finished;         //@ low-place
        low->ended = lab.now();
    }, options);
    for (std::int64_t i = 0; i < urgent; ++i) {  //@ each
        options.task.priority = kUrgent;
        options.arrival = work * i * 9 / 10;  // the next one comes before the last is done
        lab.spawn("U" + std::to_string(i + 1), [=](Self self) -> Task {  //@ urgent
            co_await self.compute(work);  //@ urgent-compute
            ++*finished;
        }, options);
    }
    lab.afterwards([=, &lab] {
        lab.tell("low_waited_ms", static_cast<double>((low->ended - work * 2).count()) / kNsPerMs);  //@ waited
        lab.tell("low_finished_as_number", low->place);                                              //@ place
    });
}

}  // namespace

Scenario priority() {
    return {
        .id = "multitasking/priority",
        .runtimes = {RuntimeKind::workers, RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::workers,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("urgent", 10, 1, 50), msParam("work", 300, 1, 10'000), msParam("aging", 0, 0, 10'000),
                   booleanParam("preemptive", true), booleanParam("low-number-first", true)},
        .next = {"multitasking/your-jobs", "multitasking/round-robin", "multitasking/policy-race"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
