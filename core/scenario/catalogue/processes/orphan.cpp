// The parent ends first. Its child goes on, and has another parent from then on, which the kernel chooses: the nearest
// process above that has offered to look after orphans, or else process 1.
#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    const Duration work = lab.milliseconds("work");
    const Duration outlive = lab.milliseconds("outlive");
    constexpr Duration kLookAgain = std::chrono::milliseconds{20};

    lab.spawn("parent", [=, &lab](Self self) -> Task {  //@ parent
        lab.spawn("child", [=, &lab, forker = self.pid()](Self inner) -> Task {  //@ fork
            const std::int64_t before = inner.parentPid();             //@ before
            while (inner.parentPid() == forker)                        //@ until
                co_await inner.sleep(kLookAgain);                      //@ look
            co_await inner.compute(outlive);                           //@ outlive
            const std::int64_t after = inner.parentPid();              //@ after
            inner.print(fmt::format("before {} after {}", before, after));  //@ told
            lab.tell("old_parent", before);
            lab.tell("new_parent", after);
            lab.tell("was_forkers", before == forker);
            lab.tell("changed", after != before);
        });
        co_await self.compute(work);  //@ work
        self.print("parent ends");    //@ end
    });
}

}  // namespace

Scenario orphan() {
    return {
        .id = "processes/orphan",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("work", 800, 1, 5000), msParam("outlive", 1200, 1, 10'000)},
        .next = {"processes/zombie", "processes/fork", "processes/join-timeout-terminate"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
