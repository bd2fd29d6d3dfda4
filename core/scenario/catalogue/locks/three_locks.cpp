// Three actors, three locks, a ring: each holds one lock and wants its neighbour's. No two of them are in each other's
// way, and all three are stuck.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    const Mutex a = lab.mutex("A");  //@ a
    const Mutex b = lab.mutex("B");  //@ b
    const Mutex c = lab.mutex("C");  //@ c
    const Duration work = lab.milliseconds("work");
    const Duration pause = lab.milliseconds("pause");

    const auto takeBoth = [=](Mutex first, Mutex second) {  //@ def
        return [=](Self self) -> Task {
            co_await self.lock(first);     //@ first
            co_await self.compute(work);   //@ compute
            co_await self.sleep(pause);    //@ sleep
            co_await self.lock(second);    //@ second
            co_await self.unlock(second);  //@ release-second
            co_await self.unlock(first);   //@ release-first
        };
    };
    const ActorHandle t1 = lab.spawn("T1", takeBoth(a, b));  //@ t1
    const ActorHandle t2 = lab.spawn("T2", takeBoth(b, c));  //@ t2
    const ActorHandle t3 = lab.spawn("T3", takeBoth(c, a));  //@ t3

    lab.steer({{t1, Operation::lock, a.id()}, {t2, Operation::lock, b.id()}, {t3, Operation::lock, c.id()},
               {t1, Operation::lock, b.id()}, {t2, Operation::lock, c.id()}, {t3, Operation::lock, a.id()}});
}

}  // namespace

Scenario threeLocks() {
    return {
        .id = "locks/three-locks",
        .runtimes = {RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::steered,
        .paces = {Pace::free, Pace::steered, Pace::step},
        .params = {msParam("work", 200, 0, 5000), msParam("pause", 1000, 0, 10000)},
        .next = {"locks/dining-philosophers", "locks/lock-order", "locks/deadlock"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
