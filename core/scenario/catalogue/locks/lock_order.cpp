// The two actors and two locks of the deadlock, but both take A before B: whoever has A can have B as well, so the circle
// of waits cannot close.
#include <atomic>

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
    auto* const had = &lab.shared<std::atomic<int>>();

    const auto takeBoth = [=](Self self) -> Task {  //@ def
        co_await self.lock(a);        //@ first
        co_await self.compute(work);  //@ compute
        co_await self.sleep(pause);   //@ sleep
        co_await self.lock(b);        //@ second
        self.print("both");           //@ both
        ++*had;                       //@ had
        co_await self.unlock(b);      //@ release-second
        co_await self.unlock(a);      //@ release-first
    };
    lab.spawn("T1", takeBoth);  //@ t1
    lab.spawn("T2", takeBoth);  //@ t2

    lab.afterwards([=, &lab] { lab.tell("had_both", had->load()); });  //@ tell
}

}  // namespace

Scenario lockOrder() {
    return {
        .id = "locks/lock-order",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::coroutines,
                     RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("work", 300, 0, 5000), msParam("pause", 1000, 0, 10000)},
        .next = {"locks/dining-philosophers", "locks/timeout", "locks/deadlock"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
