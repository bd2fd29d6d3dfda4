// What is forgotten: a coroutine object that nobody awaits never runs, a sleep without await returns at once, and a task that
// nobody awaits begins, but is cut off where the program ends before it.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/catalogue/coroutines/seconds.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// How many lines each has reached.
struct Reached {
    std::int64_t forgotten = 0, awaited = 0, dropped = 0;
};
using Count = std::int64_t Reached::*;

Task work(Self self, Duration nap, const char* name, std::shared_ptr<Reached> reached, Count mine) {  //@ def
    self.print(std::string(name) + " begins");  //@ begin
    ++((*reached).*mine);
    co_await self.sleep(nap);                   //@ sleep
    self.print(std::string(name) + " ends");    //@ end
    ++((*reached).*mine);
}

void body(Lab& lab) {
    const Duration nap = lab.milliseconds("nap");
    const auto reached = std::make_shared<Reached>();

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const Duration began = lab.now();        //@ clock
        {
            const Task object = work(self, nap, "forgotten", reached, &Reached::forgotten);  //@ forget
        }
        {
            [[maybe_unused]] const auto object = self.sleep(nap);  //@ sleep-without-await
        }
        const Duration passed = lab.now() - began;
        self.print("so far: " + wholeSeconds(passed));  //@ so-far

        co_await work(self, nap, "awaited", reached, &Reached::awaited);  //@ await

        const auto dropped = self.createTask("dropped", [=](Self own) {  //@ task
            return work(own, 2 * nap, "dropped", reached, &Reached::dropped);
        });
        co_await self.sleep(nap);                //@ leave
        self.print("main ends");                 //@ main-ends
        co_await self.cancel(dropped);           //@ cut-off
        lab.tell("at_once_ms", msOf(passed));
    });
    lab.afterwards([=, &lab] {
        lab.tell("forgotten_lines", reached->forgotten);
        lab.tell("awaited_lines", reached->awaited);
        lab.tell("dropped_lines", reached->dropped);
    });
}

}  // namespace

Scenario forgotten() {
    return {
        .id = "coroutines/forgotten",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("nap", 1000, 1, 10'000)},
        .next = {"coroutines/await-vs-tasks", "coroutines/cancel", "coroutines/event-loop"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
