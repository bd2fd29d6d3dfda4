// Actors as tasks in virtual time, on virtual cores: a computation takes as long as it says, and nothing else takes any
// time but a switch, if that is to cost something. One thread, one ring;
// the same seed gives the same trace to the byte.
#include "core/base/futex.hpp"
#include "core/base/require.hpp"
#include "core/runtime/inheriting.hpp"
#include "core/runtime/park_words.hpp"
#include "core/runtime/runtime.hpp"
#include "core/sched/virtual_cores.hpp"

namespace interleave {
namespace {

class VirtualRuntime final : public Runtime, private VirtualTasks {
public:
    VirtualRuntime(Arena& arena, const RunnerOrder& order, const Scheduling& scheduling, RunQueues queues)
        : Runtime(arena, order),
          m_inheritance(queues.urgent()),
          m_cores(std::move(queues), {order.cores, scheduling.switchCost, scheduling.migrationCost}, *this) {}

    bool isVirtual() const override { return true; }

    bool perform(Actor& actor, PendingOperation& operation) override {
        actor.step = operation.advance(actor);
        if (actor.step.kind == Step::Kind::done) return true;
        actor.pending = &operation;
        return false;
    }

    std::optional<Placement> unpark(ActorId target) noexcept override {
        std::atomic<std::uint32_t>& word = arena().slot(target).park;
        // Relaxed, here and below: there is one thread.
        if (word.exchange(kPermit, std::memory_order_relaxed) != kParked) return std::nullopt;
        word.store(kNothing, std::memory_order_relaxed);
        m_wokenNow = true;
        m_cores.wake(target);
        m_wokenNow = false;
        return m_placed;
    }

    void lockChanged(const LockChange& change, RingWriter& ring) noexcept override {
        const int own = m_byId[change.who.value]->options.task.priority;
        for (const Inheritance::Change& each : changesBy(m_inheritance, change, own)) {
            recordInherited(ring, each);
            if (const auto placed = m_cores.setPriority(each.task, each.priority))
                recordQueued(ring, each.task, *placed);
        }
    }

private:
    ActorKind kind() const override { return ActorKind::task; }

    void start(Actor& actor) override {
        if (actor.id.value >= m_byId.size()) m_byId.resize(actor.id.value + 1);
        m_byId[actor.id.value] = &actor;
        recordStarted(actor, ring());
        m_cores.add(actor.id, sinceStart() + actor.options.arrival, actor.options.task);
    }

    void awaitEnd() override {
        constexpr Duration kSoon = std::chrono::milliseconds{5};
        const std::atomic<std::uint32_t>& live = arena().gate().liveActors;
        for (;;) {
            const std::uint32_t epoch = gate().epoch().load(std::memory_order_acquire);
            m_cores.run();
            if (live.load(std::memory_order_relaxed) == 0) return;
            if (m_cores.heldCount() > 0 && gate().skipHopelessStep()) continue;
            // A command may let those go on who are held; if nobody is, this run will be ended from outside.
            futexWait(gate().epoch(), epoch, m_cores.heldCount() > 0 ? kSoon : Duration::max());
        }
    }

    // --- what the virtual cores ask and tell

    Demand goOn(ActorId id, Duration ran) override {
        Actor& actor = *m_byId[id.value];
        actor.ran = ran;
        actor.ring = &ring();
        setCurrent(&actor);
        const Demand demand = nextDemand(actor);
        setCurrent(nullptr);
        return demand;
    }

    Demand nextDemand(Actor& actor) {
        for (;;) {
            if (drive(actor)) {
                finish(actor);
                return {};
            }
            const Step step = actor.step;
            switch (step.kind) {
                case Step::Kind::compute: return {Demand::Kind::compute, step.until};
                case Step::Kind::sleep:
                    gate().parks(actor.id);
                    return {Demand::Kind::sleep, step.until - clock().now()};
                case Step::Kind::yield: return {Demand::Kind::yield, {}};
                case Step::Kind::held: return {Demand::Kind::hold, {}};
                default: break;
            }
            ActorSlot& slot = arena().slot(actor.id);
            gate().parks(actor.id);
            // With a limit it comes back by itself: a script may wait for that.
            if (!step.hasLimit()) slot.life.store(ActorLife::parked, std::memory_order_release);
            const Duration limit = step.hasLimit() ? step.until - clock().now() : Duration{};
            if (slot.park.exchange(kParked, std::memory_order_relaxed) != kPermit) return {Demand::Kind::park, limit};
            slot.park.store(kNothing, std::memory_order_relaxed);  // the permit came first: it goes on at once
            slot.life.store(ActorLife::live, std::memory_order_relaxed);
        }
    }

    void expire(ActorId id) override {
        Actor& actor = *m_byId[id.value];
        // There is one thread: who is still parked has not been woken, and is on its list.
        IL_REQUIRE(actor.pending->expire(actor, ring()));
        arena().slot(id).park.store(kNothing, std::memory_order_relaxed);
    }

    bool mayGoOn(ActorId id) override {
        const PendingOperation& operation = *m_byId[id.value]->pending;
        return operation.passed() ? !gate().holdsMidway(id)
                                  : gate().wouldPass(id, operation.operation(), operation.object());
    }

    void timeIs(Duration now) override {
        arena().header().virtualNow.store(static_cast<Ticks>(now.count()), std::memory_order_relaxed);
    }

    void becameReady(ActorId id, ReadyReason why, Placement placed) override {
        m_placed = placed;
        if (m_wokenNow) return;  // whoever woke it has recorded that, and records its place
        ring().write({.actor = id.value, .object = placed.shelf, .ticket = placed.rank, .kind = EventKind::ready,
                      .detail = static_cast<std::uint8_t>(why), .value = -1});
    }

    void dispatched(ActorId id, std::uint32_t core, const RunQueues::Taken& taken) override {
        arena().slot(id).life.store(ActorLife::live, std::memory_order_relaxed);
        const Decision& decision = taken.decision;
        ring().write({.actor = id.value,
                      .object = static_cast<std::uint32_t>(decision.tie) | (taken.stolen ? kStolen : 0),
                      .ticket = static_cast<std::uint32_t>(decision.number),
                      .kind = EventKind::running,
                      .detail = static_cast<std::uint8_t>(decision.reason),
                      .value = core});
    }

    void boosted(Duration) override { ring().write({.kind = EventKind::queuesBoosted}); }

    Inheritance m_inheritance;
    VirtualCores m_cores;
    std::vector<Actor*> m_byId;
    Placement m_placed;
    bool m_wokenNow = false;
};

}  // namespace

Expected<std::unique_ptr<Runtime>> makeVirtualRuntime(Arena& arena, const RunnerOrder& order,
                                                      const Scheduling& scheduling) {
    auto queues = RunQueues::make(scheduling.policy, scheduling.queues, order.cores);
    if (!queues) return tl::unexpected(queues.error());
    return std::make_unique<VirtualRuntime>(arena, order, scheduling, std::move(*queues));
}

}  // namespace interleave
