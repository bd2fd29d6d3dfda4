// Three tasks on one core, and a lock that the least urgent and the most urgent share. While the urgent one waits for the
// lock, its holder must run to give it back; but a third one, in between and without any interest in the lock, comes first.
// Where the lock lends the waiter's priority to its holder, it does not.
#include <memory>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;
enum Priority : int { kHigh = 1, kMiddle = 2, kLow = 3 };  // the lower number goes first

SpawnOptions comesAt(Duration arrival, Priority priority) {
    SpawnOptions options;
    options.arrival = arrival;
    options.task.priority = priority;
    return options;
}

void body(Lab& lab) {
    lab.useCores(1);
    lab.schedule("priority", {});  //@ policy
    const Mutex lock = lab.mutex("lock", {.inherits = lab.text("inheritance") == "on"});  //@ lock
    const Duration inside = lab.milliseconds("inside");
    const Duration burst = lab.milliseconds("middle");

    struct Waited { Duration since{}, length{}; };
    const auto high = std::make_shared<Waited>();
    lab.spawn("low", [=](Self self) -> Task {  //@ low
        co_await self.lock(lock);          //@ low-lock
        co_await self.compute(inside);     //@ low-inside
        co_await self.unlock(lock);        //@ low-unlock
        co_await self.compute(inside / 4);  //@ low-rest
    }, comesAt({}, kLow));
    lab.spawn("middle", [=](Self self) -> Task {  //@ middle
        co_await self.compute(burst);  //@ middle-compute
    }, comesAt(inside / 2, kMiddle));
    // It comes when a quarter of that is done, and wants the lock at once.
    lab.spawn("high", [=, &lab](Self self) -> Task {  //@ high
        high->since = lab.now();                      //@ high-since
        co_await self.lock(lock);                     //@ high-lock
        high->length = lab.now() - high->since;       //@ high-waited
        co_await self.compute(inside / 4);            //@ high-inside
        co_await self.unlock(lock);                   //@ high-unlock
    }, comesAt(inside / 4, kHigh));
    lab.afterwards([=, &lab] {
        lab.tell("high_waited_ms", static_cast<double>(high->length.count()) / kNsPerMs);  //@ waited
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("inheritance", {"off", "on"}, params, runtime);
}

}  // namespace

Scenario priorityInversion() {
    return {
        .id = "locks/priority-inversion",
        .runtimes = {RuntimeKind::workers, RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::workers,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("inside", 400, 4, 10'000), msParam("middle", 1200, 1, 10'000),
                   choiceParam("inheritance", {"both", "off", "on"})},
        .next = {"multitasking/priority", "locks/mutex", "locks/reader-writer"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
