// The race, mended at its root: the processor itself reads, adds and writes in one step that nothing can come between.
// Beside it the same work without protection and under a lock, each at full speed: what is right, and what it costs.

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    const std::string way = lab.text("way");
    const std::int64_t rounds = lab.integer("rounds");
    const std::int64_t threads = lab.integer("threads");
    const Mutex lock = lab.mutex("lock");              //@ lock
    const Variable number = lab.variable("g_num", 0);  //@ number

    const auto add = [=](Self self) -> Task {  //@ def
        for (std::int64_t round = 0; round < rounds; ++round) {  //@ loop
            if (way == "atomic") {  //@ if-atomic
                co_await self.fetchAdd(number, 1);  //@ atomic
                continue;
            }
            if (way == "mutex") co_await self.lock(lock);          //@ acquire
            const std::int32_t seen = co_await self.read(number);  //@ load
            co_await self.write(number, seen + 1);                 //@ store
            if (way == "mutex") co_await self.unlock(lock);        //@ release
        }
    };
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        std::vector<ActorHandle> started;
        for (std::int64_t i = 1; i <= threads; ++i)  //@ each
            started.push_back(lab.spawn("T" + std::to_string(i), add));  //@ start
        for (const ActorHandle thread : started)  //@ each-join
            co_await self.join(thread);  //@ join
    });
    lab.afterwards([=, &lab] {
        const std::int64_t expected = threads * rounds;
        const std::int64_t actual = lab.value(number);  //@ pick
        lab.tell("expected", expected);       //@ expected
        lab.tell("actual", actual);           //@ actual
        lab.tell("lost", expected - actual);  //@ lost
        lab.tell("ns_per_add", static_cast<double>(lab.now().count()) / static_cast<double>(expected));  //@ cost
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("way", {"none", "mutex", "atomic"}, params, runtime);
}

}  // namespace

Scenario atomic() {
    return {
        .id = "threads/atomic",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("rounds", 200'000, 1, 5'000'000), integerParam("threads", 2, 1, 16),
                   choiceParam("way", {"all", "none", "mutex", "atomic"})},
        .next = {"locks/mutex", "locks/spin-or-block", "threads/locals"},
        .body = body,
        .variants = variants,
        .timesSwitches = true,
    };
}

}  // namespace interleave::catalogue
