// One job twice: connect, ask, read the answer. As callbacks each step names the next one and returns to the loop, which calls it
// later; as a coroutine the steps stand one below the other, and the loop resumes it where it waits. The same turns, the same
// order: only who remembers what comes next is another.
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/catalogue/coroutines/seconds.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

using Story = std::shared_ptr<std::vector<std::string>>;

void say(Self who, const Story& story, const char* line, int at = __builtin_LINE()) {
    who.print(line, at);
    story->emplace_back(line);
}

// The job as callbacks.
struct Job {
    Duration step;
    Story story;
    Future over;

    void connect(Self self) const {  //@ connect
        say(self, story, "connecting");                                            //@ say-connect
        self.callLater(step, "connected", [job = *this](Self own) { job.ask(own); });  //@ later-connected
    }
    void ask(Self self) const {  //@ ask
        say(self, story, "asking");                                                //@ say-ask
        self.callLater(step, "answered", [job = *this](Self own) { job.read(own); });  //@ later-answered
    }
    void read(Self self) const {  //@ read
        say(self, story, "reading");                                               //@ say-read
        self.resolve(over, 42);                                                    //@ resolve
    }
};

// The same as a coroutine.
ValueTask<std::int64_t> job(Self self, Duration step, Story story) {  //@ job
    say(self, story, "connecting");    //@ await-say-connect
    co_await self.sleep(step);         //@ await-connected
    say(self, story, "asking");        //@ await-say-ask
    co_await self.sleep(step);         //@ await-answered
    say(self, story, "reading");       //@ await-say-read
    co_return 42;                      //@ return
}

void body(Lab& lab) {
    const Duration step = lab.milliseconds("step");

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const auto first = std::make_shared<std::vector<std::string>>(), second = std::make_shared<std::vector<std::string>>();
        Duration began = lab.now();
        const Future over = self.future("over");             //@ future
        self.callSoon("connect", [=](Self own) { Job{step, first, over}.connect(own); });  //@ begin
        const std::int64_t called = co_await self.await(over);   //@ wait
        self.print("callbacks: " + std::to_string(called));      //@ result-callbacks
        const Duration asCallbacks = lab.now() - began;

        began = lab.now();
        const std::int64_t awaited = co_await job(self, step, second);  //@ await
        self.print("await: " + std::to_string(awaited));         //@ result-await
        const Duration asCoroutine = lab.now() - began;
        lab.tell("same_order", *first == *second && called == awaited);
        lab.tell("callbacks_ms", msOf(asCallbacks));
        lab.tell("await_ms", msOf(asCoroutine));
    });
}

}  // namespace

Scenario callbacks() {
    return {
        .id = "coroutines/callbacks",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("step", 1000, 1, 10'000)},
        .next = {"coroutines/event-loop", "coroutines/future-states", "coroutines/await-vs-tasks"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
