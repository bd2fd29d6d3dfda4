// One piece of work shared out among ever more threads, with a global interpreter lock and without: computing gets faster
// with the threads only where each may run on a core of its own; waiting for devices does so either way, for whoever waits
// has given the lock up.
#include <charconv>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;
// What one question to a device takes: nearly all of it is waiting.
constexpr Duration kQuestion = std::chrono::milliseconds{20};
constexpr Duration kThinking = std::chrono::microseconds{200};

Task work(Self self, bool waits, Duration share) {
    if (!waits) co_await self.compute(share);  //@ compute
    for (Duration done{}; waits && done < share; done += kQuestion) {  //@ questions
        co_await self.device(kQuestion - kThinking);  //@ wait
        co_await self.compute(kThinking);             //@ think
    }
}

void body(Lab& lab) {
    const bool waits = lab.text("kind") == "io";
    const std::int64_t threads = lab.integer("threads");
    const Duration all = lab.milliseconds("work");
    if (lab.text("gil") != "off") lab.interpreterLock(lab.milliseconds("interval"));  //@ gil
    for (std::int64_t i = 1; i <= threads; ++i) {  //@ each
        lab.spawn("T" + std::to_string(i), [=](Self self) { return work(self, waits, all / threads); });  //@ start
    }
    lab.afterwards([=, &lab] {
        const auto wall = static_cast<double>(lab.now().count());
        lab.tell("speed_up", static_cast<double>(all.count()) / wall);  //@ speed-up
        lab.tell("wall_ms", wall / kNsPerMs);                           //@ wall
        lab.tell("hand_overs", lab.interpreterSwitches());
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    const auto value = [&](std::string_view name) -> const std::string& { return valueOf(params, name); };
    int most = 1;
    std::from_chars(value("threads").data(), value("threads").data() + value("threads").size(), most);
    // One run of that many threads, or the curve up to there.
    const bool curve = value("gil") == "both";
    std::vector<Variant> all;
    for (const char* gil : {"on", "off"}) {
        if (!curve && value("gil") != gil) continue;
        for (int threads = curve ? 1 : most; threads <= most; ++threads) {
            const std::string count = std::to_string(threads);
            all.push_back({std::string(gil) + "-" + count, runtime, {{"gil", gil}, {"threads", count}}});
        }
    }
    return all;
}

}  // namespace

Scenario gil() {
    return {
        .id = "threads/gil",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("threads", 4, 1, 8), msParam("work", 600, 10, 10'000), choiceParam("kind", {"cpu", "io"}),
                   choiceParam("gil", {"both", "on", "off"}), msParam("interval", 5, 1, 1000)},
        .next = {"multitasking/cpu-vs-io", "locks/mutex", "threads/race"},
        .body = body,
        .variants = variants,
        .curve = Curve{.along = "threads", .by = "gil", .result = "speed_up"},
    };
}

}  // namespace interleave::catalogue
