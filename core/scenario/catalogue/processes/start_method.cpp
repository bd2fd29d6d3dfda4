// Two ways to start a child. One is forked: a copy of its parent as that is at this moment. The other is this program
// started anew: it begins as the program itself began, and of what has changed since it knows nothing.
#include <atomic>

#include <fmt/ranges.h>

#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// A global of the program. Of the started program too: there it is made anew.
std::vector<std::string> s_items{"11", "22"};  //@ global

constexpr double kNsPerUs = 1000;
std::string listed() { return fmt::format("[{}]", fmt::join(s_items, ", ")); }

// What both children do; `started` is when their parent started them.
Task show(Lab& lab, Self self, bool isFresh, std::int64_t started) {  //@ def
    const auto waited = static_cast<double>(monotonicNs() - started) / kNsPerUs;
    self.print(fmt::format("{}, pid {}: {}", self.name(), self.pid(), listed()));  //@ show
    const auto items = static_cast<std::int64_t>(s_items.size());
    if (isFresh) {
        lab.tell("spawned_items", items);
        lab.tell("spawned_after_us", waited);
    } else {
        lab.tell("forked_items", items);
        lab.tell("forked_after_us", waited);
    }
    co_await self.sleep(lab.milliseconds("work"));  //@ work
}

Task fresh(Lab& lab, Self self, std::int64_t started) { return show(lab, self, true, started); }

void body(Lab& lab) {
    const std::int64_t added = lab.integer("added");
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        for (std::int64_t i = 0; i < added; ++i)  //@ each
            s_items.emplace_back("'haha'");       //@ change
        self.print(fmt::format("main, pid {}: {}", self.pid(), listed()));  //@ parent
        const auto show = [&lab, now = monotonicNs()](Self inner) { return catalogue::show(lab, inner, false, now); };
        const ActorHandle forked = lab.spawn("forked", show);  //@ fork
        co_await self.join(forked);                            //@ join-forked
        const ActorHandle spawned = lab.spawnFresh("spawned", monotonicNs());  //@ spawn
        co_await self.join(spawned);                                           //@ join-spawned
    });
    lab.afterwards([=, &lab] { lab.tell("parent_items", 2 + added); });
}

}  // namespace

Scenario startMethod() {
    return {
        .id = "processes/start-method",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("added", 1, 0, 10), msParam("work", 1500, 0, 10'000)},
        .next = {"processes/not-shared", "processes/fork", "processes/creation-cost"},
        .body = body,
        .fresh = fresh,
    };
}

}  // namespace interleave::catalogue
