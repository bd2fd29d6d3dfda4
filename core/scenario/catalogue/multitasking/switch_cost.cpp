// Two partners hand control back and forth on one core: what a switch costs between processes and between
// threads, which the kernel makes, and between coroutines, which an event loop makes. And what memory it costs to have one
// that only waits.

#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/idle_memory.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

// From the second turn to the last: then both are there, and what it took to make them is over.
Task take(Self self, Semaphore mine, Semaphore yours, std::int64_t rounds, std::int64_t& took) {  //@ def
    for (std::int64_t i = 0; i < rounds; ++i) {  //@ rounds
        co_await self.acquire(mine);             //@ wait
        if (i == 1) took = -monotonicNs();
        if (i == rounds - 1) took += monotonicNs();
        co_await self.release(yours);  //@ pass
    }
}

Task idle(Self self, Semaphore there, EventFlag end) {  //@ idle
    co_await self.release(there);  //@ there
    co_await self.wait(end);       //@ wait-end
}

struct Meeting {
    Semaphore ping, pong, there;
    EventFlag end;
    std::int64_t* took = nullptr;  // of A and of B, in ns; in memory that processes share
};

Task measure(Lab& lab, Self self, Meeting at) {  //@ measure
    const std::int64_t rounds = lab.integer("rounds"), count = lab.integer("idle");
    const ActorHandle a = lab.spawn("A", [=](Self one) { return take(one, at.ping, at.pong, rounds, at.took[0]); });  //@ a
    const ActorHandle b = lab.spawn("B", [=](Self one) { return take(one, at.pong, at.ping, rounds, at.took[1]); });  //@ b
    for (const ActorHandle partner : {a, b})  //@ both
        co_await self.join(partner);          //@ join
    const auto switches = static_cast<double>(2 * (rounds - 2));
    lab.tell("ns_per_switch", static_cast<double>(at.took[0]) / switches);  //@ cost

    const IdleMemory memory(lab, self);  //@ memory
    std::vector<ActorHandle> all;
    for (std::int64_t i = 1; i <= count; ++i)  //@ each
        all.push_back(lab.spawn(std::to_string(i), [=](Self one) { return idle(one, at.there, at.end); }));  //@ start
    for (std::int64_t i = 0; i < count; ++i)                  //@ each-there
        co_await self.acquire(at.there);                      //@ wait-there
    lab.tell("bytes_idle", memory.bytesEach(all));            //@ bytes
    co_await self.set(at.end);                                //@ end
}

void body(Lab& lab) {
    lab.useCores(1);  //@ core
    const Semaphore ping = lab.semaphore("ping", 1);    //@ ping
    const Semaphore pong = lab.semaphore("pong", 0);    //@ pong
    const Semaphore there = lab.semaphore("there", 0);  //@ there-made
    const EventFlag end = lab.event("end");             //@ end-made
    const Meeting at{ping, pong, there, end, lab.sharedArray<std::int64_t>(2)};
    lab.spawn("main", [=, &lab](Self self) { return measure(lab, self, at); });  //@ main
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind) { return variantsByKindOfActor(params); }  //@ coroutines

}  // namespace

Scenario switchCost() {
    return {
        .id = "multitasking/switch-cost",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("rounds", 100'000, 100, 2'000'000), integerParam("idle", 100, 10, 1000),
                   choiceParam("kind", {"all", "process", "thread", "coroutine"})},
        .next = {"multitasking/cpu-vs-io", "multitasking/polling-vs-events", "coroutines/million-switches"},
        .body = body,
        .variants = variants,
        .timesSwitches = true,
    };
}

}  // namespace interleave::catalogue
