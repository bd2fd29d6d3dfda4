// A generator that takes averages, and others that delegate to it, each to the next. What the caller sends goes straight
// through to the innermost, and its answer straight back: those between stand still until it is at its end.
#include "core/coro/generator.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/catalogue/coroutines/told.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

using Averages = Generator<double>;

Averages averager(Frame frame, Self self, Duration pause) {  //@ averager
    double total = 0;              //@ total
    std::int64_t count = 0;        //@ count
    std::optional<double> average; //@ average
    while (true) {  //@ forever
        const std::optional<double> number = co_yield average;  //@ yield
        if (!number) co_return average;  //@ return
        co_await self.sleep(pause);      //@ think
        total += *number;  //@ add
        ++count;           //@ add-one
        average = total / static_cast<double>(count);  //@ divide
        frame.local("total", total);
        frame.local("count", count);
    }
}

Averages delegate(Frame, Self self, Duration pause, std::int64_t levels) {  //@ delegate
    std::optional<double> result;
    if (levels == 1) {  //@ last
        result = co_await from(averager(self.frame("averager"), self, pause));  //@ from-averager
    } else {
        const std::string name = "delegate " + std::to_string(levels - 1);
        result = co_await from(delegate(self.frame(name), self, pause, levels - 1));  //@ from-delegate
    }
    self.print("delegate " + std::to_string(levels) + " got " + told(result));  //@ got
    co_return result;  //@ pass
}

void body(Lab& lab) {
    const std::int64_t levels = lab.integer("levels");
    const Duration pause = lab.milliseconds("pause");
    const auto answers = std::make_shared<std::vector<double>>();
    lab.spawn("main", [=](Self self) -> Task {  //@ main
        Averages g = delegate(self.frame("delegate " + std::to_string(levels)), self, pause, levels);  //@ make
        self.print("next: " + told(co_await g.next()));  //@ next
        for (const int number : {10, 20, 30}) {  //@ for
            co_await self.sleep(pause);  //@ pause
            answers->push_back((co_await g.send(number)).value_or(0));  //@ send
            self.print("sent " + std::to_string(number) + ", average " + told(answers->back()));  //@ print
        }
        co_await self.sleep(pause);  //@ pause-2
        try {
            co_await g.send(std::nullopt);  //@ end
        } catch (const StopIteration<double>& stop) {
            self.print("StopIteration: " + told(stop.value));  //@ stop
        }
    });
    lab.afterwards([=, &lab] {
        lab.tell("average_1", answers->at(0));
        lab.tell("average_2", answers->at(1));
        lab.tell("average_3", answers->at(2));
        lab.tell("frames", levels + 1);
    });
}

}  // namespace

Scenario yieldFrom() {
    return {
        .id = "coroutines/yield-from",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("levels", 2, 1, 10'000), msParam("pause", 300, 0, 5000)},
        .next = {"coroutines/generator-pipeline", "coroutines/ping-pong", "coroutines/generator"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
