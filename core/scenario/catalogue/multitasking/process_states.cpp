// One actor is walked along every arrow of the state diagram: new, ready, running, ready again (it gives its core up),
// waiting for time, waiting for a lock, and ended. Others compete with it for the cores and hold the lock.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    lab.schedule("rr", lab.milliseconds("quantum"));  //@ quantum
    const Mutex lock = lab.mutex("lock");             //@ lock
    const Duration step = lab.milliseconds("step");

    lab.spawn("walker", [=](Self self) -> Task {  //@ walker
        co_await self.compute(step);  //@ compute
        co_await self.yield();        //@ yield
        co_await self.compute(step);  //@ compute-again
        co_await self.sleep(step);    //@ sleep
        co_await self.lock(lock);     //@ acquire
        co_await self.compute(step);  //@ inside
        co_await self.unlock(lock);   //@ release
    });
    lab.spawn("holder", [=](Self self) -> Task {  //@ holder
        co_await self.lock(lock);         //@ holder-acquire
        co_await self.compute(step * 6);  //@ holder-compute
        co_await self.unlock(lock);       //@ holder-release
    });
    lab.spawn("rival", [=](Self self) -> Task {  //@ rival
        co_await self.compute(step * 4);  //@ rival-compute
    });
}

}  // namespace

Scenario processStates() {
    return {
        .id = "multitasking/process-states",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers},
        .defaultRuntime = RuntimeKind::workers,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("step", 400, 10, 5000), msParam("quantum", 150, 5, 2000)},
        .next = {"multitasking/round-robin", "multitasking/priority", "locks/mutex"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
