// Two partners hand control back and forth on one core: what a switch costs between processes and between
// threads, which the kernel makes, and between coroutines, which an event loop makes.

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

Task take(Self self, Semaphore mine, Semaphore yours, std::int64_t rounds) {
    for (std::int64_t i = 0; i < rounds; ++i) {  //@ rounds
        co_await self.acquire(mine);   //@ wait
        co_await self.release(yours);  //@ pass
    }
}

void body(Lab& lab) {
    lab.useCores(1);  //@ core
    const std::int64_t rounds = lab.integer("rounds");
    const Semaphore ping = lab.semaphore("ping", 1);  //@ ping
    const Semaphore pong = lab.semaphore("pong", 0);  //@ pong
    lab.spawn("A", [=](Self self) { return take(self, ping, pong, rounds); });  //@ a
    lab.spawn("B", [=](Self self) { return take(self, pong, ping, rounds); });  //@ b
    lab.afterwards([=, &lab] {
        const auto switches = static_cast<double>(2 * rounds);
        lab.tell("ns_per_switch", static_cast<double>(lab.now().count()) / switches);  //@ cost
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind) { return variantsByKindOfActor(params); }

}  // namespace

Scenario switchCost() {
    return {
        .id = "multitasking/switch-cost",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("rounds", 100'000, 100, 2'000'000), choiceParam("kind", {"all", "process", "thread", "coroutine"})},
        .next = {"multitasking/cpu-vs-io", "multitasking/polling-vs-events", "coroutines/million-switches"},
        .body = body,
        .variants = variants,
        .timesSwitches = true,
    };
}

}  // namespace interleave::catalogue
