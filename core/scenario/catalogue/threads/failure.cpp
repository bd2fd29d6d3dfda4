// First an exception that nobody catches: it ends the actor that raised it, and the others go on. Then a fatal signal: it
// ends the process, and with it every thread, whoever brought it about. Where each actor is a process, it ends that one.
#include <csignal>

#include "core/runtime/fatal_signal.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    const Duration step = lab.milliseconds("step");
    const std::int64_t rounds = lab.integer("rounds");
    const std::string signal = lab.text("signal");

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const ActorHandle calm = lab.spawn("calm", [=](Self inner) -> Task {  //@ calm
            for (std::int64_t i = 1; i <= rounds; ++i) {  //@ loop
                co_await inner.sleep(step / 2);              //@ calm-sleep
                inner.print("round " + std::to_string(i));  //@ calm-print
            }
        });
        const ActorHandle thrower = lab.spawn("thrower", [=](Self inner) -> Task {  //@ thrower
            co_await inner.sleep(step * 2);                  //@ thrower-sleep
            throw std::runtime_error("nobody catches this");  //@ raise
        });
        const ActorHandle breaker = lab.spawn("breaker", [=](Self inner) -> Task {  //@ breaker
            co_await inner.sleep(step * 5);  //@ breaker-sleep
            if (signal == "segv") takeFatalSignal(SIGSEGV);  //@ segv
            if (signal == "fpe") takeFatalSignal(SIGFPE);    //@ fpe
        });
        co_await self.join(thrower);  //@ join-thrower
        const std::int64_t alive = lab.activeActors();
        lab.tell("after_exception", alive);
        self.print("alive after the exception: " + std::to_string(alive));  //@ alive
        co_await self.join(breaker);  //@ join-breaker
        // Among threads only where no signal came: no answer is an answer, too.
        lab.tell("after_signal", lab.activeActors());
        self.print("main goes on");    //@ survived
        co_await self.join(calm);      //@ join-calm
    });
}

}  // namespace

Scenario failure() {
    return {
        .id = "threads/failure",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("step", 600, 10, 5000), integerParam("rounds", 16, 1, 1000),
                   choiceParam("signal", {"segv", "fpe", "none"})},
        .next = {"threads/daemon", "processes/join-timeout-terminate", "coroutines/gather"},
        .body = body,
        .mayBeKilled = true,
    };
}

}  // namespace interleave::catalogue
