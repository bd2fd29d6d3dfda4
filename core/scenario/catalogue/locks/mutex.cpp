// The race mended: whoever changes the shared number holds a lock while doing so. One at a time is inside, the
// others wait their turn, and the sum comes out right.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    const Mutex lock = lab.mutex("lock");              //@ lock
    const Variable number = lab.sharedVariable("g_num", 0);  //@ number
    const std::int64_t actors = lab.integer("actors");
    const std::int64_t rounds = lab.integer("rounds");
    const Duration inside = lab.milliseconds("inside");
    const Duration outside = lab.milliseconds("outside");

    for (std::int64_t i = 1; i <= actors; ++i) {  //@ each
        lab.spawn("T" + std::to_string(i), [=](Self self) -> Task {  //@ start
            for (std::int64_t round = 0; round < rounds; ++round) {  //@ loop
                co_await self.lock(lock);                              //@ acquire
                const std::int32_t seen = co_await self.read(number);  //@ read
                co_await self.compute(inside);                         //@ inside
                co_await self.write(number, seen + 1);                 //@ write
                co_await self.unlock(lock);                            //@ release
                co_await self.sleep(outside);                          //@ outside
            }
        });
    }
    lab.afterwards([=, &lab] {
        lab.tell("expected", actors * rounds);  //@ expected
        lab.tell("actual", lab.value(number));  //@ actual
    });
}

}  // namespace

Scenario mutex() {
    return {
        .id = "locks/mutex",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("actors", 3, 1, 64), integerParam("rounds", 10, 1, 1'000'000),
                   msParam("inside", 60, 0, 5000), msParam("outside", 40, 0, 5000)},
        .next = {"locks/reentrant", "locks/semaphore", "locks/deadlock", "threads/race"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
