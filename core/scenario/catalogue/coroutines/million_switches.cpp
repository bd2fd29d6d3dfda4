// A crowd on one core takes turns until a million turns have been taken: coroutines by an event loop, threads and processes by
// the kernel. How long one switch takes, and how much memory each of them needs while it only waits.
//
// Switches of threads and processes are the kernel's count (getrusage(2)): it may let one that gives way go on at once, which
// is no switch. On the event loop every turn given up is one.
#include <sys/resource.h>

#include <atomic>

#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/idle_memory.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

// Of this thread so far, whether it waited or was made to give way.
std::int64_t switchesOfTheKernel() {
    rusage used{};
    ::getrusage(RUSAGE_THREAD, &used);
    return used.ru_nvcsw + used.ru_nivcsw;
}

struct Crowd {
    Semaphore there;
    EventFlag go;
    std::int64_t turns = 0;                          // of each
    bool byKernel = false;
    std::atomic<std::int64_t>* switches = nullptr;  // of all, in memory that processes share
};

Task takeTurns(Self self, Crowd crowd) {              //@ def
    co_await self.release(crowd.there);               //@ there
    co_await self.wait(crowd.go);                     //@ wait-go
    const std::int64_t before = switchesOfTheKernel();
    std::int64_t given = 0;
    for (std::int64_t i = 0; i < crowd.turns; ++i) {  //@ turns
        co_await self.yield();                        //@ yield
        ++given;
    }
    *crowd.switches += crowd.byKernel ? switchesOfTheKernel() - before : given;
}

Task measure(Lab& lab, Self self, Crowd crowd, std::int64_t actors) {  //@ main
    const IdleMemory memory(lab, self);                                //@ memory
    std::vector<ActorHandle> all;
    for (std::int64_t i = 1; i <= actors; ++i)  //@ each
        all.push_back(lab.spawn(std::to_string(i), [=](Self one) { return takeTurns(one, crowd); }));  //@ start
    for (std::int64_t i = 0; i < actors; ++i)       //@ each-there
        co_await self.acquire(crowd.there);         //@ wait-there
    lab.tell("bytes_idle", memory.bytesEach(all));  //@ bytes
    const std::int64_t begun = monotonicNs();  //@ begun
    co_await self.set(crowd.go);               //@ go
    for (const ActorHandle one : all)          //@ each-join
        co_await self.join(one);               //@ join
    const std::int64_t took = monotonicNs() - begun;
    const std::int64_t switches = *crowd.switches;
    lab.tell("switches", switches);                                                                 //@ switches
    lab.tell("ns_per_switch", static_cast<double>(took) / static_cast<double>(std::max<std::int64_t>(1, switches)));  //@ ns
    lab.tell("wall_ms", static_cast<double>(took) / kNsPerMs);                                      //@ wall
}

void body(Lab& lab) {
    lab.useCores(1);  //@ core
    const std::int64_t actors = lab.integer("actors");
    const Semaphore there = lab.semaphore("there", 0);  //@ semaphore
    const EventFlag go = lab.event("go");               //@ event
    const Crowd crowd{there, go, std::max<std::int64_t>(1, lab.integer("switches") / actors),
                      lab.order().runtime != RuntimeKind::coroutines, lab.sharedArray<std::atomic<std::int64_t>>(1)};
    lab.spawn("main", [=, &lab](Self self) { return measure(lab, self, crowd, actors); });  //@ run
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind) {  //@ compared
    return variantsByKindOfActor(params);  //@ threads
}

}  // namespace

Scenario millionSwitches() {
    return {
        .id = "coroutines/million-switches",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("switches", 1'000'000, 1000, 5'000'000), integerParam("actors", 100, 2, 1000),
                   choiceParam("kind", {"all", "process", "thread", "coroutine"})},
        .next = {"multitasking/switch-cost", "processes/creation-cost", "coroutines/event-loop"},
        .body = body,
        .variants = variants,
        .timesSwitches = true,
    };
}

}  // namespace interleave::catalogue
