// Two actors lock each other up, and a third one looks after them: when for a while nothing has moved, it ends the wait of
// one of them, the victim. That one gives its lock back and ends; once it has, it is started again.
//
// A thread cannot be killed safely: whatever it holds would stay locked. So its wait is cancelled, and it unwinds itself. A
// process can: what it held is seen to be abandoned, and passed on.
#include <algorithm>
#include <atomic>
#include <utility>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

struct Progress {
    std::atomic<int> steps{0};  // of all together: what the watchdog looks at
    std::atomic<int> done{0};
    std::atomic<int> restarts{0};
    std::atomic<std::int64_t> stuckSince{0};  // ns of the run: when the last one began to wait for its second lock
    std::atomic<std::int64_t> freeAt{0};      // when the first one had both after all
};

void body(Lab& lab) {
    const Mutex a = lab.mutex("A");  //@ a
    const Mutex b = lab.mutex("B");  //@ b
    const Duration work = lab.milliseconds("work");
    const Duration patience = lab.milliseconds("patience");
    const bool kills = lab.order().runtime == RuntimeKind::processes;
    auto* const progress = &lab.shared<Progress>();

    const auto transfer = [=, &lab](Mutex first, Mutex second) {  //@ def
        return [=, &lab](Self self) -> Task {
            co_await self.lock(first);    //@ first
            co_await self.compute(work);  //@ work
            ++progress->steps;            //@ step
            if (progress->restarts == 0) progress->stuckSince = lab.now().count();  //@ stuck-since
            if (co_await self.lockUnlessCancelled(second)) {  //@ second
                std::int64_t never = 0;
                progress->freeAt.compare_exchange_strong(never, lab.now().count());  //@ free-at
                ++progress->steps;              //@ got-both
                co_await self.compute(work);    //@ work-with-both
                ++progress->done;               //@ done
                co_await self.unlock(second);   //@ release-second
            }
            co_await self.unlock(first);  //@ release-first
        };
    };
    const ActorHandle t1 = lab.spawn("T1", transfer(a, b));  //@ t1
    const ActorHandle t2 = lab.spawn("T2", transfer(b, a));  //@ t2
    lab.spawn("watchdog", [=, &lab](Self self) -> Task {     //@ watchdog
        int seen = -1;
        ActorHandle victim = t2;                             //@ victim
        while (progress->done < 2) {                         //@ while
            co_await self.sleep(patience);                   //@ sleep
            const int steps = progress->steps;
            if (std::exchange(seen, steps) != steps) continue;   //@ moved
            bool hasEnded = false;
            if (kills) hasEnded = co_await self.kill(victim);           //@ kill
            if (!kills) hasEnded = co_await self.cancelWait(victim);    //@ cancel
            if (!hasEnded) continue;
            co_await self.join(victim);                          //@ join
            ++progress->restarts;                                //@ count
            victim = lab.spawn("T2 again", transfer(b, a));      //@ restart
        }
    });
    lab.steer({{t1, Operation::lock, a.id()}, {t2, Operation::lock, b.id()},
               {t1, Operation::lock, b.id()}, {t2, Operation::lock, a.id()}});
    lab.afterwards([=, &lab] {
        constexpr double kNsPerMs = 1e6;
        const double recovery = static_cast<double>(progress->freeAt - progress->stuckSince) / kNsPerMs;
        lab.tell("finished", progress->done.load());      //@ finished
        lab.tell("restarts", progress->restarts.load());  //@ restarts
        lab.tell("recovery_ms", std::max(0.0, recovery));  //@ recovery
    });
}

}  // namespace

Scenario watchdog() {
    return {
        .id = "locks/watchdog",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::steered,
        .paces = {Pace::free, Pace::steered, Pace::step},
        .params = {msParam("work", 500, 0, 5000), msParam("patience", 800, 10, 10000)},
        .next = {"locks/timeout", "locks/bankers", "locks/partial-deadlock"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
