// Items pulled through a chain of generators: who asks at the end makes the one before it ask, and so on to the source. Each
// stage has one item in hand at most, and nothing is made before it is wanted.
#include <algorithm>
#include <vector>

#include "core/coro/generator.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/catalogue/coroutines/told.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

using Items = Generator<std::int64_t>;

constexpr std::int64_t kPrice = 10;

// What is in hand, by stage, and what was found of it.
struct Flow {
    std::int64_t made = 0, delivered = 0;
    std::int64_t mostInHand = 0;      // of any one stage
    std::int64_t madeBeforeFirst = 0; // when the first item came out
    std::int64_t in[3]{}, out[3]{};

    void takes(int stage) { mostInHand = std::max(mostInHand, ++in[stage] - out[stage]); }
    void gives(int stage) { ++out[stage]; }
};

Items requests(Frame frame, Self self, std::int64_t count, Flow& flow) {  //@ requests
    for (std::int64_t n = 1; n <= count; ++n) {  //@ each
        frame.local("n", n);
        ++flow.made;
        flow.takes(0);
        self.print("request " + told(n));  //@ print-request
        co_yield n;  //@ give
        flow.gives(0);
    }
    co_return std::nullopt;
}

Items priced(Frame frame, Self self, Duration pause, Items& source, Flow& flow) {  //@ priced
    for (; co_await source.advance();) {  //@ from-requests
        const std::int64_t price = *source.value() * kPrice;  //@ price
        frame.local("price", price);
        flow.takes(1);
        co_await self.sleep(pause);               //@ work
        self.print("  price " + told(price));     //@ print-price
        co_yield price;  //@ give-price
        flow.gives(1);
    }
    co_return std::nullopt;
}

Items taxed(Frame frame, Self self, Duration pause, Items& source, Flow& flow) {  //@ taxed
    for (; co_await source.advance();) {  //@ from-priced
        const std::int64_t total = *source.value() + 1;  //@ tax
        frame.local("total", total);
        flow.takes(2);
        co_await self.sleep(pause);             //@ work-2
        self.print("    total " + told(total)); //@ print-total
        co_yield total;  //@ give-total
        flow.gives(2);
    }
    co_return std::nullopt;
}

void body(Lab& lab) {
    const std::int64_t count = lab.integer("items");
    const Duration pause = lab.milliseconds("pause");
    const auto flow = std::make_shared<Flow>();
    lab.spawn("main", [=](Self self) -> Task {  //@ main
        Items first = requests(self.frame("requests"), self, count, *flow);            //@ make-1
        Items second = priced(self.frame("priced"), self, pause, first, *flow);        //@ make-2
        Items third = taxed(self.frame("taxed"), self, pause, second, *flow);          //@ make-3
        for (; co_await third.advance();) {  //@ for
            if (flow->delivered++ == 0) flow->madeBeforeFirst = flow->made;
            self.print("      paid " + told(third.value()));  //@ paid
            co_await self.sleep(pause);  //@ pause
        }
    });
    lab.afterwards([=, &lab] {
        lab.tell("delivered", flow->delivered);
        lab.tell("most_in_hand", flow->mostInHand);
        lab.tell("made_before_first", flow->madeBeforeFirst);
    });
}

}  // namespace

Scenario generatorPipeline() {
    return {
        .id = "coroutines/generator-pipeline",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("items", 3, 1, 10'000), msParam("pause", 200, 0, 5000)},
        .next = {"coroutines/yield-from", "coroutines/lazy-vs-list", "queues/producer-consumer"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
