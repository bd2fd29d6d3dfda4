// Two wait for the same thing. One asks again and again, and burns a core meanwhile; the other sleeps until it is woken.
// Who asks gives way in between: on an event loop the news would never come otherwise.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

void body(Lab& lab) {
    const Duration delay = lab.milliseconds("delay");
    const Duration look = lab.milliseconds("look");
    const Variable ready = lab.variable("ready", 0);  //@ variable
    const EventFlag news = lab.event("news");         //@ event

    const ActorHandle polls = lab.spawn("polls", [=](Self self) -> Task {  //@ polls
        while (co_await self.read(ready) == 0) {  //@ ask
            co_await self.compute(look);          //@ look
            co_await self.yield();                //@ give-way
        }
    });
    const ActorHandle waits = lab.spawn("waits", [=](Self self) -> Task {  //@ waits
        co_await self.wait(news);  //@ wait
    });
    lab.spawn("writer", [=](Self self) -> Task {  //@ writer
        co_await self.sleep(delay);     //@ delay
        co_await self.write(ready, 1);  //@ write
        co_await self.set(news);        //@ set
    });
    lab.afterwards([=, &lab] {
        lab.tell("polling_cpu_ms", static_cast<double>(lab.cpuTime(polls).count()) / kNsPerMs);  //@ polling-cpu
        lab.tell("waiting_cpu_ms", static_cast<double>(lab.cpuTime(waits).count()) / kNsPerMs);  //@ waiting-cpu
    });
}

}  // namespace

Scenario pollingVsEvents() {
    return {
        .id = "multitasking/polling-vs-events",
        .runtimes = {RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("delay", 2000, 10, 60'000), msParam("look", 5, 1, 1000)},
        .next = {"multitasking/sync-async-blocking", "multitasking/cpu-vs-io", "queues/producer-consumer"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
