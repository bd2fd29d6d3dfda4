// The same numbers, all at once and one at a time. The list holds every number that was ever made; the generator holds two,
// and the line where it stands.
#include <algorithm>
#include <numeric>
#include <vector>

#include "core/coro/generator.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::int64_t kModulus = 1'000'000'007;  // the numbers stay small: only how many there are is to count
constexpr std::int64_t kLooks = 10;               // how often in a pass the memory is looked at

using Numbers = Generator<std::int64_t>;

Numbers fibonacci(Frame, std::int64_t count) {  //@ fibonacci
    std::int64_t a = 0, b = 1;  //@ start
    for (std::int64_t i = 0; i < count; ++i) {  //@ each
        co_yield a;  //@ yield
        const std::int64_t sum = (a + b) % kModulus;  //@ add
        a = b;    //@ move
        b = sum;  //@ step
    }
    co_return std::nullopt;
}

std::int32_t bytesOf(const std::vector<std::int64_t>& list) {
    return static_cast<std::int32_t>(sizeof list + list.capacity() * sizeof(std::int64_t));
}

struct Used {
    std::int64_t list = 0, frame = 0;
    std::int64_t listSum = 0, lazySum = 0;
};

struct Pass {
    Self self;
    std::int64_t count;
    Duration pause;
    Variable bytes;

    bool looksNow(std::int64_t taken) const { return taken % std::max<std::int64_t>(1, count / kLooks) == 0; }
};

Task asList(Pass pass, Used& found) {  //@ list
    const Self self = pass.self;
    std::vector<std::int64_t> numbers;  //@ empty
    Numbers all = fibonacci(self.frame("fills the list"), pass.count);
    for (; co_await all.advance();) {  //@ fill
        numbers.push_back(*all.value());  //@ append
        if (!pass.looksNow(std::ssize(numbers))) continue;  //@ often
        co_await self.write(pass.bytes, bytesOf(numbers));  //@ grow
        co_await self.sleep(pass.pause);                    //@ pause
    }
    found.listSum = std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});  //@ sum-list
    found.list = bytesOf(numbers);
    self.print("sum of the list: " + std::to_string(found.listSum));  //@ print-list
}

Task oneAtATime(Pass pass, Used& found) {  //@ lazy
    const Self self = pass.self;
    Numbers each = fibonacci(self.frame("fibonacci"), pass.count);  //@ make
    found.frame = static_cast<std::int64_t>(each.promise().bytes());
    std::int64_t taken = 0;  //@ none
    for (; co_await each.advance();) {  //@ take
        found.lazySum += *each.value();  //@ add-lazy
        if (!pass.looksNow(++taken)) continue;  //@ often-2
        co_await self.write(pass.bytes, static_cast<std::int32_t>(found.frame));  //@ stay
        co_await self.sleep(pass.pause);  //@ pause-2
    }
    self.print("sum one at a time: " + std::to_string(found.lazySum));  //@ print-lazy
}

void body(Lab& lab) {
    const std::int64_t count = lab.integer("count");
    const Duration pause = lab.milliseconds("pause");
    const Variable bytes = lab.variable("used", 0);  //@ used
    const auto found = std::make_shared<Used>();
    lab.spawn("main", [=](Self self) -> Task {  //@ main
        co_await asList({self, count, pause, bytes}, *found);      //@ call-list
        co_await oneAtATime({self, count, pause, bytes}, *found);  //@ call-lazy
    });
    lab.afterwards([=, &lab] {
        lab.tell("list_bytes", found->list);
        lab.tell("frame_bytes", found->frame);
        lab.tell("same_sum", found->listSum == found->lazySum);
    });
}

}  // namespace

Scenario lazyVsList() {
    return {
        .id = "coroutines/lazy-vs-list",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("count", 10'000, 10, 200'000), msParam("pause", 150, 0, 5000)},
        .next = {"coroutines/generator-pipeline", "coroutines/generator", "coroutines/iterator-protocol"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
