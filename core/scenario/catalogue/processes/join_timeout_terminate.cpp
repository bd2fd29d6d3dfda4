// Three children: one ends by itself, one is asked to end by SIGTERM, one is made to by SIGKILL, which nobody can refuse. The
// parent waits for each with a limit first, and reads from the exit status how it came.
#include <signal.h>
#include <sys/wait.h>

#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// As Python's Process.exitcode has it: the exit status, or minus the signal.
std::int64_t exitCode(int status) { return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status); }

Task stubborn(Self self, bool refuses, Duration life) {
    if (refuses) ::signal(SIGTERM, SIG_IGN);  //@ refuse
    co_await self.sleep(life);                //@ sleep
}

void body(Lab& lab) {
    const Duration work = lab.milliseconds("work");
    const Duration patience = lab.milliseconds("patience");
    constexpr Duration kVeryLong = std::chrono::hours{1};

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const ActorHandle quick = lab.spawn("quick", [=](Self inner) -> Task {  //@ quick
            co_await inner.compute(work);  //@ work
            inner.exit(3);                 //@ exit
        });
        const ActorHandle polite = lab.spawn("polite", [=](Self inner) { return stubborn(inner, false, kVeryLong); });  //@ polite
        const ActorHandle deaf = lab.spawn("deaf", [=](Self inner) { return stubborn(inner, true, kVeryLong); });       //@ deaf

        co_await self.join(quick);                                         //@ join
        const bool came = co_await self.joinFor(polite, patience);         //@ join-limit
        self.print(std::string("alive ") + (lab.isAlive(polite) ? "True" : "False"));  //@ alive
        co_await self.terminate(polite);                                   //@ terminate
        co_await self.join(polite);                                        //@ join-polite
        co_await self.terminate(deaf);                                     //@ terminate-deaf
        const bool deafCame = co_await self.joinFor(deaf, patience);       //@ join-deaf
        co_await self.kill(deaf);                                          //@ kill
        co_await self.join(deaf);                                          //@ join-killed
        const auto code = [&](ActorHandle child) { return exitCode(*lab.waitStatus(child)); };
        self.print(fmt::format("exit codes {} {} {}", code(quick), code(polite), code(deaf)));  //@ codes
        lab.tell("came_in_time", came || deafCame);
        lab.tell("quick", code(quick));
        lab.tell("polite", code(polite));
        lab.tell("deaf", code(deaf));
    });
}

}  // namespace

Scenario joinTimeoutTerminate() {
    return {
        .id = "processes/join-timeout-terminate",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("work", 600, 1, 5000), msParam("patience", 800, 1, 10'000)},
        .next = {"processes/zombie", "processes/orphan", "threads/failure"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
