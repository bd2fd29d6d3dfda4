// Actors as threads of the kernel: a wait blocks the thread, and who runs is the kernel's affair.
//
// Under an interpreter lock an actor holds that whenever it goes on with its program, gives it up for every wait, and looks
// between operations and between the chunks of a computation whether somebody asks for it. Held at the gate it gives it up,
// too, for others must be able to come there; only while the whole run is paused it keeps it, as everybody keeps what he has.
#include <poll.h>
#include <sched.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <thread>

#include "core/base/futex.hpp"
#include "core/runtime/interpreter_lock.hpp"
#include "core/runtime/operations.hpp"
#include "core/runtime/park_words.hpp"
#include "core/runtime/runtime.hpp"
#include "core/sync/guard.hpp"

namespace interleave {
namespace {

class ThreadsRuntime final : public Runtime {
public:
    ThreadsRuntime(Arena& arena, const RunnerOrder& order, InterpreterLock* interpreter)
        : Runtime(arena, order), m_interpreter(interpreter) {}

    bool perform(Actor& actor, PendingOperation& operation) override {
        giveWayIfAsked(actor);
        for (;;) {
            const Step step = operation.advance(actor);
            switch (step.kind) {
                case Step::Kind::done: return true;
                case Step::Kind::park: park(actor, operation, step.until); break;
                case Step::Kind::sleep: sleepInInterpreter(actor, step.until); break;
                case Step::Kind::held: waitAtGate(actor, operation); break;
                case Step::Kind::yield: letOthersRun(actor, step.why); break;
                case Step::Kind::compute: break;  // here computing is done by computing
            }
        }
    }

    void waitForInput(Actor& actor, int fd) override {
        leaveInterpreter(actor);
        gate().parks(actor.id);
        pollfd input{fd, POLLIN, 0};
        while (::poll(&input, 1, -1) < 0 && errno == EINTR) {
        }
        recordReady(actor, ReadyReason::woken);
        goOn(actor);
    }

    // Not to yield to the kernel, but to whoever asks for the interpreter; then goes on.
    std::optional<ReadyReason> shouldYield(Actor& actor) override {
        giveWayIfAsked(actor);
        return std::nullopt;
    }

    std::optional<Placement> unpark(ActorId target) noexcept override {
        std::atomic<std::uint32_t>& word = arena().slot(target).park;
        // Release: what was done for the target (a lock handed over, an item left) is seen when it goes on.
        if (word.exchange(kPermit, std::memory_order_acq_rel) == kParked) futexWake(word, 1);
        return std::nullopt;
    }

private:
    ActorKind kind() const override { return ActorKind::thread; }

    void start(Actor& actor) override {
        Runtime::ring().write({.actor = actor.id.value, .kind = EventKind::ready,
                               .detail = static_cast<std::uint8_t>(ReadyReason::created), .value = -1});
        std::jthread thread;
        try {
            thread = std::jthread([this, &actor] { live(actor); });
        } catch (const std::system_error& refusal) {
            return giveUp("the system refuses a thread for " + actor.name + ": " + refusal.code().message() + " (there are " +
                          std::to_string(arena().gate().liveActors.load(std::memory_order_relaxed)) + ")");
        }
        if (actor.options.daemon) return thread.detach();
        const GuardLock guard{m_threadsGuard};
        m_threads.push_back(std::move(thread));
    }

    void awaitEnd() override {
        Runtime::awaitEnd();
        if (isGivenUp()) return;  // some may wait for ever
        std::deque<std::jthread> ended;
        {
            const GuardLock guard{m_threadsGuard};
            ended.swap(m_threads);
        }
        // Joined here, all but done. Not left to the destructor: where a daemon is at work still, there is none.
    }

    void live(Actor& actor) {
        RingWriter ring{arena()};
        useRing(&ring);
        setCurrent(&actor);
        actor.ring = &ring;
        recordStarted(actor, ring);
        recordRunning(actor);
        if (actor.options.arrival.count() > 0) {
            Caller late = actor.caller(0);
            late.limitNs = actor.options.arrival.count();
            late.recordWaiting(WaitReason::sleep, ObjectId::kNone);
            sleepUntil(actor, clock().now() + actor.options.arrival);
        }
        enterInterpreter(actor);
        while (!drive(actor)) {
        }
        leaveInterpreter(actor);
        arena().slot(actor.id).cpuNs.store(static_cast<std::uint64_t>(threadCpuTime().count()), std::memory_order_relaxed);
        finish(actor);
        setCurrent(nullptr);
        useRing(nullptr);
    }

    // The core it saw itself on goes with it, for machines that refuse switch records.
    void recordRunning(Actor& actor) {
        actor.ring->writeAfter({.actor = actor.id.value, .ticket = static_cast<std::uint32_t>(::sched_getcpu() + 1),
                                .kind = EventKind::running, .detail = static_cast<std::uint8_t>(RunReason::kernel), .value = -1});
    }

    // From ready to running its program.
    void goOn(Actor& actor) {
        recordRunning(actor);
        enterInterpreter(actor);
    }

    void enterInterpreter(Actor& actor) {
        if (m_interpreter && m_interpreter->take(actor)) recordRunning(actor);
    }
    void leaveInterpreter(Actor& actor) {
        if (m_interpreter) m_interpreter->release(actor);
    }
    void giveWayIfAsked(Actor& actor) {
        if (m_interpreter && m_interpreter->isWanted() && m_interpreter->giveWay(actor)) recordRunning(actor);
    }

    void recordReady(Actor& actor, ReadyReason why) {
        actor.ring->write({.actor = actor.id.value, .kind = EventKind::ready, .detail = static_cast<std::uint8_t>(why), .value = -1});
    }

    void park(Actor& actor, PendingOperation& operation, Duration until) {
        leaveInterpreter(actor);
        ActorSlot& slot = arena().slot(actor.id);
        // With a limit it comes back by itself: a script may wait for that.
        if (until == Step::kForEver) slot.life.store(ActorLife::parked, std::memory_order_release);
        gate().parks(actor.id);
        // Acquire pairs with unpark: a permit brings what was done for us.
        if (slot.park.exchange(kParked, std::memory_order_acq_rel) != kPermit) {
            if (until != Step::kForEver && !wokenBefore(actor, until) && operation.expire(actor, *actor.ring)) {
                recordReady(actor, ReadyReason::timedOut);
            } else {
                // Where the limit was over too late, whoever woke it has unparked it, or will at once.
                while (slot.park.load(std::memory_order_acquire) == kParked) futexWait(slot.park, kParked);
            }
        }
        slot.park.store(kNothing, std::memory_order_relaxed);  // the permit is used up; nobody else gives one before we queue again
        slot.life.store(ActorLife::live, std::memory_order_relaxed);
        goOn(actor);
    }

    // Sleeps until unparked (true) or until the run's clock shows `until`.
    bool wokenBefore(const Actor& actor, Duration until) {
        // The clock's rate may change, and it may stand, without a word to who waits here.
        constexpr Duration kLookAgain = std::chrono::milliseconds{10};
        const std::atomic<std::uint32_t>& word = arena().slot(actor.id).park;
        while (word.load(std::memory_order_acquire) == kParked) {
            if (clock().now() >= until) return false;
            futexWait(word, kParked, std::min(kLookAgain, clock().realTimeUntil(until).value_or(kLookAgain)));
        }
        return true;
    }

    void sleepInInterpreter(Actor& actor, Duration lab) {
        leaveInterpreter(actor);
        sleepUntil(actor, lab);
        enterInterpreter(actor);
    }

    void sleepUntil(Actor& actor, Duration lab) {
        gate().parks(actor.id);
        while (clock().now() < lab) {
            const std::uint32_t epoch = gate().epoch().load(std::memory_order_acquire);
            futexWait(gate().epoch(), epoch, clock().realTimeUntil(lab));
        }
        recordReady(actor, ReadyReason::woken);
        recordRunning(actor);
    }

    void waitAtGate(Actor& actor, const PendingOperation& operation) {
        constexpr Duration kLong = std::chrono::milliseconds{100};
        bool inside = true;
        for (;;) {
            const std::uint32_t epoch = gate().epoch().load(std::memory_order_acquire);
            if (passable(actor, operation)) break;
            if (inside && gate().reason(actor.id) != HeldBy::pause) {
                leaveInterpreter(actor);
                inside = false;
            }
            if (futexWait(gate().epoch(), epoch, kLong) == FutexWake::timedOut) gate().skipHopelessStep();
        }
        recordRunning(actor);
        if (!inside) enterInterpreter(actor);
    }

    bool passable(Actor& actor, const PendingOperation& operation) {
        return operation.passed() ? !gate().holdsMidway(actor.id)
                                  : gate().wouldPass(actor.id, operation.operation(), operation.object());
    }

    void letOthersRun(Actor& actor, ReadyReason why) {
        recordReady(actor, why);
        leaveInterpreter(actor);
        ::sched_yield();
        goOn(actor);
    }

    InterpreterLock* m_interpreter;  // null: there is none
    std::atomic<std::uint32_t> m_threadsGuard{0};
    // Joined when all have ended; a run that never ends is left by _exit.
    std::deque<std::jthread> m_threads;
};

}  // namespace

std::unique_ptr<Runtime> makeThreadsRuntime(Arena& arena, const RunnerOrder& order, InterpreterLock* interpreter) {
    return std::make_unique<ThreadsRuntime>(arena, order, interpreter);
}

}  // namespace interleave
