// The same jobs under every policy, one run after the other: charts below each other, and the averages side by side.
#include <memory>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"
#include "core/scenario/schedule_plan.hpp"

namespace interleave::catalogue {
namespace {

constexpr const char* kAll = "all";
constexpr double kNsPerMs = 1e6;

struct Times {
    Duration started{};
    Duration ended{};
};

void body(Lab& lab) {
    const auto jobs = parseJobs(lab.text("jobs"));
    if (!jobs) throw std::runtime_error(jobs.error().what);
    lab.useCores(1);
    lab.schedule(lab.text("policy"), lab.milliseconds("quantum"));  //@ policy
    const auto times = std::make_shared<std::vector<Times>>(jobs->size());
    for (std::size_t i = 0; i < jobs->size(); ++i) {  //@ each
        const Duration length = (*jobs)[i].cpu();
        const SpawnOptions options{(*jobs)[i].declaration(), (*jobs)[i].arrival};
        lab.spawn((*jobs)[i].name, [=, &lab](Self self) -> Task {  //@ arrive
            (*times)[i].started = lab.now();
            co_await self.compute(length);  //@ compute
            (*times)[i].ended = lab.now();  //@ ended
        }, options);
    }
    lab.afterwards([=, &lab, all = *jobs] {
        Duration waiting{};
        Duration turnaround{};
        Duration response{};
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Duration there = (*times)[i].ended - all[i].arrival;
            turnaround += there;
            waiting += there - all[i].cpu();
            response += (*times)[i].started - all[i].arrival;
        }
        const double count = static_cast<double>(all.size()) * kNsPerMs;
        lab.tell("average_waiting_ms", static_cast<double>(waiting.count()) / count);  //@ waiting
        lab.tell("average_turnaround_ms", static_cast<double>(turnaround.count()) / count);
        lab.tell("average_response_ms", static_cast<double>(response.count()) / count);
    });
}

std::vector<std::string> policyNames() {
    std::vector<std::string> names;
    for (const PolicyName& known : policies()) names.push_back(known.name);
    return names;
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind chosen) {
    return variantsBy("policy", policyNames(), params, chosen);
}

std::vector<std::string> choices() {
    std::vector<std::string> all = policyNames();
    all.insert(all.begin(), kAll);
    return all;
}

}  // namespace

Scenario policyRace() {
    std::vector<Param> params = schedulePlanParams(
        "name=A,cpu=160,priority=3,deadline=700; name=B,cpu=40,arrival=10,priority=1,deadline=200; "
        "name=C,cpu=90,arrival=20,priority=2,deadline=400; name=D,cpu=20,arrival=30,priority=4,deadline=100", "rr", "");
    params.resize(1);  // the jobs
    params.push_back(choiceParam("policy", choices()));
    params.push_back(msParam("quantum", 20, 1, 5000));
    return {
        .id = "multitasking/policy-race",
        .runtimes = {RuntimeKind::workers, RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::workers,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = std::move(params),
        .next = {"multitasking/your-jobs", "multitasking/round-robin", "multitasking/priority"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
