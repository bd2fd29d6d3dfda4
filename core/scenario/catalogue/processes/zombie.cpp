// A child ends and its parent does not ask how: what is left of it is an entry in the kernel's table, a zombie, which keeps
// the exit status for the one who may still want it. Once the parent waits for it, it is gone.
#include <sys/wait.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    const Duration work = lab.milliseconds("work");
    const Duration unreaped = lab.milliseconds("unreaped");
    constexpr Duration kLookAgain = std::chrono::milliseconds{20};
    constexpr int kStatus = 7;

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const ActorHandle child = lab.spawn("child", [=](Self inner) -> Task {  //@ fork
            co_await inner.compute(work);  //@ work
            inner.exit(kStatus);           //@ exit
        });
        while (lab.stateOf(child) != 'Z')        //@ until
            co_await self.sleep(kLookAgain);     //@ look
        co_await self.sleep(unreaped);           //@ leave
        const char before = lab.stateOf(child);  //@ ask
        self.print(std::string("state ") + before);  //@ before
        co_await self.join(child);                //@ wait
        const char after = lab.stateOf(child);    //@ ask-again
        const int status = WEXITSTATUS(*lab.waitStatus(child));
        self.print("status " + std::to_string(status));  //@ status
        lab.tell("was_zombie", before == 'Z');
        lab.tell("is_gone", after == '-');
        lab.tell("status", status);
    });
}

}  // namespace

Scenario zombie() {
    return {
        .id = "processes/zombie",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("work", 600, 1, 5000), msParam("unreaped", 2000, 0, 10'000)},
        .next = {"processes/orphan", "processes/join-timeout-terminate", "processes/fork"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
