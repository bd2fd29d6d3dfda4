// The same jobs as computing, then as waiting, done one after the other, by threads, by threads that share an interpreter
// lock, by processes, by tasks on workers, and by coroutines on one event loop: what helps with which. Computing is bound by the cores
// there are, and under such a lock or on an event loop by one; waits overlap, however few cores there are.

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

Task work(Self self, bool computes, std::int64_t times, Duration length) {
    for (std::int64_t i = 0; i < times; ++i) {     //@ times
        if (computes) co_await self.compute(length);  //@ compute
        else co_await self.device(length);            //@ wait
    }
}

void body(Lab& lab) {
    const bool computes = lab.text("kind") != "io";
    const bool inTurn = lab.text("way") == "in-turn";
    constexpr Duration kSwitchInterval = std::chrono::milliseconds{5};  // CPython's
    if (lab.text("way") == "gil") lab.interpreterLock(kSwitchInterval);  //@ gil
    const std::int64_t jobs = lab.integer("jobs");
    const Duration length = lab.milliseconds("length");
    constexpr Duration kQuantum = std::chrono::milliseconds{20};
    lab.schedule("rr", kQuantum);
    // One actor does it all, or each job is an actor of its own.
    const std::int64_t actors = inTurn ? 1 : jobs;
    for (std::int64_t i = 0; i < actors; ++i) {  //@ each
        const std::string name = inTurn ? "all" : std::string(1, static_cast<char>('A' + i));
        lab.spawn(name, [=](Self self) { return work(self, computes, inTurn ? jobs : 1, length); });  //@ start
    }
    lab.afterwards([&lab] { lab.tell("wall_ms", static_cast<double>(lab.now().count()) / kNsPerMs); });  //@ wall
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind) {
    const auto value = [&](std::string_view name) { return valueOf(params, name); };
    const std::pair<const char*, RuntimeKind> kWays[] = {{"in-turn", RuntimeKind::threads}, {"threads", RuntimeKind::threads},
                                                         {"gil", RuntimeKind::threads},     {"processes", RuntimeKind::processes},
                                                         {"workers", RuntimeKind::workers},
                                                         {"coroutines", RuntimeKind::coroutines}};
    std::vector<Variant> all;
    for (const char* kind : {"cpu", "io"}) {
        if (value("kind") != "both" && value("kind") != kind) continue;
        for (const auto& [way, runtime] : kWays) {
            if (value("way") != "all" && value("way") != way) continue;
            all.push_back({std::string(kind) + "-" + way, runtime, {{"kind", kind}, {"way", way}}});
        }
    }
    return all;
}

}  // namespace

Scenario cpuVsIo() {
    return {
        .id = "multitasking/cpu-vs-io",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("jobs", 4, 1, 16), msParam("length", 200, 1, 10'000), choiceParam("kind", {"both", "cpu", "io"}),
                   choiceParam("way", {"all", "in-turn", "threads", "gil", "processes", "workers", "coroutines"})},
        .next = {"multitasking/switch-cost", "multitasking/concurrency-parallelism", "threads/gil"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
