// Two actors, two locks, opposite order. Each takes its first lock, works, sleeps, and wants the lock that the
// other one holds: a circle of waits that nobody can leave.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    const Mutex a = lab.mutex("A");  //@ a
    const Mutex b = lab.mutex("B");  //@ b
    const Duration work = lab.milliseconds("work");
    const Duration pause = lab.milliseconds("pause");

    const auto takeBoth = [=](Mutex first, Mutex second) {  //@ def
        return [=](Self self) -> Task {
            co_await self.lock(first);     //@ first
            co_await self.compute(work);   //@ compute
            co_await self.sleep(pause);    //@ sleep
            co_await self.lock(second);    //@ second
            self.print("both");            //@ both
            co_await self.unlock(second);  //@ release-second
            co_await self.unlock(first);   //@ release-first
        };
    };
    const ActorHandle t1 = lab.spawn("T1", takeBoth(a, b));  //@ t1
    const ActorHandle t2 = lab.spawn("T2", takeBoth(b, a));  //@ t2

    lab.steer({{t1, Operation::lock, a.id()}, {t2, Operation::lock, b.id()},
               {t1, Operation::lock, b.id()}, {t2, Operation::lock, a.id()}});
}

}  // namespace

Scenario deadlock() {
    return {
        .id = "locks/deadlock",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::coroutines,
                     RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::steered,
        .paces = {Pace::free, Pace::steered, Pace::step},
        .params = {msParam("work", 300, 0, 5000), msParam("pause", 1000, 0, 10000)},
        .next = {"locks/lock-order", "locks/timeout", "locks/watchdog", "locks/bankers", "locks/partial-deadlock"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
