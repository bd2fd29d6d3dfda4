// A function takes a lock and calls another one that takes it again. With a plain lock the actor waits for itself: a deadlock
// of one. A recursive lock counts.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    const MutexKind kind = lab.text("lock") == "recursive" ? MutexKind::recursive : MutexKind::plain;
    const Mutex m = lab.mutex("m", {.kind = kind});  //@ lock
    const Variable total = lab.variable("total", 0);  //@ total
    const Duration work = lab.milliseconds("work");

    lab.spawn("T1", [=](Self self) -> Task {  //@ t1
        co_await self.lock(m);        //@ outer
        co_await self.compute(work);  //@ work
        co_await self.lock(m);        //@ inner
        const std::int32_t seen = co_await self.read(total);  //@ read
        co_await self.write(total, seen + 1);                 //@ write
        co_await self.unlock(m);      //@ leave-inner
        co_await self.compute(work);  //@ more
        co_await self.unlock(m);      //@ leave-outer
    });
    lab.spawn("T2", [=](Self self) -> Task {  //@ t2
        co_await self.compute(work);  //@ other-work
        co_await self.lock(m);        //@ other-lock
        co_await self.compute(work);  //@ other-inside
        co_await self.unlock(m);      //@ other-unlock
    });
    lab.afterwards([=, &lab] { lab.tell("total", lab.value(total)); });  //@ tell
}

}  // namespace

Scenario reentrant() {
    return {
        .id = "locks/reentrant",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {choiceParam("lock", {"plain", "recursive"}), msParam("work", 500, 0, 5000)},
        .next = {"locks/semaphore", "locks/deadlock", "locks/mutex"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
