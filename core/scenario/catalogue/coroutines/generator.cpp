// A generator driven by hand: its frame is made, stands still at each yield, goes on when asked for the next value, is sent
// a value and an error, and is at its end. Then a loop drives one.
#include "core/coro/generator.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/catalogue/coroutines/told.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

using Numbers = Generator<std::int64_t>;

Numbers counter(Frame frame, Self self, Duration pause, std::int64_t end) {  //@ counter
    std::int64_t n = 0;  //@ zero
    while (n < end) {    //@ while
        frame.local("n", n);
        std::optional<std::int64_t> sent;
        try {
            sent = co_yield n;  //@ yield
        } catch (const Raised& error) {
            self.print("inside: caught " + error.message);  //@ caught
            sent = 0;                                        //@ again
        }
        co_await self.sleep(pause);  //@ work
        n = sent ? *sent : n + 1;    //@ step
    }
    co_return n;  //@ return
}

Numbers holder(Frame, Self self) {  //@ holder
    try {
        co_yield 1;  //@ hold
    } catch (...) {
        self.print("inside: clean up");  //@ clean
        throw;
    }
    co_return std::nullopt;
}

std::string nameOf(const Numbers& generator) {
    switch (generator.state()) {
        case FrameState::created: return "GEN_CREATED";
        case FrameState::suspended: return "GEN_SUSPENDED";
        case FrameState::running: return "GEN_RUNNING";
        case FrameState::closed: return "GEN_CLOSED";
    }
    return "";
}

struct Told {
    std::int64_t returned = 0;
    std::int64_t looped = 0;
};

// next, send, throw and return.
Task byHand(Self self, Duration pause, std::int64_t end, Told& results) {  //@ by-hand
    Numbers g = counter(self.frame("counter"), self, pause, end);  //@ make
    self.print(nameOf(g));  //@ created
    try {
        co_await g.send(1);  //@ early
    } catch (const Raised& error) {
        self.print("TypeError: " + error.message);  //@ type-error
    }
    co_await self.sleep(pause);  //@ pause-1
    self.print("next: " + told(co_await g.next()));  //@ next
    self.print(nameOf(g));                           //@ suspended
    co_await self.sleep(pause);                      //@ pause-2
    self.print("send: " + told(co_await g.send(2)));  //@ send
    co_await self.sleep(pause);                       //@ pause-3
    self.print("throw: " + told(co_await g.raise(Raised("ValueError", "oops"))));  //@ throw
    co_await self.sleep(pause);  //@ pause-4
    try {
        co_await g.send(end);  //@ last
    } catch (const StopIteration<std::int64_t>& stop) {
        results.returned = stop.value.value_or(-1);
        self.print("StopIteration: " + told(stop.value));  //@ stop
    }
    if (!co_await g.advance()) self.print("still closed");  //@ still
}

// An error that is not caught inside escapes and closes it; close() throws one that is meant to.
Task brokenOff(Self self) {  //@ broken-off
    Numbers g = holder(self.frame("holder 1"), self);  //@ make-1
    co_await g.next();  //@ next-1
    try {
        co_await g.raise(Raised("ValueError", "oops"));  //@ throw-1
    } catch (const Raised& error) {
        self.print("escaped: " + error.message + " " + nameOf(g));  //@ escaped
    }
    Numbers h = holder(self.frame("holder 2"), self);  //@ make-2
    co_await h.next();  //@ next-2
    co_await h.close();  //@ close
}

void body(Lab& lab) {
    const std::int64_t end = lab.integer("end");
    const Duration pause = lab.milliseconds("pause");
    const auto results = std::make_shared<Told>();
    lab.spawn("main", [=](Self self) -> Task {  //@ call-1
        co_await byHand(self, pause, end, *results);
        co_await brokenOff(self);  //@ call-2
        Numbers each = counter(self.frame("counter in for"), self, pause, end);
        for (; co_await each.advance();) {  //@ for
            ++results->looped;
            self.print("for: " + told(each.value()));  //@ in-for
        }
    });
    lab.afterwards([=, &lab] {
        lab.tell("returned", results->returned);
        lab.tell("looped", results->looped);
    });
}

}  // namespace

Scenario generator() {
    return {
        .id = "coroutines/generator",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("end", 3, 3, 1000), msParam("pause", 250, 0, 5000)},
        .next = {"coroutines/yield-from", "coroutines/iterator-protocol", "coroutines/lazy-vs-list"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
