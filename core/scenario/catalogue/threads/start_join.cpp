// The main thread starts others, and waits for them by joining, or does not. They sleep side by side: the run lasts as
// long as the longest of them, not as long as all together, and who ends first is not who was started first.
#include <chrono>
#include <mutex>
#include <random>
#include <set>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// What the threads leave behind; theirs, not the lesson's, so its lock is not shown.
class Tally {
public:
    void ended(std::uint32_t tid, Duration slept) {
        const std::scoped_lock lock{m_mutex};
        m_tids.insert(tid);
        m_sum += slept;
        m_longest = std::max(m_longest, slept);
    }
    std::int64_t threads() const { return static_cast<std::int64_t>(m_tids.size()); }
    double sumMs() const { return std::chrono::duration<double, std::milli>(m_sum).count(); }
    double longestMs() const { return std::chrono::duration<double, std::milli>(m_longest).count(); }

private:
    std::mutex m_mutex;
    std::set<std::uint32_t> m_tids;
    Duration m_sum{}, m_longest{};
};

void body(Lab& lab) {
    const std::int64_t threads = lab.integer("threads");
    const Duration longest = lab.milliseconds("longest");
    const bool join = lab.boolean("join");
    const auto tally = std::make_shared<Tally>();

    const auto nap = [=, &lab](Duration length) {  //@ def
        return [=, &lab](Self self) -> Task {
            const Duration began = lab.now();
            self.print("starts");         //@ begin
            co_await self.sleep(length);  //@ sleep
            self.print("ends");           //@ end
            tally->ended(self.tid(), lab.now() - began);
        };
    };
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        std::mt19937_64 random{lab.order().seed};  //@ seed
        std::vector<ActorHandle> started;
        for (std::int64_t i = 1; i <= threads; ++i) {  //@ each
            const Duration length = longest * (20 + random() % 81) / 100;  //@ length
            started.push_back(lab.spawn("T" + std::to_string(i), nap(length)));  //@ start
        }
        const std::int64_t active = lab.activeActors();
        lab.tell("active", active);
        self.print("active: " + std::to_string(active));  //@ active
        if (join) {  //@ if-join
            for (const ActorHandle thread : started)  //@ each-join
                co_await self.join(thread);  //@ join
        }
        const std::int64_t left = lab.activeActors() - 1;
        lab.tell("left", left);
        self.print("still at work: " + std::to_string(left));  //@ left
    });
    lab.afterwards([=, &lab] {
        lab.tell("threads", tally->threads());
        lab.tell("longest_ms", tally->longestMs());
        lab.tell("sum_ms", tally->sumMs());
        lab.tell("wall_ms", std::chrono::duration<double, std::milli>(lab.now()).count());
    });
}

}  // namespace

Scenario startJoin() {
    return {
        .id = "threads/start-join",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("threads", 5, 1, 64), msParam("longest", 4000, 10, 10'000), booleanParam("join", true)},
        .next = {"threads/order", "threads/arguments-and-subclass", "threads/daemon"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
