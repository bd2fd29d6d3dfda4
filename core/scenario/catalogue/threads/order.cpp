// Three threads are to print 1, 2, 3, and the first has the most to do. Started in order they do not end in order, and
// starting each a little later only helps as long as the guess is right; joining, or waiting for an event, always does.
#include <array>
#include <atomic>
#include <chrono>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::int64_t kThreads = 3;

void body(Lab& lab) {
    const std::string way = lab.text("way");
    const Duration work = lab.milliseconds("work");
    const Duration delay = lab.milliseconds("delay");
    const std::array<EventFlag, kThreads> printed{
        lab.event("1 printed"),  //@ event1
        lab.event("2 printed"),  //@ event2
        lab.event("3 printed"),  //@ event3
    };
    const auto order = std::make_shared<std::atomic<std::int64_t>>(0);  // 312: as it came out

    const auto job = [=](std::int64_t number) {  //@ def
        return [=](Self self) -> Task {
            const auto at = static_cast<std::size_t>(number - 1);
            co_await self.sleep(work * (kThreads + 1 - number));  //@ work
            if (way == "event" && number > 1)      //@ not-first
                co_await self.wait(printed[at - 1]);  //@ wait
            self.print(std::to_string(number));    //@ print
            for (std::int64_t seen = order->load(); !order->compare_exchange_weak(seen, seen * 10 + number);) {}
            co_await self.set(printed[at]);        //@ set
        };
    };
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        for (std::int64_t number = 1; number <= kThreads; ++number) {  //@ each
            const ActorHandle thread = lab.spawn("T" + std::to_string(number), job(number));  //@ start
            if (way == "delay") co_await self.sleep(delay);  //@ delay
            if (way == "join") co_await self.join(thread);   //@ join
        }
    });
    lab.afterwards([=, &lab] {
        lab.tell("order", order->load());           //@ order
        lab.tell("in_order", order->load() == 123);
        lab.tell("wall_ms", std::chrono::duration<double, std::milli>(lab.now()).count());  //@ wall
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("way", {"none", "delay", "join", "event"}, params, runtime);
}

}  // namespace

Scenario order() {
    return {
        .id = "threads/order",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {msParam("work", 500, 1, 5000), msParam("delay", 200, 0, 5000),
                   choiceParam("way", {"all", "none", "delay", "join", "event"})},
        .next = {"threads/daemon", "threads/race", "locks/condition"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
