// One body, other arguments; and a class whose run() is the body. Starting it makes a thread that runs it. Calling run()
// directly makes none: the caller runs it himself, and can do nothing else meanwhile.
#include <algorithm>
#include <chrono>
#include <mutex>
#include <vector>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

struct Run {
    std::string name;
    std::uint32_t tid;
};

// Who ran it; kept beside the lesson.
class Runs {
public:
    void add(const std::string& name, std::uint32_t tid) {
        const std::scoped_lock lock{m_mutex};
        m_runs.push_back({name, tid});
    }
    std::int64_t on(std::uint32_t tid) const {
        return std::ranges::count_if(m_runs, [=](const Run& run) { return run.tid == tid; });
    }
    std::int64_t elsewhereThan(std::uint32_t tid) const { return static_cast<std::int64_t>(m_runs.size()) - on(tid); }

private:
    std::mutex m_mutex;
    std::vector<Run> m_runs;
};

Task greet(Self self, std::string whom, std::int64_t times, Duration pause, std::shared_ptr<Runs> runs) {  //@ greet
    runs->add(whom, self.tid());
    for (std::int64_t i = 0; i < times; ++i) {  //@ times
        self.print("hello " + whom + ", says thread " + std::to_string(self.tid()));  //@ hello
        co_await self.sleep(pause);             //@ pause
    }
}

class Greeter {  //@ class
public:
    Greeter(std::string whom, std::int64_t times, Duration pause, std::shared_ptr<Runs> runs)
        : m_whom(std::move(whom)), m_times(times), m_pause(pause), m_runs(std::move(runs)) {}

    Task run(Self self) const {  //@ run
        co_await greet(self, m_whom, m_times, m_pause, m_runs);  //@ run-greet
    }

private:
    std::string m_whom;
    std::int64_t m_times;
    Duration m_pause;
    std::shared_ptr<Runs> m_runs;
};

void body(Lab& lab) {
    const std::int64_t times = lab.integer("times");
    const Duration pause = lab.milliseconds("pause");
    const auto runs = std::make_shared<Runs>();
    const auto own = std::make_shared<std::uint32_t>(0);

    const auto greets = [=](std::string whom, std::int64_t howOften, Duration wait) {
        return [=](Self self) { return greet(self, whom, howOften, wait, runs); };
    };
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        *own = self.tid();
        const ActorHandle anna = lab.spawn("Anna", greets("Anna", times, pause));       //@ anna
        const ActorHandle ben = lab.spawn("Ben", greets("Ben", 2 * times, pause / 2));  //@ ben
        const Greeter clara{"Clara", times, pause, runs};  //@ object
        const ActorHandle started = lab.spawn("Clara", [=](Self t) { return clara.run(t); });  //@ start
        co_await self.join(anna);     //@ join-anna
        co_await self.join(ben);      //@ join-ben
        co_await self.join(started);  //@ join-clara
        self.print("the caller is thread " + std::to_string(self.tid()));  //@ caller
        co_await clara.run(self);     //@ call
    });
    lab.afterwards([=, &lab] {
        lab.tell("by_own_thread", runs->elsewhereThan(*own));
        lab.tell("by_caller", runs->on(*own));
        lab.tell("wall_ms", std::chrono::duration<double, std::milli>(lab.now()).count());
    });
}

}  // namespace

Scenario argumentsAndSubclass() {
    return {
        .id = "threads/arguments-and-subclass",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("times", 3, 1, 1000), msParam("pause", 600, 0, 5000)},
        .next = {"threads/daemon", "threads/order", "threads/locals"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
