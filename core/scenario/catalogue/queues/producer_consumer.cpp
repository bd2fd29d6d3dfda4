// Producers put items into a queue with a few places, consumers take them out. Whoever is faster has to wait: for an
// item when the queue is empty, for a place when it is full.
#include <atomic>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

struct Tally {
    std::atomic<std::int64_t> put{0}, got{0}, sumPut{0}, sumGot{0};
};

void body(Lab& lab) {
    const BoundedQueue queue = lab.queue("queue", lab.integer("capacity"));  //@ queue
    const std::int64_t producers = lab.integer("producers");
    const std::int64_t consumers = lab.integer("consumers");
    const std::int64_t items = lab.integer("items");
    const Duration produce = lab.milliseconds("produce");
    const Duration consume = lab.milliseconds("consume");
    auto* const tally = &lab.shared<Tally>();

    for (std::int64_t p = 0; p < producers; ++p) {  //@ producers
        lab.spawn("P" + std::to_string(p + 1), [=](Self self) -> Task {  //@ producer
            for (std::int64_t i = 0; i < items; ++i) {  //@ producer-loop
                if (produce.count() > 0) co_await self.sleep(produce);  //@ make
                co_await self.put(queue, i);                            //@ put
                ++tally->put;
                tally->sumPut += i;
            }
        });
    }
    for (std::int64_t c = 0; c < consumers; ++c) {  //@ consumers
        // The items are shared out evenly, the first ones take one more.
        const std::int64_t share = producers * items / consumers + (c < producers * items % consumers ? 1 : 0);
        lab.spawn("C" + std::to_string(c + 1), [=](Self self) -> Task {  //@ consumer
            for (std::int64_t i = 0; i < share; ++i) {  //@ consumer-loop
                const std::int64_t item = co_await self.get(queue);       //@ get
                if (consume.count() > 0) co_await self.compute(consume);  //@ use
                ++tally->got;
                tally->sumGot += item;
            }
        });
    }
    lab.afterwards([=, &lab] {
        lab.tell("put", tally->put.load());  //@ tell-put
        lab.tell("got", tally->got.load());  //@ tell-got
        lab.tell("sum_put", tally->sumPut.load());
        lab.tell("sum_got", tally->sumGot.load());
    });
}

}  // namespace

Scenario producerConsumer() {
    return {
        .id = "queues/producer-consumer",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::coroutines,
                     RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("producers", 2, 1, 16), integerParam("consumers", 1, 1, 16),
                   integerParam("capacity", 4, 1, 100'000, "items"), integerParam("items", 20, 1, 1'000'000'000),
                   msParam("produce", 60, 0, 5000), msParam("consume", 90, 0, 5000)},
        .next = {"queues/full-empty-timeout", "queues/backpressure", "queues/many-to-many"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
