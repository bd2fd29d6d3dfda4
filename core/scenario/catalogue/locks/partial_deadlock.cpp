// Two actors deadlock while a third goes on working and a fourth has long ended: a program that still does something
// can hold a deadlock all the same.
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
    const std::int64_t rounds = lab.integer("rounds");

    const auto takeBoth = [=](Mutex first, Mutex second) {  //@ def
        return [=](Self self) -> Task {
            co_await self.lock(first);     //@ first
            co_await self.sleep(pause);    //@ sleep
            co_await self.lock(second);    //@ second
            co_await self.unlock(second);  //@ release-second
            co_await self.unlock(first);   //@ release-first
        };
    };
    const ActorHandle t1 = lab.spawn("T1", takeBoth(a, b));  //@ t1
    const ActorHandle t2 = lab.spawn("T2", takeBoth(b, a));  //@ t2
    lab.spawn("T3", [=](Self self) -> Task {  //@ t3
        for (std::int64_t i = 0; i < rounds; ++i) {  //@ busy-loop
            co_await self.compute(work);     //@ busy-compute
            co_await self.sleep(pause / 4);  //@ busy-sleep
        }
    });
    lab.spawn("T4", [=](Self self) -> Task {  //@ t4
        co_await self.compute(work);  //@ short-compute
    });

    lab.steer({{t1, Operation::lock, a.id()}, {t2, Operation::lock, b.id()},
               {t1, Operation::lock, b.id()}, {t2, Operation::lock, a.id()}});
}

}  // namespace

Scenario partialDeadlock() {
    return {
        .id = "locks/partial-deadlock",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::steered,
        .paces = {Pace::free, Pace::steered, Pace::step},
        .params = {msParam("work", 150, 0, 5000), msParam("pause", 1000, 0, 10000), integerParam("rounds", 8, 1, 1000)},
        .next = {"locks/three-locks", "locks/dining-philosophers", "locks/watchdog", "locks/deadlock"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
