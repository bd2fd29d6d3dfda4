// One place is left. Two ask whether the queue is full, both hear no, and both put without waiting. The answer was right
// when it was given, and old when it was used.
#include <atomic>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

struct Count {
    std::atomic<std::int64_t> toldFree{0}, put{0}, full{0};
};

void body(Lab& lab) {
    const Duration think = lab.milliseconds("think");
    const std::string way = lab.text("way");
    const bool asks = way != "try", locks = way == "lock";
    const BoundedQueue queue = lab.queue("queue", 1);  //@ queue
    const Mutex mutex = lab.mutex("mutex");            //@ mutex
    auto* const count = &lab.shared<Count>();

    const auto offer = [=](std::int64_t item) {
        return [=](Self self) -> Task {  //@ def
            if (locks) co_await self.lock(mutex);                     //@ lock
            bool free = true;
            if (asks) free = !(co_await self.isFull(queue));          //@ ask
            if (asks && free) ++count->toldFree;                      //@ told
            co_await self.compute(think);                             //@ think
            if (free) {                                               //@ if
                const bool done = co_await self.tryPut(queue, item);  //@ put
                ++(done ? count->put : count->full);                  //@ full
            }
            if (locks) co_await self.unlock(mutex);                   //@ unlock
        };
    };
    const ActorHandle t1 = lab.spawn("T1", offer(1));  //@ t1
    const ActorHandle t2 = lab.spawn("T2", offer(2));  //@ t2
    if (asks && !locks) lab.steer({{t1, Operation::ask}, {t2, Operation::ask}, {t1, Operation::put}, {t2, Operation::put}});

    lab.afterwards([=, &lab] {
        lab.tell("told_free", count->toldFree.load());  //@ tell-told
        lab.tell("put", count->put.load());             //@ tell-put
        lab.tell("full", count->full.load());           //@ tell-full
    });
}

}  // namespace

Scenario checkThenAct() {
    return {
        .id = "queues/check-then-act",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::steered,
        .paces = {Pace::free, Pace::steered, Pace::step},
        .params = {msParam("think", 800, 0, 5000), choiceParam("way", {"ask", "lock", "try"})},
        .next = {"queues/full-empty-timeout", "threads/race", "locks/mutex"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
