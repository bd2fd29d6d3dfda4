// A few threads are made once and serve many tasks. Those that nobody serves yet stand in a queue; whoever has finished
// one takes the next, and so the same thread, by its number the same, does one task after the other.
#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::int64_t kNoMore = 0;

// Which thread did how many; kept beside the lesson.
class Ledger {
public:
    void done(std::uint32_t tid) {
        const std::scoped_lock lock{m_mutex};
        ++m_tasksOf[tid];
    }
    std::int64_t threads() const { return static_cast<std::int64_t>(m_tasksOf.size()); }
    std::int64_t tasks() const {
        std::int64_t sum = 0;
        for (const auto& [tid, tasks] : m_tasksOf) sum += tasks;
        return sum;
    }
    std::int64_t most() const {
        std::int64_t most = 0;
        for (const auto& [tid, tasks] : m_tasksOf) most = std::max(most, tasks);
        return most;
    }

private:
    std::mutex m_mutex;
    std::map<std::uint32_t, std::int64_t> m_tasksOf;
};

void body(Lab& lab) {
    const std::int64_t workers = lab.integer("workers");
    const std::int64_t tasks = lab.integer("tasks");
    const Duration length = lab.milliseconds("length");
    const BoundedQueue pending = lab.queue("pending", tasks + workers);  //@ pending
    const auto ledger = std::make_shared<Ledger>();

    const auto work = [=](Self self) -> Task {  //@ def
        while (true) {  //@ forever
            const std::int64_t task = co_await self.get(pending);  //@ get
            if (task == kNoMore) break;                            //@ stop
            co_await self.sleep(length * (task % 3 + 1) / 2);      //@ task
            self.print("task " + std::to_string(task) + " by thread " + std::to_string(self.tid()));  //@ print
            ledger->done(self.tid());
        }
    };
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        std::vector<ActorHandle> pool;
        for (std::int64_t i = 1; i <= workers; ++i)  //@ each-worker
            pool.push_back(lab.spawn("worker " + std::to_string(i), work));  //@ start
        for (std::int64_t task = 1; task <= tasks; ++task)  //@ each-task
            co_await self.put(pending, task);  //@ submit
        for (std::int64_t i = 1; i <= workers; ++i)  //@ each-end
            co_await self.put(pending, kNoMore);  //@ shutdown
        for (const ActorHandle worker : pool)  //@ each-join
            co_await self.join(worker);  //@ join
    });
    lab.afterwards([=, &lab] {
        lab.tell("done", ledger->tasks());    //@ done
        lab.tell("tids", ledger->threads());  //@ tids
        lab.tell("most_by_one", ledger->most());
        lab.tell("wall_ms", std::chrono::duration<double, std::milli>(lab.now()).count());
    });
}

}  // namespace

Scenario pool() {
    return {
        .id = "threads/pool",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("workers", 3, 1, 64), integerParam("tasks", 10, 1, 1000), msParam("length", 1000, 10, 5000)},
        .next = {"threads/failure", "queues/producer-consumer", "processes/pool"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
