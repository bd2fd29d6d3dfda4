// Actors as processes: each is forked, by the runner before the run begins or by the actor that spawns it, and is that
// one's child. A wait blocks the process on a word of the shared arena.
//
// The runner's one thread looks after them all: it sees each end, also of those that are no children of its own,
// records how it came, wakes who joined, and where a process was cut off, mends what that one was using. A process
// itself never records its own end: it might be killed before it could. Zombies are reaped by whoever is their parent:
// the runner its own at once, an actor when it joins.
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string>

#include "core/base/clock.hpp"
#include "core/base/futex.hpp"
#include "core/base/membarrier.hpp"
#include "core/base/require.hpp"
#include "core/base/sentence.hpp"
#include "core/runtime/blocking_runtime.hpp"
#include "core/runtime/fresh_start.hpp"
#include "core/runtime/process_operations.hpp"
#include "core/runtime/process_sampler.hpp"
#include "core/runtime/process_watch.hpp"
#include "core/sync/guard.hpp"
#include "core/sync/mending.hpp"

namespace interleave {
namespace {

class ProcessesRuntime final : public BlockingRuntime {
public:
    ProcessesRuntime(Arena& arena, const RunnerOrder& order)
        : BlockingRuntime(arena, order), m_watch(arena), m_deaths(arena) {}

    // The word counts: said twice is as good as once, for who says it may be killed while saying it.
    // Whether the wait is over stands in `waitingOn`.
    std::optional<Placement> unpark(ActorId target) noexcept override {
        std::atomic<std::uint32_t>& word = arena().slot(target).park;
        word.fetch_add(1, std::memory_order_release);
        futexWake(word, 1);
        return std::nullopt;
    }

    void joined(const Caller& by, ActorId whom) override {
        const ActorSlot& slot = arena().slot(whom);
        if (slot.forker.load(std::memory_order_relaxed) != by.self.value) return;
        const auto reaped = ProcessWatch::reap(static_cast<pid_t>(slot.pid.load(std::memory_order_relaxed)));
        if (reaped) recordReaped(by.ring, whom, by.self, reaped->waitStatus);
    }

    void liveAs(const FreshStart& start, std::function<Task(Self)> body) override {
        m_isRunner = false;
        m_watch.tellThrough(UniqueFd{start.forks});
        runToTheEnd(adopt(start.actor, std::move(body), start.begin));
    }

private:
    ActorKind kind() const override { return ActorKind::process; }
    void startAll() override {
        m_watch.begin();
        sample();  // the two that are there already
    }

    void start(Actor& actor) override {
        Runtime::ring().write({.actor = actor.id.value, .kind = EventKind::ready,
                               .detail = static_cast<std::uint8_t>(ReadyReason::created), .value = -1});
        std::fflush(nullptr);  // else what is buffered is printed by both
        const pid_t pid = ::fork();
        if (pid < 0) return refuseFork(actor, errno);
        if (pid == 0) live(actor);
        arena().slot(actor.id).pid.store(static_cast<std::uint32_t>(pid), std::memory_order_release);
        const std::uint32_t forker = current() ? current()->id.value : ActorId::kNone;
        Runtime::ring().write(
            {.actor = forker, .object = actor.id.value, .kind = EventKind::processForked, .value = pid});
        if (!m_isRunner) return m_watch.tellOfFork();
        m_watch.add(actor.id, pid);
        m_sampler.hurry();
    }

    void refuseFork(Actor& actor, int code) {
        const std::string why = Sentence("Running", "the system refuses a process for {}: {} (there are {})")
                                    .of(actor.name, systemReason(code),
                                        arena().gate().liveActors.load(std::memory_order_relaxed));
        if (m_isRunner) return giveUp(why);
        neverBegins(actor.id);
        throw std::runtime_error(why);
    }

    // In the child, which is a copy of its parent up to the instruction before.
    [[noreturn]] void live(Actor& actor) {
        Runtime::ring().forgetInherited();
        useRing(nullptr);
        forgetOwnTid();
        m_isRunner = false;
        // The parent could; without it the watermark would pass what this process is writing.
        if (arena().header().useMembarrier != 0) IL_REQUIRE(registerForBarriers());
        ActorSlot& slot = arena().slot(actor.id);
        slot.tid.store(ownTid(), std::memory_order_relaxed);
        // Release pairs with findNew() and Deaths: who it is stands in its slot.
        slot.pid.store(static_cast<std::uint32_t>(::getpid()), std::memory_order_release);
        ActorLife created = ActorLife::created;
        // Its parent died and it was taken for never forked: then it is not.
        if (!slot.life.compare_exchange_strong(created, ActorLife::live, std::memory_order_acq_rel)) ::_exit(0);
        m_watch.tellOfFork();
        if (actor.options.fresh)
            becomeFresh({arena().fd(), m_watch.forks(), actor.id, *actor.options.fresh, begin(), order()});
        runToTheEnd(actor);
    }

    [[noreturn]] void runToTheEnd(Actor& actor) {
        countFlowsFrom((std::uint64_t{actor.id.value} + 1) << 32);
        RingWriter ring{arena()};
        useRing(&ring);
        setCurrent(&actor);
        actor.ring = &ring;
        runProgram(actor);
        LeftHow left = LeftHow::inOrder;
        const int status = exitStatusOf(actor, left);
        ring.close();
        arena().slot(actor.id).left.store(left, std::memory_order_release);
        // Not by exit: what the parent would do at its end is not this process's to do.
        std::fflush(nullptr);
        ::_exit(status);
    }

    int exitStatusOf(const Actor& actor, LeftHow& left) {
        try {
            if (const auto failure = actor.program.failure()) std::rethrow_exception(failure);
        } catch (const ProgramExit& exit) {
            return exit.status;
        } catch (...) {
            (void)outcomeOf(actor);
            left = LeftHow::failed;
            return 1;  // as Python's uncaught exception
        }
        return 0;
    }

    bool awaitUnparked(Actor& actor, Duration until) override {
        const ActorSlot& slot = arena().slot(actor.id);
        for (;;) {
            const std::uint32_t seen = slot.park.load(std::memory_order_acquire);
            // Acquire pairs with Caller::wake: what was done for us is seen.
            if (slot.waitingOn.load(std::memory_order_acquire) == ObjectId::kNone) return true;
            if (until != Step::kForEver && clock().now() >= until) return false;
            awaitChange(slot.park, seen, until);
        }
    }

    // --- the runner's part

    void awaitEnd() override {
        m_watch.findNew();
        while (m_watch.anyAtWork() && !isGivenUp()) lookAfterSome();
        if (isGivenUp()) return;  // the session ends them
        while (m_watch.any()) {
            m_watch.killAll();  // the daemons, and what they may have forked meanwhile
            lookAfterSome();
        }
        reapZombies();
    }

    void lookAfterSome() {
        const Duration patience = m_sampler.untilNext();
        const std::int64_t before = monotonicNs();
        for (const ActorId ended : m_watch.awaitEnds(patience)) lookAfter(ended);
        if (Duration{monotonicNs() - before} < patience) m_sampler.hurry();  // somebody has come or gone
        m_watch.findNew();
        reapZombies();
        if (m_sampler.isDue()) sample();
    }

    // Of very many only some each time: who waits for an end must not wait for this.
    void sample() {
        m_sampler.beginRound();
        m_sampler.lookAtOwn(Runtime::ring());
        m_nextSampled = m_watch.forEachFrom(m_nextSampled, [this](ActorId actor, pid_t pid) {
            m_sampler.look(Runtime::ring(), actor, pid);
            return m_sampler.hasTime();
        });
        m_sampler.endRound();
    }

    void reapZombies() {
        while (const auto pid = m_watch.firstZombie()) {
            const auto actor = m_watch.actorOf(*pid);
            if (actor) lookAfter(*actor);
            const auto reaped = ProcessWatch::reap(*pid);
            if (reaped && actor) recordReaped(Runtime::ring(), *actor, {}, reaped->waitStatus);
        }
    }

    // Its process has ended; once for each.
    void lookAfter(ActorId ended) {
        ActorSlot& slot = arena().slot(ended);
        if (slot.life.load(std::memory_order_relaxed) == ActorLife::ended) return;
        const int status = howItEnded(slot);
        m_sampler.look(Runtime::ring(), ended,
                       static_cast<pid_t>(slot.pid.load(std::memory_order_relaxed)));  // the zombie
        const Caller caller{ended, arena(), Runtime::ring(), *this};
        const bool wasCutOff = slot.left.load(std::memory_order_acquire) == LeftHow::notYet;
        if (wasCutOff) mendObjects(caller, ended, m_deaths);
        recordEnd(caller.ring, ended, status, slot.left.load(std::memory_order_relaxed));
        slot.waitStatus.store(status, std::memory_order_relaxed);
        slot.atGate.store(0, std::memory_order_relaxed);
        m_deaths.bury(ended);
        endAndWakeJoiners(caller, ended, m_deaths);
        gate().ends(ended);
        countDown(slot);
        m_watch.forget(ended);
        m_sampler.forget(ended);
        m_watch.findNew();
        lookAfterChildrenOf(ended);
        if (wasCutOff) unparkAll();
    }

    static int howItEnded(const ActorSlot& slot) {
        const auto pid = static_cast<pid_t>(slot.pid.load(std::memory_order_relaxed));
        // The parent of it alone may ask by waitid(2); a zombie that is another's child tells it through /proc.
        if (const auto look = lookAtProcess(pid)) return look->waitStatus;
        return slot.left.load(std::memory_order_relaxed) != LeftHow::notYet ? 0 : SIGKILL;
    }

    static void recordEnd(RingWriter& ring, ActorId who, int status, LeftHow left) {
        constexpr int kSignalBits = 0x7F;
        const int signal = status & kSignalBits;
        const int exit = status >> 8;
        const bool failed = left == LeftHow::failed || (left == LeftHow::notYet && exit != 0);
        const EndReason reason = signal != 0 ? EndReason::killed : failed ? EndReason::failed : EndReason::returned;
        ring.writeAfter({.actor = who.value, .kind = EventKind::processExited, .value = status});
        ring.writeAfter({.actor = who.value, .kind = EventKind::actorEnded, .detail = static_cast<std::uint8_t>(reason),
                         .value = signal != 0 ? -signal : exit});
    }

    static void recordReaped(RingWriter& ring, ActorId who, ActorId by, int status) {
        ring.writeAfter({.actor = who.value, .object = by.value, .kind = EventKind::processReaped, .value = status});
    }

    // Who was still to be forked never will be; who lives has another parent now.
    void lookAfterChildrenOf(ActorId parent) {
        const std::uint32_t actors = std::min(arena().header().actorEnd.load(std::memory_order_relaxed), kMostActors);
        for (std::uint32_t i = 0; i < actors; ++i) {
            const ActorSlot& slot = arena().slot({i});
            if (slot.forker.load(std::memory_order_relaxed) != parent.value) continue;
            const auto pid = static_cast<pid_t>(slot.pid.load(std::memory_order_acquire));
            if (pid == 0) {
                neverBegins({i});
            } else if (slot.life.load(std::memory_order_acquire) != ActorLife::ended) {
                if (const auto look = lookAtProcess(pid))
                    Runtime::ring().writeAfter({.actor = i, .kind = EventKind::processOrphaned, .value = look->parent});
            }
        }
    }

    void neverBegins(ActorId who) {
        ActorSlot& slot = arena().slot(who);
        ActorLife created = ActorLife::created;
        if (!slot.life.compare_exchange_strong(created, ActorLife::ended, std::memory_order_acq_rel)) return;
        Runtime::ring().writeAfter({.actor = who.value, .kind = EventKind::actorEnded,
                                    .detail = static_cast<std::uint8_t>(EndReason::killed)});
        countDown(slot);
    }

    void countDown(const ActorSlot& slot) {
        if (slot.isDaemon.load(std::memory_order_relaxed) == 0)
            arena().gate().liveActors.fetch_sub(1, std::memory_order_relaxed);
    }

    // Whom the dead had let go on and not told yet: all look again whether their wait is over.
    void unparkAll() {
        const std::uint32_t actors = std::min(arena().header().actorEnd.load(std::memory_order_relaxed), kMostActors);
        for (std::uint32_t i = 0; i < actors; ++i) {
            const ActorLife life = arena().slot({i}).life.load(std::memory_order_acquire);
            if (life == ActorLife::live || life == ActorLife::parked) (void)unpark({i});
        }
    }

    ProcessWatch m_watch;
    ProcessSampler m_sampler;
    ActorId m_nextSampled{0};
    Deaths m_deaths;
    bool m_isRunner = true;
};

}  // namespace

std::unique_ptr<Runtime> makeProcessesRuntime(Arena& arena, const RunnerOrder& order) {
    return std::make_unique<ProcessesRuntime>(arena, order);
}

}  // namespace interleave
