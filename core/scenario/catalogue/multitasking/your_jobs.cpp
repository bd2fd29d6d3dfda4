// Your own jobs under any policy: in virtual time, as a textbook computes it, or on real workers that really burn their
// cores for so many milliseconds.
#include <memory>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/schedule_plan.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

struct Progress {
    std::vector<Duration> bursts;
    Duration ended{};
};

// CPU, I/O, CPU, … until the job is done. A device is a timer that answers after so long; no core is used meanwhile.
Task live(Self self, Lab& lab, std::shared_ptr<Progress> job) {
    for (std::size_t i = 0; i < job->bursts.size(); ++i) {         //@ bursts
        if (i % 2 == 0) co_await self.compute(job->bursts[i]);     //@ compute
        else co_await self.device(job->bursts[i]);                 //@ device
    }
    job->ended = lab.now();  //@ ended
}

void body(Lab& lab) {
    const auto plan = schedulePlan(lab.order().params, lab.order().cores, lab.order().seed);
    if (!plan) throw std::runtime_error(plan.error().what);
    if (const std::uint32_t cores = lab.useCores(plan->machine.cores); cores < plan->machine.cores)
        throw std::runtime_error("there are " + std::to_string(cores) + " cores for these jobs: ask for so many at most");
    lab.schedule({plan->policy, plan->machine.queues, plan->machine.switchCost, plan->machine.migrationCost});  //@ policy
    std::vector<std::shared_ptr<Progress>> all;
    for (const Job& job : plan->jobs) {  //@ each
        const auto progress = all.emplace_back(std::make_shared<Progress>(Progress{job.bursts}));
        const SpawnOptions options{job.declaration(), job.arrival};
        lab.spawn(job.name, [=, &lab](Self self) { return live(self, lab, progress); }, options);  //@ arrive
    }
    lab.afterwards([=, &lab, jobs = plan->jobs] {
        double turnaround = 0;
        double waiting = 0;
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            const Duration there = all[i]->ended - jobs[i].arrival;
            turnaround += static_cast<double>(there.count()) / kNsPerMs;
            waiting += static_cast<double>((there - jobs[i].cpu() - jobs[i].io()).count()) / kNsPerMs;
        }
        lab.tell("average_turnaround_ms", turnaround / static_cast<double>(jobs.size()));  //@ average
        lab.tell("average_waiting_ms", waiting / static_cast<double>(jobs.size()));
    });
}

}  // namespace

Scenario yourJobs() {
    return {
        .id = "multitasking/your-jobs",
        .runtimes = {RuntimeKind::virtualTime, RuntimeKind::workers},
        .defaultRuntime = RuntimeKind::virtualTime,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = schedulePlanParams("name=P1,cpu=240; name=P2,cpu=30; name=P3,cpu=30", "rr", "quantum=40"),
        .next = {"multitasking/policy-race", "multitasking/round-robin", "multitasking/priority"},
        .body = body,
        .check = checkSchedulePlan,
    };
}

}  // namespace interleave::catalogue
