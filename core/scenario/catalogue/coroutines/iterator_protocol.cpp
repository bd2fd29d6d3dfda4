// What a for loop does: it asks a container for an iterator, and that for one value after the other until it says that there
// are no more. An iterator is used up once; a container makes a new one for each pass.
#include "core/coro/generator.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/catalogue/coroutines/told.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

using Iterator = Generator<std::int64_t>;

Iterator values(Frame frame, std::int64_t items) {  //@ iter
    for (std::int64_t n = 0; n < items; ++n) {  //@ each
        frame.local("n", n);
        co_yield n;  //@ yield
    }
    co_return std::nullopt;
}

struct Numbers {  //@ container
    Self self;
    std::int64_t items;
    Iterator iter(std::string_view name, int line = __builtin_LINE()) const { return values(self.frame(name, line), items); }
};

// How many values it got.
Task pass(Self self, Duration pause, Iterator& it, std::int64_t& got) {  //@ pass
    while (true) {  //@ forever
        std::optional<std::int64_t> n;
        try {
            n = co_await it.next();  //@ next
        } catch (const StopIteration<std::int64_t>&) {
            self.print("StopIteration");  //@ stop
            co_return;                    //@ leave
        }
        self.print("got " + told(n));  //@ got
        ++got;
        co_await self.sleep(pause);    //@ pause
    }
}

struct Passes {
    std::int64_t first = 0, again = 0, looped = 0;
};

void body(Lab& lab) {
    const std::int64_t items = lab.integer("items");
    const Duration pause = lab.milliseconds("pause");
    const auto passes = std::make_shared<Passes>();
    lab.spawn("main", [=](Self self) -> Task {  //@ main
        const Numbers numbers{self, items};  //@ make
        Iterator it = numbers.iter("it");    //@ ask
        co_await pass(self, pause, it, passes->first);  //@ first
        self.print("once more");                        //@ more
        co_await pass(self, pause, it, passes->again);  //@ again
        Iterator a = numbers.iter("a");  //@ a
        Iterator b = numbers.iter("b");  //@ b
        self.print("a " + told(co_await a.next()));  //@ a-1
        self.print("a " + told(co_await a.next()));  //@ a-2
        co_await self.sleep(pause);                  //@ pause-2
        self.print("b " + told(co_await b.next()));  //@ b-1
        co_await self.sleep(pause);                  //@ pause-3
        Iterator hidden = numbers.iter("for");
        for (; co_await hidden.advance();) {  //@ for
            self.print("for " + told(hidden.value()));  //@ in-for
            ++passes->looped;
        }
    });
    lab.afterwards([=, &lab] {
        lab.tell("first_pass", passes->first);
        lab.tell("second_pass", passes->again);
        lab.tell("looped", passes->looped);
    });
}

}  // namespace

Scenario iteratorProtocol() {
    return {
        .id = "coroutines/iterator-protocol",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("items", 3, 2, 1000), msParam("pause", 300, 0, 5000)},
        .next = {"coroutines/generator", "coroutines/lazy-vs-list", "coroutines/generator-pipeline"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
