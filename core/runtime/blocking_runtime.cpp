#include "core/runtime/blocking_runtime.hpp"

#include <poll.h>
#include <sched.h>
#include <sys/epoll.h>

#include <algorithm>
#include <cerrno>

#include "core/base/futex_either.hpp"
#include "core/runtime/operations.hpp"

namespace interleave {

bool BlockingRuntime::perform(Actor& actor, PendingOperation& operation) {
    giveWay(actor);
    for (;;) {
        const Step step = operation.advance(actor);
        switch (step.kind) {
            case Step::Kind::done: return true;
            case Step::Kind::park: park(actor, operation, step.until); break;
            case Step::Kind::sleep: sleep(actor, step.until); break;
            case Step::Kind::held: waitAtGate(actor, operation); break;
            case Step::Kind::yield: letOthersRun(actor, step.why); break;
            case Step::Kind::compute: break;  // here computing is done by computing
        }
    }
}

void BlockingRuntime::waitForDescriptor(Actor& actor, int fd, short events) {
    callBlocking(actor, [=] {
        pollfd wanted{fd, events, 0};
        while (::poll(&wanted, 1, -1) < 0 && errno == EINTR) {
        }
    });
}

void BlockingRuntime::callBlocking(Actor& actor, const std::function<void()>& call) {
    leave(actor);
    gate().parks(actor.id);
    call();
    recordReady(actor, ReadyReason::woken);
    goOn(actor);
}

void BlockingRuntime::waitForPoller(Actor& actor, int poller, int door) {
    leave(actor);
    gate().parks(actor.id);
    // Of a caller at a door only one is told. Should that one be killed before it has let the caller in, nobody else
    // would hear of it: now and then whoever waits looks for himself.
    constexpr int kLookAgainMs = 100;
    epoll_event event{};
    pollfd caller{door, POLLIN, 0};
    for (;;) {
        const int ready = ::epoll_wait(poller, &event, 1, door < 0 ? -1 : kLookAgainMs);
        if (ready > 0 || (ready < 0 && errno != EINTR)) break;
        if (door >= 0 && ::poll(&caller, 1, 0) > 0) break;
    }
    recordReady(actor, ReadyReason::woken);
    goOn(actor);
}

void BlockingRuntime::goOn(Actor& actor) {
    recordRunning(actor);
    enter(actor);
}

void BlockingRuntime::runProgram(Actor& actor) {
    recordStarted(actor, *actor.ring);
    recordRunning(actor);
    if (actor.options.arrival.count() > 0) {
        Caller late = actor.caller(0);
        late.limitNs = actor.options.arrival.count();
        late.recordWaiting(WaitReason::sleep, ObjectId::kNone);
        sleepUntil(actor, clock().now() + actor.options.arrival);
    }
    enter(actor);
    while (!drive(actor)) {
    }
    leave(actor);
    arena().slot(actor.id).cpuNs.store(static_cast<std::uint64_t>(threadCpuTime().count()), std::memory_order_relaxed);
}

void BlockingRuntime::recordRunning(Actor& actor) {
    actor.ring->writeAfter({.actor = actor.id.value,
                            .ticket = static_cast<std::uint32_t>(::sched_getcpu() + 1),
                            .kind = EventKind::running,
                            .detail = static_cast<std::uint8_t>(RunReason::kernel),
                            .value = -1});
}

void BlockingRuntime::recordReady(Actor& actor, ReadyReason why) {
    actor.ring->write(
        {.actor = actor.id.value, .kind = EventKind::ready, .detail = static_cast<std::uint8_t>(why), .value = -1});
}

void BlockingRuntime::park(Actor& actor, PendingOperation& operation, Duration until) {
    leave(actor);
    ActorSlot& slot = arena().slot(actor.id);
    // With a limit it comes back by itself: a script may wait for that.
    if (until == Step::kForEver) slot.life.store(ActorLife::parked, std::memory_order_release);
    gate().parks(actor.id);
    if (!awaitUnparked(actor, until)) {
        if (operation.expire(actor, *actor.ring)) recordReady(actor, ReadyReason::timedOut);
        // The limit was over too late: whoever woke it has unparked it, or will at once.
        else awaitUnparked(actor, Step::kForEver);
    }
    forgetPermit(slot);
    slot.life.store(ActorLife::live, std::memory_order_relaxed);
    goOn(actor);
}

void BlockingRuntime::awaitChange(const std::atomic<std::uint32_t>& word, std::uint32_t seen, Duration until) {
    if (until == Step::kForEver) {
        futexWait(word, seen);
        return;
    }
    // Before the clock is read: whatever changes its rate then moves the epoch on. Acquire: as where sleepers read it.
    const std::uint32_t epoch = gate().epoch().load(std::memory_order_acquire);
    const std::optional<Duration> left = clock().realTimeUntil(until);
    if (futexWaitEither({word, seen}, {gate().epoch(), epoch}, left)) return;
    constexpr Duration kLookAgain = std::chrono::milliseconds{10};
    futexWait(word, seen, std::min(kLookAgain, left.value_or(kLookAgain)));
}

void BlockingRuntime::sleep(Actor& actor, Duration lab) {
    leave(actor);
    sleepUntil(actor, lab);
    enter(actor);
}

void BlockingRuntime::sleepUntil(Actor& actor, Duration lab) {
    gate().parks(actor.id);
    while (clock().now() < lab) {
        const std::uint32_t epoch = gate().epoch().load(std::memory_order_acquire);
        futexWait(gate().epoch(), epoch, clock().realTimeUntil(lab));
    }
    recordReady(actor, ReadyReason::woken);
    recordRunning(actor);
}

void BlockingRuntime::waitAtGate(Actor& actor, const PendingOperation& operation) {
    constexpr Duration kLong = std::chrono::milliseconds{100};
    bool inside = true;
    for (;;) {
        const std::uint32_t epoch = gate().epoch().load(std::memory_order_acquire);
        if (passable(actor, operation)) break;
        // Others must be able to come to the gate; only while the whole run is paused everybody keeps what he has.
        if (inside && gate().reason(actor.id) != HeldBy::pause) {
            leave(actor);
            inside = false;
        }
        if (futexWait(gate().epoch(), epoch, kLong) == FutexWake::timedOut) gate().skipHopelessStep();
    }
    recordRunning(actor);
    if (!inside) enter(actor);
}

bool BlockingRuntime::passable(Actor& actor, const PendingOperation& operation) {
    return operation.passed() ? !gate().holdsMidway(actor.id)
                              : gate().wouldPass(actor.id, operation.operation(), operation.object());
}

void BlockingRuntime::letOthersRun(Actor& actor, ReadyReason why) {
    recordReady(actor, why);
    leave(actor);
    ::sched_yield();
    goOn(actor);
}

}  // namespace interleave
