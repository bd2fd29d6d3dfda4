// The main thread ends early. A normal thread is waited for; a daemon is not: when the last normal thread has ended, so
// does the process, and the daemon is cut off in the middle of whatever it does.
#include <atomic>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

struct Lines {
    std::atomic<std::int64_t> background{0}, normal{0};
    std::atomic<bool> tidied{false};
};

void body(Lab& lab) {
    const bool daemon = lab.boolean("daemon");
    const Duration line = lab.milliseconds("line");
    const std::int64_t normalLines = lab.integer("normal-lines");
    const std::int64_t backgroundLines = lab.integer("background-lines");
    const auto lines = std::make_shared<Lines>();

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        lab.spawn("background", [=](Self inner) -> Task {  //@ background
            for (std::int64_t i = 1; i <= backgroundLines; ++i) {  //@ background-loop
                co_await inner.compute(line);                   //@ background-compute
                inner.print("saved page " + std::to_string(i));  //@ background-print
                ++lines->background;
            }
            inner.print("tidied up");  //@ tidy
            lines->tidied = true;
        }, {.task = {}, .arrival = {}, .daemon = daemon});
        lab.spawn("normal", [=](Self inner) -> Task {  //@ normal
            for (std::int64_t i = 1; i <= normalLines; ++i) {  //@ normal-loop
                co_await inner.sleep(line);                   //@ normal-sleep
                inner.print("answer " + std::to_string(i));  //@ normal-print
                ++lines->normal;
            }
        });
        co_await self.sleep(line);  //@ main-sleep
        self.print("main ends");    //@ main-print
    });
    lab.afterwards([=, &lab] {
        lab.tell("normal_lines", lines->normal.load());
        lab.tell("background_lines", lines->background.load());
        lab.tell("tidied", lines->tidied.load());
    });
}

}  // namespace

Scenario daemon() {
    return {
        .id = "threads/daemon",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {booleanParam("daemon", true), msParam("line", 400, 10, 5000), integerParam("normal-lines", 8, 1, 1000),
                   integerParam("background-lines", 20, 1, 1000)},
        .next = {"threads/start-join", "threads/failure", "processes/join-timeout-terminate"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
