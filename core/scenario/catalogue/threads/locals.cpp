// Two threads run the same function. Its local number lies on the stack of whoever calls it, so there are two of them and
// both come out right. Its other local names a list, and a name is not a copy: both name one list, and updates get lost.
#include <pthread.h>

#include <array>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// Asked of the system: where does the calling thread's stack lie?
bool liesOnOwnStack(const void* place) {
    pthread_attr_t attributes;
    if (::pthread_getattr_np(::pthread_self(), &attributes) != 0) return false;
    void* base = nullptr;
    std::size_t size = 0;
    const bool known = ::pthread_attr_getstack(&attributes, &base, &size) == 0;
    ::pthread_attr_destroy(&attributes);
    const auto* from = static_cast<const std::byte*>(base);
    return known && place >= from && place < from + size;
}

struct Counted {
    std::int64_t value = 0;
    bool onOwnStack = false;
};

// An ordinary function, unlike the coroutines around it: its local is on the thread's stack.
[[gnu::noinline]] Counted plusOne(std::int64_t before) {
    std::int64_t count = before;  //@ local
    ++count;                      //@ add-local
    return {count, liesOnOwnStack(&count)};
}

void body(Lab& lab) {
    const std::int64_t rounds = lab.integer("rounds");
    const Duration think = lab.milliseconds("think");
    const Variable shared = lab.variable("shared", 0);  //@ shared
    const auto counts = std::make_shared<std::array<Counted, 2>>();

    const auto job = [=](std::size_t index, Variable mine) {  //@ def
        return [=](Self self) -> Task {
            Counted count{.value = 0, .onOwnStack = true};  //@ zero
            for (std::int64_t round = 0; round < rounds; ++round) {  //@ loop
                const Counted next = plusOne(count.value);           //@ count
                count = {next.value, count.onOwnStack && next.onOwnStack};
                const std::int32_t seen = co_await self.read(mine);  //@ read
                co_await self.compute(think);                        //@ think
                co_await self.write(mine, seen + 1);                 //@ write
            }
            self.print("my own count: " + std::to_string(count.value));  //@ print
            (*counts)[index] = count;
        };
    };
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const ActorHandle t1 = lab.spawn("T1", job(0, shared));  //@ t1
        const ActorHandle t2 = lab.spawn("T2", job(1, shared));  //@ t2
        co_await self.join(t1);  //@ join1
        co_await self.join(t2);  //@ join2
    });
    lab.afterwards([=, &lab] {
        lab.tell("count1", (*counts)[0].value);
        lab.tell("count2", (*counts)[1].value);
        lab.tell("own_stacks", (*counts)[0].onOwnStack && (*counts)[1].onOwnStack);
        lab.tell("expected", 2 * rounds);       //@ expected
        lab.tell("actual", lab.value(shared));  //@ actual
    });
}

}  // namespace

Scenario locals() {
    return {
        .id = "threads/locals",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("rounds", 12, 1, 10'000), msParam("think", 250, 0, 2000)},
        .next = {"threads/race", "threads/thread-local", "locks/mutex"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
