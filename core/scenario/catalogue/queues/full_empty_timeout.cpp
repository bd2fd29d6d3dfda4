// Every way to put and to take: without waiting, waiting for a time, waiting for as long as it takes; and what comes of each
// where the queue is empty, or full.
#include <atomic>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

// What came of each try; processes share it, too.
struct Seen {
    std::atomic<bool> emptyAtOnce{false}, emptyInTime{false}, fullAtOnce{false}, fullInTime{false};
    std::atomic<bool> saidEmpty{false}, saidFull{false};
    std::atomic<std::int64_t> size{0}, blockedNs{0};
};

void body(Lab& lab) {
    const std::int64_t capacity = lab.integer("capacity");
    const Duration timeout = lab.milliseconds("timeout");
    const Duration pause = lab.milliseconds("pause");
    const BoundedQueue queue = lab.queue("queue", capacity);  //@ queue
    const EventFlag news = lab.event("it is full");           //@ event
    auto* const seen = &lab.shared<Seen>();

    lab.spawn("tries", [=, &lab](Self self) -> Task {  //@ tries
        seen->saidEmpty = co_await self.isEmpty(queue);                             //@ empty
        seen->emptyAtOnce = !(co_await self.tryGet(queue));                         //@ get-nowait
        seen->emptyInTime = !(co_await self.getFor(queue, timeout));                //@ get-timeout
        for (std::int64_t i = 1; i <= capacity; ++i) {                              //@ fill
            co_await self.put(queue, i);                                            //@ put
        }
        seen->saidFull = co_await self.isFull(queue);                               //@ full
        seen->size = co_await self.size(queue);                                     //@ size
        seen->fullAtOnce = !(co_await self.tryPut(queue, capacity + 1));            //@ put-nowait
        co_await self.set(news);                                                    //@ tell
        seen->fullInTime = !(co_await self.putFor(queue, capacity + 2, timeout));   //@ put-timeout
        const Duration before = lab.now();
        co_await self.put(queue, capacity + 3);                                     //@ put-blocking
        seen->blockedNs = (lab.now() - before).count();
    });
    lab.spawn("takes", [=](Self self) -> Task {  //@ takes
        co_await self.wait(news);       //@ wait
        for (int i = 0; i < 2; ++i) {   //@ twice
            co_await self.sleep(pause); //@ pause
            co_await self.get(queue);   //@ get
        }
    });
    lab.afterwards([=, &lab] {
        lab.tell("empty_at_once", seen->emptyAtOnce.load());  //@ tell-empty-at-once
        lab.tell("empty_in_time", seen->emptyInTime.load());  //@ tell-empty-in-time
        lab.tell("full_at_once", seen->fullAtOnce.load());    //@ tell-full-at-once
        lab.tell("full_in_time", seen->fullInTime.load());    //@ tell-full-in-time
        lab.tell("said_empty", seen->saidEmpty.load());
        lab.tell("said_full", seen->saidFull.load());
        lab.tell("size", seen->size.load());
        lab.tell("blocked_ms", static_cast<double>(seen->blockedNs.load()) / kNsPerMs);  //@ tell-blocked
    });
}

}  // namespace

Scenario fullEmptyTimeout() {
    return {
        .id = "queues/full-empty-timeout",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("capacity", 2, 1, 1000, "items"), msParam("timeout", 800, 1, 10'000),
                   msParam("pause", 2000, 0, 10'000)},
        .next = {"queues/check-then-act", "queues/producer-consumer", "locks/timeout"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
