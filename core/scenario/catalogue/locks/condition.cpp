// Two guests wait for dishes at a counter, a third comes late. Whoever was told that something is ready has to look for
// itself: in a loop it is right; once, or not at all, a dish is taken that is not there, or the news is missed for ever.
#include <atomic>

#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::int64_t kAtOnce = 2;  // guests who are there from the beginning

void body(Lab& lab) {
    const std::string test = lab.text("test");
    const std::int64_t dishes = lab.integer("dishes");
    const Duration cooking = lab.milliseconds("cooking"), late = lab.milliseconds("late");
    const Mutex counter = lab.mutex("counter");                  //@ counter
    const Condition ready = lab.condition("ready", counter);     //@ ready
    const Variable onCounter = lab.sharedVariable("on_counter", 0);       //@ variable
    auto* const fewest = &lab.shared<std::atomic<std::int64_t>>();

    for (std::int64_t i = 0; i < dishes; ++i) {  //@ guests
        lab.spawn(fmt::format("guest {}", i + 1), [=](Self self) -> Task {  //@ guest
            if (i >= kAtOnce) co_await self.sleep(late);       //@ late
            co_await self.lock(counter);                       //@ lock
            std::int32_t there = co_await self.read(onCounter);   //@ look
            if (test == "none") {
                co_await self.wait(ready, counter);            //@ wait-blindly
            } else if (test == "if") {
                if (there == 0) co_await self.wait(ready, counter);  //@ wait-once
            } else {
                while (there == 0) {                           //@ while
                    co_await self.wait(ready, counter);        //@ wait
                    there = co_await self.read(onCounter);        //@ look-again
                }
            }
            there = co_await self.read(onCounter);                //@ count
            co_await self.write(onCounter, there - 1);            //@ take
            if (there - 1 < *fewest) *fewest = there - 1;
            co_await self.unlock(counter);                     //@ unlock
        });
    }
    const ActorHandle cook = lab.spawn("cook", [=](Self self) -> Task {  //@ cook
        for (std::int64_t i = 0; i < dishes; ++i) {            //@ each
            co_await self.compute(cooking);                    //@ cooking
            co_await self.lock(counter);                       //@ cook-lock
            const std::int32_t there = co_await self.read(onCounter);  //@ cook-look
            co_await self.write(onCounter, there + 1);            //@ put
            co_await self.notifyAll(ready);                    //@ notify
            co_await self.unlock(counter);                     //@ cook-unlock
        }
    });
    lab.onlyThese(ready, {cook});  // so that a guest nobody will ever tell is known to be one
    lab.afterwards([=, &lab] {
        lab.tell("left", lab.value(onCounter));  //@ left
        lab.tell("fewest", fewest->load());
    });
}

}  // namespace

Scenario condition() {
    return {
        .id = "locks/condition",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {choiceParam("test", {"while", "if", "none"}), integerParam("dishes", 3, 1, 20),
                   msParam("cooking", 700, 0, 10'000), msParam("late", 3500, 0, 60'000)},
        .next = {"locks/reader-writer", "queues/producer-consumer", "locks/semaphore"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
