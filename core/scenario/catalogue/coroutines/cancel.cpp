// Four coroutines wait, each for something else, and are cancelled: each is told at its await, by an exception, and cleans up. A
// fifth catches that and goes on; a sixth is cancelled by a limit of time.
#include "core/runtime/awaiting.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr Duration kForLong = std::chrono::seconds(100);

// Runs when its coroutine is left, in whatever way: Python's finally.
struct CleanUp {
    Self self;
    ~CleanUp() { self.print(std::string(self.name()) + " cleans up"); }  //@ clean-up
};

// Stands between its coroutine and the wait: tells when the cancellation comes by, and lets it go on.
template <class Wait>
Task told(Self self, Wait wait) {  //@ told
    const CleanUp cleanUp{self};                        //@ finally
    try {
        co_await wait(self);                            //@ wait
    } catch (const Cancelled&) {
        self.print(std::string(self.name()) + " told");  //@ tell
        throw;                                          //@ raise
    }
}

Task stubborn(Self self, Duration step) {  //@ stubborn
    bool isTold = false;
    try {
        co_await self.sleep(kForLong);                  //@ long-sleep
    } catch (const Cancelled&) {
        isTold = true;                                  //@ caught
    }
    if (isTold) self.print("stubborn told, and goes on");  //@ goes-on
    co_await self.sleep(step);                          //@ more
    self.print("stubborn done");                        //@ stubborn-done
}

// Four that wait, each for something else; how many of them were cancelled.
ValueTask<std::int64_t> cancelEach(Self self, Duration step, Mutex lock, BoundedQueue queue) {
    const Future future = self.future("F");         //@ future
    co_await self.lock(lock);                       //@ take
    std::vector<TaskHandle<>> tasks;
    tasks.push_back(self.createTask("sleeper", [=](Self own) {
        return told(own, [=](Self s) { return s.sleep(kForLong); });  //@ sleeper
    }));
    tasks.push_back(self.createTask("locker", [=](Self own) {
        return told(own, [=](Self s) { return s.lock(lock); });  //@ locker
    }));
    tasks.push_back(self.createTask("getter", [=](Self own) {
        return told(own, [=](Self s) { return s.get(queue); });  //@ getter
    }));
    tasks.push_back(self.createTask("awaiter", [=](Self own) {
        return told(own, [=](Self s) { return s.await(future); });  //@ awaiter
    }));
    co_await self.sleep(step);                      //@ let-wait
    for (const TaskHandle<>& task : tasks) {        //@ each
        co_await self.cancel(task);                 //@ cancel
    }
    co_await self.sleep(step);                      //@ let-end
    std::int64_t cancelled = 0;
    for (const TaskHandle<>& task : tasks) cancelled += task.isCancelled() ? 1 : 0;
    self.print("cancelled: " + std::to_string(cancelled));  //@ count
    co_await self.unlock(lock);                     //@ give
    co_return cancelled;
}

// Whether it came to its end all the same.
ValueTask<bool> cancelOneThatCatches(Self self, Duration step) {
    const auto caught = self.createTask("stubborn", [=](Self own) { return stubborn(own, step); });  //@ make-stubborn
    co_await self.sleep(step);                      //@ let-sleep
    co_await self.cancel(caught);                   //@ cancel-stubborn
    co_await self.await(caught);                    //@ await-stubborn
    const bool isCancelled = caught.isCancelled();
    self.print("stubborn cancelled: " + std::string(isCancelled ? "True" : "False"));  //@ not-cancelled
    co_return !isCancelled;
}

// Whether it was cancelled because it was late.
ValueTask<bool> cancelByLimit(Self self, Duration step) {
    const auto slow = self.createTask("slow", [=](Self own) {
        return told(own, [=](Self s) { return s.sleep(kForLong); });  //@ slow
    });
    bool late = false;
    try {
        co_await waitFor(self, slow, step);         //@ wait-for
    } catch (const TimedOut&) {
        late = true;
    }
    if (late) self.print("TimeoutError");           //@ timeout
    co_return late && slow.isCancelled();
}

void body(Lab& lab) {
    const Duration step = lab.milliseconds("step");
    const Mutex lock = lab.mutex("L");              //@ lock
    const BoundedQueue queue = lab.queue("Q", 1);   //@ queue

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const std::int64_t cancelled = co_await cancelEach(self, step, lock, queue);
        const bool caught = co_await cancelOneThatCatches(self, step);
        const bool timedOut = co_await cancelByLimit(self, step);
        lab.tell("cancelled", cancelled);
        lab.tell("caught", caught);
        lab.tell("timed_out", timedOut);
    });
}

}  // namespace

Scenario cancel() {
    return {
        .id = "coroutines/cancel",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("step", 700, 1, 10'000)},
        .next = {"coroutines/gather", "coroutines/future-states", "coroutines/blocking-the-loop"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
