// A number of processes, threads or coroutines are made, all of them idle at once, and end again: how long one of them
// takes, and how much memory it needs.
#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/idle_memory.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerUs = 1000;

Task idle(Self self, Semaphore there, EventFlag end) {  //@ def
    co_await self.release(there);  //@ there
    co_await self.wait(end);       //@ idle
}

void body(Lab& lab) {
    const std::int64_t actors = lab.integer("actors");
    const Semaphore there = lab.semaphore("there", 0);  //@ semaphore
    const EventFlag end = lab.event("end");             //@ event
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const IdleMemory memory(lab, self);          //@ memory
        const std::int64_t begun = monotonicNs();    //@ begun
        std::vector<ActorHandle> all;
        for (std::int64_t i = 1; i <= actors; ++i)  //@ each
            all.push_back(lab.spawn(std::to_string(i), [=](Self inner) { return idle(inner, there, end); }));  //@ start
        for (std::int64_t i = 0; i < actors; ++i)  //@ each-there
            co_await self.acquire(there);          //@ wait-there
        const std::int64_t made = monotonicNs() - begun;  //@ made
        const double taken = memory.bytesEach(all);       //@ taken
        const std::int64_t ending = monotonicNs();
        co_await self.set(end);            //@ end
        for (const ActorHandle one : all)  //@ each-join
            co_await self.join(one);       //@ join
        const std::int64_t ended = monotonicNs() - ending;
        const auto number = static_cast<double>(actors);
        lab.tell("us_each", static_cast<double>(made + ended) / kNsPerUs / number);  //@ us
        lab.tell("bytes_each", taken);                                               //@ bytes
    });
    lab.afterwards([=, &lab] { lab.tell("made", actors); });  //@ all
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind) { return variantsByKindOfActor(params); }

}  // namespace

Scenario creationCost() {
    return {
        .id = "processes/creation-cost",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("actors", 100, 1, 1000), choiceParam("kind", {"all", "process", "thread", "coroutine"})},
        .next = {"multitasking/switch-cost", "processes/pool", "processes/start-method"},
        .body = body,
        .variants = variants,
        .timesSwitches = true,
    };
}

}  // namespace interleave::catalogue
