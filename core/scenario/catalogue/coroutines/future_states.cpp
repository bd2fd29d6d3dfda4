// Three futures, settled by another coroutine one after the other: done, failed, cancelled. Each is pending until then, and
// never changes again. Running is a state of a thread's call only; a task that runs is pending.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

std::string nameOf(FutureState state) {
    constexpr const char* kNames[] = {"pending", "running", "done", "cancelled", "failed"};
    return kNames[static_cast<std::size_t>(state)];
}

Task settle(Self self, Future good, Future bad, Future off, Duration step) {  //@ settle
    co_await self.sleep(step);                        //@ sleep-1
    co_await self.setResult(good, 42);                //@ set-result
    co_await self.sleep(step);                        //@ sleep-2
    co_await self.setFailure(bad, "no answer");       //@ set-failure
    co_await self.sleep(step);                        //@ sleep-3
    co_await self.cancel(off);                        //@ cancel
    bool again = true;
    try {
        co_await self.setResult(good, 43);            //@ again
    } catch (const std::logic_error&) {
        again = false;
    }
    self.print(again ? "set again" : "InvalidStateError");  //@ invalid
}

Task show(Self self, const char* name, Future future) {  //@ show
    self.print(std::string(name) + " " + nameOf(self.state(future)));  //@ before
    try {
        const std::int64_t value = co_await self.await(future);  //@ await
        self.print(std::string(name) + " -> " + std::to_string(value));  //@ value
    } catch (const std::runtime_error& error) {
        self.print(std::string(name) + " raised: " + error.what());  //@ raised
    } catch (const Cancelled&) {
        self.print(std::string(name) + " raised: CancelledError");  //@ was-cancelled
    }
    self.print(std::string(name) + " " + nameOf(self.state(future)));  //@ after
}

void body(Lab& lab) {
    const Duration step = lab.milliseconds("step");

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const Future good = self.future("good"), bad = self.future("bad"), off = self.future("off");  //@ make
        const auto setter = self.createTask("setter", [=](Self own) { return settle(own, good, bad, off, step); });  //@ start
        self.print("setter " + std::string(setter.isDone() ? "done" : "pending"));  //@ task-before
        co_await show(self, "good", good);  //@ show-good
        co_await show(self, "bad", bad);    //@ show-bad
        co_await show(self, "off", off);    //@ show-off
        co_await self.await(setter);        //@ await-setter
        self.print("setter " + std::string(setter.isDone() ? "done" : "pending"));  //@ task-after

        const auto call = self.startThread("thread", [=](Self own) -> Task { co_await own.block(2 * step); });  //@ thread
        co_await self.sleep(step);          //@ meanwhile
        const bool runs = !call.isDone();
        self.print("the thread's call " + std::string(runs ? "running" : "done"));  //@ running
        co_await self.await(call);          //@ await-thread
        self.print("the thread's call " + std::string(call.isDone() ? "done" : "running"));  //@ ran
        lab.tell("done", self.state(good) == FutureState::done);
        lab.tell("failed", self.state(bad) == FutureState::failed);
        lab.tell("cancelled", self.state(off) == FutureState::cancelled);
        lab.tell("thread_ran", runs);
    });
}

}  // namespace

Scenario futureStates() {
    return {
        .id = "coroutines/future-states",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("step", 800, 1, 10'000)},
        .next = {"coroutines/gather", "coroutines/cancel", "coroutines/callbacks"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
