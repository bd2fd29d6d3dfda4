// Several tasks gathered, four times: their results come in the order in which they were given, whoever ends first; the first
// error is thrown at once while the others go on; errors may be handed back among the results; and one that is cancelled
// leaves the others alone, while cancelling the gathering one cancels them all.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/catalogue/coroutines/seconds.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

using Word = TaskHandle<std::string>;

template <class... Words>
std::vector<Word> all(const Words&... words) {
    return {words...};
}

ValueTask<std::string> work(Self self, Duration delay, bool fails) {  //@ def
    const std::string name{self.name()};
    try {
        co_await self.sleep(delay);        //@ sleep
    } catch (const Cancelled&) {
        self.print(name + " cancelled");   //@ told
        throw;
    }
    if (fails) throw std::runtime_error(name + " failed");  //@ fail
    self.print(name + " done");            //@ done
    co_return name + "!";                  //@ return
}

std::string wordOf(const TaskOutcome<std::string>& outcome) {
    if (outcome.value) return *outcome.value;
    return outcome.isCancelled() ? "CancelledError" : outcome.what();
}

void body(Lab& lab) {
    const Duration step = lab.milliseconds("step");
    const bool hands = lab.boolean("return-exceptions");

    const auto task = [=](Self self, std::string name, int steps, bool fails = false) {
        return self.createTask(std::move(name), [=](Self own) { return work(own, steps * step, fails); });
    };
    // What came of it, a word for each.
    const auto together = [=](Self self, std::vector<Word> tasks, OnFailure onFailure) -> Task {  //@ together
        std::string words;
        const auto found = co_await self.gather(tasks, onFailure);  //@ gather
        for (const auto& outcome : found) words += " " + wordOf(outcome);
        self.print("results:" + words);    //@ results
    };
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const Word a = task(self, "a", 2), b = task(self, "b", 1);
        co_await together(self, all(a, b), OnFailure::raise);  //@ in-order

        const Word c = task(self, "c", 2);         //@ slow
        const OnFailure onFailure = hands ? OnFailure::giveBack : OnFailure::raise;
        try {
            co_await together(self, all(c, task(self, "d", 1, true)), onFailure);  //@ first-error
        } catch (const std::runtime_error& error) {
            self.print("error: " + std::string(error.what()));  //@ error
            self.print("c goes on: " + std::string(c.isDone() ? "False" : "True"));  //@ goes-on
        }
        co_await self.await(c);                    //@ await-c

        const Word e = task(self, "e", 1), f = task(self, "f", 1, true), g = task(self, "g", 2);  //@ three
        self.createTask("killer", [=](Self own) -> Task { co_await own.cancel(e); });  //@ cancel-one
        co_await together(self, all(e, f, g), OnFailure::giveBack);  //@ handed-back

        const Word h = task(self, "h", 9), i = task(self, "i", 9);  //@ two
        const auto outer = self.createTask("outer", [=](Self own) {  //@ outer
            return together(own, all(h, i), OnFailure::raise);
        });
        co_await self.sleep(step);                 //@ wait
        co_await self.cancel(outer);               //@ cancel-all
        try {
            co_await self.await(outer);            //@ await-outer
        } catch (const Cancelled&) {
            self.print("outer cancelled");         //@ outer-cancelled
        }
        lab.tell("g_done", g.isDone() && !g.isCancelled());
        lab.tell("children_cancelled", h.isCancelled() && i.isCancelled());
    });
}

}  // namespace

Scenario gather() {
    return {
        .id = "coroutines/gather",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("step", 500, 1, 10'000), booleanParam("return-exceptions", false)},
        .next = {"coroutines/cancel", "coroutines/future-states", "coroutines/await-vs-tasks"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
