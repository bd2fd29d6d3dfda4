// The same two sleeps twice: awaited one after the other, which takes as long as both together, and as two tasks, begun
// before either is awaited, which takes as long as the longer one.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/catalogue/coroutines/seconds.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

Task sayAfter(Self self, Duration delay, const char* word) {  //@ def
    co_await self.sleep(delay);      //@ sleep
    self.print(word);                //@ say
}

void body(Lab& lab) {
    const Duration first = lab.milliseconds("first"), second = lab.milliseconds("second");

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        Duration began = lab.now();           //@ begin
        co_await sayAfter(self, first, "hello");   //@ await-first
        co_await sayAfter(self, second, "world");  //@ await-second
        const Duration awaited = lab.now() - began;
        self.print("awaited: " + wholeSeconds(awaited));  //@ awaited

        began = lab.now();                    //@ begin-again
        const auto a = self.createTask("a", [=](Self task) { return sayAfter(task, first, "hello"); });   //@ task-a
        const auto b = self.createTask("b", [=](Self task) { return sayAfter(task, second, "world"); });  //@ task-b
        co_await self.await(a);               //@ await-a
        co_await self.await(b);               //@ await-b
        const Duration asTasks = lab.now() - began;
        self.print("as tasks: " + wholeSeconds(asTasks));  //@ as-tasks
        lab.tell("awaited_ms", msOf(awaited));
        lab.tell("tasks_ms", msOf(asTasks));
    });
}

}  // namespace

Scenario awaitVsTasks() {
    return {
        .id = "coroutines/await-vs-tasks",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("first", 1000, 1, 60'000), msParam("second", 2000, 1, 60'000)},
        .next = {"coroutines/gather", "coroutines/forgotten", "coroutines/blocking-the-loop"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
