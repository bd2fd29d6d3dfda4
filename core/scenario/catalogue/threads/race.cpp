// Two actors add to one number that nothing protects. Adding is three steps: read, add, write. Who writes over a
// number that has changed since he read it destroys the other's update. Threads may be interrupted anywhere between the
// two; coroutines on an event loop only where they give way.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// Every other round both read before either writes: one update of the two is lost.
std::vector<Steer> unluckyOrder(ActorHandle t1, ActorHandle t2, std::int64_t rounds) {
    std::vector<Steer> script;
    for (std::int64_t round = 0; round < rounds; ++round) {
        if (round % 2 == 0) {
            script.insert(script.end(), {{t1, Operation::read}, {t2, Operation::read}, {t1, Operation::write}, {t2, Operation::write}});
        } else {
            script.insert(script.end(), {{t1, Operation::read}, {t1, Operation::write}, {t2, Operation::read}, {t2, Operation::write}});
        }
    }
    return script;
}

void body(Lab& lab) {
    const Variable number = lab.variable("g_num", 0);  //@ number
    const std::int64_t rounds = lab.integer("rounds");
    const Duration think = lab.milliseconds("think");
    const bool givesWay = lab.boolean("give-way");

    const auto add = [=](Self self) -> Task {  //@ def
        for (std::int64_t round = 0; round < rounds; ++round) {  //@ loop
            const std::int32_t seen = co_await self.read(number);  //@ load
            co_await self.compute(think);                          //@ add
            if (givesWay) co_await self.yield();                   //@ give-way
            co_await self.write(number, seen + 1);                 //@ store
        }
    };
    const ActorHandle t1 = lab.spawn("T1", add);  //@ t1
    const ActorHandle t2 = lab.spawn("T2", add);  //@ t2

    // On an event loop nobody comes between the two who does not give way there: no order is imposed that cannot be.
    if (givesWay || lab.order().runtime != RuntimeKind::coroutines) lab.steer(unluckyOrder(t1, t2, rounds));
    lab.afterwards([=, &lab] {
        const std::int64_t expected = 2 * rounds;
        const std::int64_t actual = lab.value(number);
        lab.tell("expected", expected);       //@ expected
        lab.tell("actual", actual);           //@ actual
        lab.tell("lost", expected - actual);  //@ lost
    });
}

}  // namespace

Scenario race() {
    return {
        .id = "threads/race",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::steered,
        .paces = {Pace::free, Pace::steered, Pace::step},
        .params = {integerParam("rounds", 8, 1, 10'000), msParam("think", 120, 0, 2000), booleanParam("give-way", false)},
        .next = {"locks/mutex", "threads/atomic", "threads/locals"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
