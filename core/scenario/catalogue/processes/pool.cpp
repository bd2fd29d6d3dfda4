// Three processes are forked once and serve ten tasks. What the pool is asked for, and how it is left, makes the difference:
// one task at a time, all of them at once, by map, without waiting for the end, or leaving it in the middle. And what
// becomes of the task of a worker that is killed.

#include <fmt/ranges.h>

#include "core/runtime/process_pool.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

using Results = std::vector<PoolResult>;

std::string listed(const Results& results) {
    std::vector<std::string> all;
    for (const PoolResult& one : results) all.push_back(one.isLost ? "lost" : std::to_string(one.value));
    return fmt::format("[{}]", fmt::join(all, ", "));
}

Task submitAll(Self self, ProcessPool pool, std::int64_t tasks) {
    for (std::int64_t i = 1; i <= tasks; ++i)
        (void)co_await pool.submit(self, i);   //@ submit
}

Task apply(Self self, ProcessPool pool, std::int64_t tasks) {
    Results results;
    for (std::int64_t i = 1; i <= tasks; ++i)
        results.push_back(co_await pool.apply(self, i));    //@ apply
    self.print(listed(results));                              //@ applied
}

Task applyAsync(Self self, ProcessPool pool, std::int64_t tasks) {
    Results results;
    co_await submitAll(self, pool, tasks);                 //@ async
    co_await pool.close(self);                             //@ close
    co_await pool.join(self);                              //@ join
    for (std::int64_t i = 1; i <= tasks; ++i)
        results.push_back(co_await pool.result(self, i));  //@ result
    self.print(listed(results));                             //@ got
}

Task map(Self self, ProcessPool pool, std::int64_t tasks) {
    std::vector<std::int64_t> numbers;
    for (std::int64_t i = 1; i <= tasks; ++i) numbers.push_back(i);
    const Results results = co_await pool.map(self, numbers);  //@ map
    self.print(listed(results));                                 //@ mapped
}

Task withBlock(Self self, ProcessPool pool, std::int64_t tasks) {
    co_await submitAll(self, pool, tasks);                     //@ with-async
    const PoolResult first = co_await pool.result(self, 1);    //@ first
    self.print("first " + std::to_string(first.value));        //@ first-told
    co_await pool.terminate(self);                             //@ leave
    co_await pool.join(self);
}

Task killed(Self self, ProcessPool pool, std::int64_t tasks, Duration length) {
    co_await submitAll(self, pool, tasks);   //@ killed-async
    co_await self.sleep(length / 4);         //@ wait
    co_await self.kill(*pool.worker(0));     //@ kill
    for (std::int64_t i = 1; i <= tasks; ++i) {                    //@ each-killed
        const PoolResult one = co_await pool.result(self, i);      //@ ask
        if (one.isLost) self.print("task " + std::to_string(i) + " is lost");  //@ lost
    }
    co_await pool.close(self);  //@ killed-close
    co_await pool.join(self);
}

Task run(Self self, ProcessPool pool, const std::string& way, std::int64_t tasks, Duration length) {
    if (way == "apply") return apply(self, pool, tasks);
    if (way == "map") return map(self, pool, tasks);
    if (way == "no-join") return submitAll(self, pool, tasks);
    if (way == "with") return withBlock(self, pool, tasks);
    if (way == "killed") return killed(self, pool, tasks, length);
    return applyAsync(self, pool, tasks);
}

void body(Lab& lab) {
    const std::int64_t tasks = lab.integer("tasks");
    const Duration length = lab.milliseconds("length");
    const std::string way = lab.text("way");
    const auto work = [=](Self self, std::int64_t task, std::int64_t& result) -> Task {   //@ def
        co_await self.sleep(length * (task % 3 + 1) / 2);                                   //@ task
        self.print("task " + std::to_string(task) + " by pid " + std::to_string(self.pid()));  //@ print
        result = task * task;                                                               //@ return
    };
    const ProcessPool pool = ProcessPool::make(lab, lab.integer("workers"), tasks, work);  //@ pool
    lab.spawn("main", [=](Self self) -> Task {  //@ main
        co_await pool.open(self);               //@ open
        co_await run(self, pool, way, tasks, length);
        if (way != "no-join") co_return;
        co_await self.sleep(length);   //@ soon
        self.print("main ends");       //@ main-ends
    });
    lab.afterwards([=, &lab] {
        lab.tell("done", pool.done());
        lab.tell("never_done", tasks - pool.done());
        lab.tell("reported_lost", pool.lost());
        lab.tell("pids", pool.pids());
        lab.tell("wall_ms", std::chrono::duration<double, std::milli>(lab.now()).count());
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind) {
    return variantsBy("way", {"apply", "apply-async", "map", "no-join", "with", "killed"}, params, RuntimeKind::processes);
}

}  // namespace

Scenario processPool() {
    return {
        .id = "processes/pool",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("workers", 3, 1, 32), integerParam("tasks", 10, 1, 1000), msParam("length", 600, 10, 5000),
                   choiceParam("way", {"all", "apply", "apply-async", "map", "no-join", "with", "killed"})},
        .next = {"threads/pool", "processes/folder-copier", "processes/creation-cost"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
