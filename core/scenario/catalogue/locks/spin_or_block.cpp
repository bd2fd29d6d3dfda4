// A lock is taken for long. Who waits can ask again and again, on a core of its own; or sleep until the lock is handed
// over; or spin for a moment first, and sleep then.

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

void body(Lab& lab) {
    const Duration hold = lab.milliseconds("hold");
    const Duration longest = lab.milliseconds("longest");
    const std::string way = lab.text("way");
    const Mutex lock = lab.mutex("lock");        //@ lock
    const EventFlag taken = lab.event("taken");  //@ event

    lab.spawn("owner", [=](Self self) -> Task {  //@ owner
        co_await self.lock(lock);    //@ take
        co_await self.set(taken);    //@ set
        co_await self.sleep(hold);   //@ hold
        co_await self.unlock(lock);  //@ give
    });
    const ActorHandle waiter = lab.spawn("waiter", [=](Self self) -> Task {  //@ waiter
        co_await self.wait(taken);  //@ wait
        bool owns = false;
        if (way == "spin") owns = co_await self.spin(lock);              //@ spin
        if (way == "both") owns = co_await self.spinFor(lock, longest);  //@ spin-for
        if (!owns) co_await self.lock(lock);  //@ block
        co_await self.unlock(lock);           //@ release
    });
    lab.afterwards([=, &lab] {
        lab.tell("waiter_cpu_ms", static_cast<double>(lab.cpuTime(waiter).count()) / kNsPerMs);  //@ cpu
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("way", {"spin", "block", "both"}, params, runtime);
}

}  // namespace

Scenario spinOrBlock() {
    return {
        .id = "locks/spin-or-block",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {msParam("hold", 1500, 1, 60'000), msParam("longest", 300, 0, 60'000),
                   choiceParam("way", {"all", "spin", "block", "both"})},
        .next = {"locks/deadlock", "multitasking/polling-vs-events", "threads/atomic"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
