// Equal slices in turn: more tasks than cores, and everybody gets the core for the same short while. A short slice
// answers everybody soon and switches often; a long one does the opposite.
#include <memory>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

void body(Lab& lab) {
    lab.schedule("rr", lab.milliseconds("quantum"));  //@ quantum
    const std::int64_t tasks = lab.integer("tasks");
    const Duration work = lab.milliseconds("work");

    // When each task first ran and when it was done; each writes its own place only.
    struct Times { Duration response{}, turnaround{}; };
    const auto times = std::make_shared<std::vector<Times>>(static_cast<std::size_t>(tasks));
    for (std::int64_t i = 0; i < tasks; ++i) {  //@ each
        lab.spawn(std::string(1, static_cast<char>('A' + i)), [=, &lab](Self self) -> Task {  //@ start
            Times& mine = (*times)[static_cast<std::size_t>(i)];
            mine.response = lab.now();    //@ response
            co_await self.compute(work);  //@ compute
            mine.turnaround = lab.now();  //@ turnaround
        });
    }
    lab.afterwards([=, &lab] {
        double response = 0;
        double turnaround = 0;
        for (const Times& each : *times) {
            response += static_cast<double>(each.response.count()) / kNsPerMs;
            turnaround += static_cast<double>(each.turnaround.count()) / kNsPerMs;
        }
        lab.tell("average_response_ms", response / static_cast<double>(tasks));      //@ average-response
        lab.tell("average_turnaround_ms", turnaround / static_cast<double>(tasks));  //@ average-turnaround
    });
}

}  // namespace

Scenario roundRobin() {
    return {
        .id = "multitasking/round-robin",
        .runtimes = {RuntimeKind::workers, RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::workers,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("tasks", 5, 1, 26), msParam("work", 1000, 1, 60'000), msParam("quantum", 200, 1, 5000)},
        .next = {"multitasking/priority", "multitasking/policy-race", "multitasking/process-states"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
