// Some coroutines tick, and one makes a call that blocks: first on the loop itself, where nobody else can run until it returns,
// then in a thread beside the loop, where it is awaited like anything else, and the ticking goes on.
#include <algorithm>

#include "core/runtime/awaiting.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/catalogue/coroutines/seconds.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// The longest time between two ticks, while it is looked at.
struct Watch {
    Duration gap{};
    std::int64_t ticks = 0;
};

Task tick(Self self, Lab& lab, Duration pause, std::shared_ptr<Watch> watch) {  //@ def
    Duration last = lab.now();                   //@ begin
    while (true) {                               //@ forever
        co_await self.sleep(pause);              //@ sleep
        const Duration now = lab.now();
        watch->gap = std::max(watch->gap, now - last);  //@ gap
        ++watch->ticks;
        last = now;
    }
}

void body(Lab& lab) {
    const Duration call = lab.milliseconds("call"), pause = lab.milliseconds("pause");
    const std::int64_t tickers = lab.integer("tickers");
    const auto watch = std::make_shared<Watch>();

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        std::vector<TaskHandle<>> all;
        for (std::int64_t i = 1; i <= tickers; ++i) {  //@ each
            all.push_back(self.createTask("ticker " + std::to_string(i), [=, &lab](Self own) {  //@ start
                return tick(own, lab, pause, watch);
            }));
        }
        co_await self.sleep(call / 2);           //@ before
        *watch = {};
        co_await self.block(call);               //@ block
        co_await self.sleep(pause);              //@ look
        const Watch onLoop = *watch;
        self.print("on the loop: ticks stood still for " + wholeSeconds(onLoop.gap));  //@ told-loop

        co_await self.sleep(call / 2);           //@ between
        *watch = {};
        const auto blocked = [=](Self own) -> Task { co_await own.block(call); };  //@ in-thread
        co_await toThread(self, "thread", blocked);  //@ offload
        const Watch inThread = *watch;
        self.print("in a thread: ticks stood still for " + wholeSeconds(inThread.gap));  //@ told-thread
        for (const TaskHandle<>& ticker : all) {  //@ all
            co_await self.cancel(ticker);        //@ cancel
        }
        lab.tell("gap_loop_ms", msOf(onLoop.gap));
        lab.tell("gap_thread_ms", msOf(inThread.gap));
        lab.tell("ticks_thread", inThread.ticks);
    });
}

}  // namespace

Scenario blockingTheLoop() {
    return {
        .id = "coroutines/blocking-the-loop",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {msParam("call", 1500, 50, 10'000), msParam("pause", 100, 5, 1'000), integerParam("tickers", 3, 1, 64)},
        .next = {"coroutines/await-vs-tasks", "coroutines/event-loop", "coroutines/cancel"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
