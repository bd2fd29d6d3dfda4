// Actors as threads of the kernel: a wait blocks the thread, and who runs is the kernel's affair.
//
// Under an interpreter lock an actor holds that whenever it goes on with its program, gives it up for every wait, and
// looks between operations and between the chunks of a computation whether somebody asks for it.
#include <list>
#include <system_error>
#include <thread>

#include "core/base/futex.hpp"
#include "core/base/sentence.hpp"
#include "core/runtime/blocking_runtime.hpp"
#include "core/runtime/interpreter_lock.hpp"
#include "core/runtime/park_words.hpp"
#include "core/sync/guard.hpp"

namespace interleave {
namespace {

class ThreadsRuntime final : public BlockingRuntime {
public:
    ThreadsRuntime(Arena& arena, const RunnerOrder& order, InterpreterLock* interpreter, LoopBeside* loop = nullptr)
        : BlockingRuntime(arena, order), m_interpreter(interpreter), m_loop(loop) {}
    ~ThreadsRuntime() override { joinAll(); }

    // Not to yield to the kernel, but to whoever asks for the interpreter; then goes on.
    std::optional<ReadyReason> shouldYield(Actor& actor) override {
        giveWay(actor);
        return std::nullopt;
    }

    std::optional<Placement> unpark(ActorId target) noexcept override {
        // Relaxed: written before the thread begins, and read where somebody has met it.
        if (m_loop && arena().slot(target).isOffloaded.load(std::memory_order_relaxed) == 0)
            return m_loop->unpark(target);
        std::atomic<std::uint32_t>& word = arena().slot(target).park;
        // Release: what was done for the target (a lock handed over, an item left) is seen when it goes on.
        if (word.exchange(kPermit, std::memory_order_acq_rel) == kParked) futexWake(word, 1);
        return std::nullopt;
    }

private:
    ActorKind kind() const override { return ActorKind::thread; }

    void start(Actor& actor) override {
        if (m_loop) arena().slot(actor.id).isOffloaded.store(1, std::memory_order_relaxed);
        Runtime::ring().write({.actor = actor.id.value, .kind = EventKind::ready,
                               .detail = static_cast<std::uint8_t>(ReadyReason::created), .value = -1});
        joinThoseWhoLeft();
        try {
            begin(actor);
        } catch (const std::system_error& refusal) {
            if (m_loop) {  // who asked for it is told: the loop and all others go on
                actor.ring = &Runtime::ring();
                finish(actor);
                throw std::runtime_error(Sentence("Running", "the system refuses a thread for {}: {}")
                                             .of(actor.name, systemReason(refusal.code().value())));
            }
            giveUp(Sentence("Running", "the system refuses a thread for {}: {} (there are {})")
                       .of(actor.name, systemReason(refusal.code().value()),
                           arena().gate().liveActors.load(std::memory_order_relaxed)));
        }
    }

    void begin(Actor& actor) {
        if (actor.options.daemon) return std::jthread([this, &actor] { live(actor); }).detach();
        // Held until it has its place, which it looks for under the guard as it leaves.
        const GuardLock guard{m_threadsGuard};
        std::list<std::jthread> one(1);
        one.front() = std::jthread([this, &actor, place = one.begin()] {
            live(actor);
            const GuardLock leaving{m_threadsGuard};
            m_left.splice(m_left.end(), m_threads, place);
        });
        m_threads.splice(m_threads.end(), one);
    }

    // A thread keeps its stack until it is joined; these are all but done.
    void joinThoseWhoLeft() {
        std::list<std::jthread> left;  // joined when the guard is free again
        const GuardLock guard{m_threadsGuard};
        left.swap(m_left);
    }

    void awaitEnd() override {
        Runtime::awaitEnd();
        if (isGivenUp()) return;  // some may wait for ever
        joinAll();  // not left to the destructor: where a daemon is at work still, there is none
    }

    // All but done, each of them: who has ended only has to leave.
    void joinAll() {
        const auto anyIsLeft = [this] {
            const GuardLock guard{m_threadsGuard};
            return !m_threads.empty() || !m_left.empty();
        };
        while (anyIsLeft()) {
            joinThoseWhoLeft();
            std::this_thread::yield();
        }
    }

    void live(Actor& actor) {
        RingWriter ring{arena()};
        useRing(&ring);
        setCurrent(&actor);
        actor.ring = &ring;
        runProgram(actor);
        finish(actor);
        setCurrent(nullptr);
        useRing(nullptr);
        if (m_loop) m_loop->threadEnded();
    }

    void enter(Actor& actor) override {
        if (m_interpreter && m_interpreter->take(actor)) recordRunning(actor);
    }
    void leave(Actor& actor) override {
        if (m_interpreter) m_interpreter->release(actor);
    }
    void giveWay(Actor& actor) override {
        if (m_interpreter && m_interpreter->isWanted() && m_interpreter->giveWay(actor)) recordRunning(actor);
    }

    bool awaitUnparked(Actor& actor, Duration until) override {
        std::atomic<std::uint32_t>& word = arena().slot(actor.id).park;
        // Acquire pairs with unpark: a permit brings what was done for us. Never over a permit that came meanwhile.
        std::uint32_t nothing = kNothing;
        word.compare_exchange_strong(nothing, kParked, std::memory_order_acq_rel);
        while (word.load(std::memory_order_acquire) == kParked) {
            if (until != Step::kForEver && clock().now() >= until) return false;
            awaitChange(word, kParked, until);
        }
        return true;
    }

    // Nobody else gives one before it queues again.
    void forgetPermit(ActorSlot& slot) override { slot.park.store(kNothing, std::memory_order_relaxed); }

    InterpreterLock* m_interpreter;  // null: there is none
    LoopBeside* m_loop;              // null: there is none
    std::atomic<std::uint32_t> m_threadsGuard{0};
    // Joined when all have ended; a run that never ends is left by _exit.
    std::list<std::jthread> m_threads;
    std::list<std::jthread> m_left;  // have done all they had to, and are to be joined
};

}  // namespace

std::unique_ptr<Runtime> makeThreadsBeside(Arena& arena, const RunnerOrder& order, LoopBeside& loop) {
    return std::make_unique<ThreadsRuntime>(arena, order, nullptr, &loop);
}

std::unique_ptr<Runtime> makeThreadsRuntime(Arena& arena, const RunnerOrder& order, InterpreterLock* interpreter) {
    return std::make_unique<ThreadsRuntime>(arena, order, interpreter);
}

}  // namespace interleave
