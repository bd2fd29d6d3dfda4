// A car park with N places: a semaphore counts them. Who finds none free waits until somebody leaves.
#include <atomic>

#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

struct Count {
    std::atomic<std::int64_t> inside{0};
    std::atomic<std::int64_t> most{0};

    void enter() {
        const std::int64_t now = inside.fetch_add(1) + 1;
        std::int64_t seen = most.load();
        while (seen < now && !most.compare_exchange_weak(seen, now)) {
        }
    }
};

void body(Lab& lab) {
    const std::int64_t cars = lab.integer("cars");
    const Duration drive = lab.milliseconds("drive");
    const Duration stay = lab.milliseconds("stay");
    const Semaphore places = lab.semaphore("places", lab.integer("places"));  //@ places
    auto* const count = &lab.shared<Count>();

    const auto car = [=](Self self) -> Task {  //@ def
        co_await self.compute(drive);    //@ drive
        co_await self.acquire(places);   //@ acquire
        count->enter();                  //@ enter
        co_await self.sleep(stay);       //@ stay
        --count->inside;                 //@ leave
        co_await self.release(places);   //@ release
    };
    for (std::int64_t i = 0; i < cars; ++i) {  //@ each
        lab.spawn(fmt::format("car {}", i + 1), car);  //@ spawn
    }
    lab.afterwards([=, &lab] {
        lab.tell("cars", cars);                        //@ cars
        lab.tell("most_inside", count->most.load());  //@ most
    });
}

}  // namespace

Scenario semaphore() {
    return {
        .id = "locks/semaphore",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("places", 3, 1, 50), integerParam("cars", 8, 1, 50), msParam("drive", 50, 0, 5000),
                   msParam("stay", 800, 0, 10000)},
        .next = {"locks/dining-philosophers", "locks/mutex", "queues/producer-consumer"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
