// Priority scheduling (Silberschatz, Operating System Concepts, "Priority Scheduling"; POSIX SCHED_FIFO and SCHED_RR).
// Decision::number: the priority that the task had at that moment.
//
// Equals are served in turn. A preempted task goes back to the front of its level with what is left of its slice.
//
// Aging raises a waiting task by one step every `aging` ms, without a limit. Urgency is the priority, or its negative
// where high numbers go first: less is more urgent. At the time t a task that has waited since s is as urgent as
//
//   base - floor((t - s) / aging) = ceil((base · aging + s - t) / aging),
//
// which rises with the key base · aging + s. So the order by key holds while time passes, and a heap does. Equal
// urgencies are told apart by the key, then by arrival, then by number. A task runs with the urgency that it was picked
// with; it is back at its base when it waits anew, but a preempted one keeps what it had. What is left of its slice,
// and the urgency that it was picked with, go with a task to another core's queue.
//
// Where a ready task's priority changes, its old entry stays where it is and means nothing any more: it is passed over
// when its turn has come. A task under aging keeps the steps that it has risen.
#include <deque>
#include <map>

#include "core/sched/by_task.hpp"
#include "core/sched/ordered_queue.hpp"

namespace interleave {
namespace {

struct SliceMemory {
    Duration left{};      // of the slice, when it was made ready last
    Duration usedThen{};
};

class Priority : public Policy {
public:
    explicit Priority(const PolicyOptions& options)
        : m_quantum(options.quantum.front()),
          m_preemptive(options.preemptive),
          m_sign(options.lowNumberFirst ? 1 : -1) {}

    void adopt(ActorId task, const Policy& from) override {
        m_slices[task] = dynamic_cast<const Priority&>(from).m_slices.at(task);
    }

protected:
    std::int64_t base(const TaskView& task) const { return m_sign * std::int64_t{task.priority}; }
    std::int64_t numberOf(std::int64_t urgency) const { return m_sign * urgency; }
    bool isPreemptive() const { return m_preemptive; }

    // Whether it goes to the front of its level: it was interrupted and has some of its slice left.
    bool keepsItsPlace(const TaskView& task) {
        SliceMemory& memory = m_slices[task.id];
        if (task.why == ReadyReason::preempted) {
            memory.left -= task.used - memory.usedThen;
            memory.usedThen = task.used;
            if (m_quantum.count() == 0 || memory.left.count() > 0) return true;
        }
        memory.left = m_quantum;
        memory.usedThen = task.used;
        return false;
    }
    Duration nextSlice(ActorId task) const { return m_quantum.count() == 0 ? Duration{} : m_slices.at(task).left; }

private:
    Duration m_quantum;
    bool m_preemptive;
    std::int64_t m_sign;
    ByTask<SliceMemory> m_slices;
};

class FixedPriority final : public Priority {
public:
    using Priority::Priority;

    Placement makeReady(const TaskView& task, Duration) override {
        ++m_count;
        return enter(task.id, base(task), keepsItsPlace(task));
    }

    std::optional<Placement> reprioritize(const TaskView& task, Duration) override {
        const Place before = m_places.at(task.id);
        const std::int64_t urgency = base(task);
        if (before.rank == kNowhere || before.urgency == urgency) return std::nullopt;
        const Placement placed = enter(task.id, urgency, urgency > before.urgency);
        forgetOld();
        return placed;
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_levels.empty()) return std::nullopt;
        const auto top = m_levels.begin();
        const ActorId task = top->second.front().task;
        const std::int64_t number = numberOf(top->first);
        m_places[task].rank = kNowhere;
        --m_count;
        forgetOld();
        return Decision{.task = task, .reason = RunReason::highestPriority, .number = number, .slice = nextSlice(task)};
    }

    bool preempts(const TaskView& newcomer, const TaskView& running, Duration) const noexcept override {
        return isPreemptive() && base(newcomer) < base(running);
    }
    std::optional<Duration> challengesAt(const TaskView& running, Duration now) const override {
        const bool beaten = isPreemptive() && !m_levels.empty() && m_levels.begin()->first < base(running);
        return beaten ? std::optional{now} : std::nullopt;
    }
    std::size_t readyCount() const noexcept override { return m_count; }

private:
    static constexpr std::uint32_t kNowhere = ~std::uint32_t{0};
    struct Place {
        std::int64_t urgency = 0;
        std::uint32_t rank = kNowhere;  // no two entries have the same
    };
    struct Entry {
        ActorId task;
        std::uint32_t rank = 0;
    };

    Placement enter(ActorId task, std::int64_t urgency, bool front) {
        std::deque<Entry>& level = m_levels[urgency];
        const std::uint32_t rank = front ? m_front-- : m_back++;
        if (front) level.push_front({task, rank});
        else level.push_back({task, rank});
        m_places[task] = {urgency, rank};
        return place(urgency, rank);
    }

    // Whoever is first is really there, and an empty level goes. Each entry is forgotten once.
    void forgetOld() {
        while (!m_levels.empty()) {
            std::deque<Entry>& level = m_levels.begin()->second;
            while (!level.empty() && m_places[level.front().task].rank != level.front().rank) level.pop_front();
            if (!level.empty()) return;
            m_levels.erase(m_levels.begin());
        }
    }

    // One shelf for each level that people use; what is beyond shares the outermost ones.
    static Placement place(std::int64_t urgency, std::uint32_t rank) {
        constexpr std::int64_t kMiddle = Placement::kLevels / 2;
        const auto shelf = std::clamp<std::int64_t>(kMiddle + urgency, 0, Placement::kLevels - 1);
        return {static_cast<std::uint32_t>(shelf), rank};
    }

    std::map<std::int64_t, std::deque<Entry>> m_levels;
    ByTask<Place> m_places;
    std::size_t m_count = 0;
    std::uint32_t m_front = (std::uint32_t{1} << 31) - 1;
    std::uint32_t m_back = std::uint32_t{1} << 31;
};

class AgingPriority final : public Priority {
public:
    explicit AgingPriority(const PolicyOptions& options) : Priority(options), m_aging(options.aging.count()) {}

    Placement makeReady(const TaskView& task, Duration now) override {
        const bool keeps = keepsItsPlace(task);
        const Claim& claim = m_claims[task.id];
        const std::int64_t urgency = keeps && claim.state == Claim::State::runs ? claim.value : base(task);
        ++m_count;
        return enter(task, urgency * m_aging + now.count());
    }

    std::optional<Placement> reprioritize(const TaskView& task, Duration) override {
        Claim& claim = m_claims[task.id];
        const std::int64_t steps = base(task) - claim.base;
        if (claim.state == Claim::State::none || steps == 0) return std::nullopt;
        if (claim.state == Claim::State::runs) {
            claim.value += steps;
            claim.base = base(task);
            return std::nullopt;
        }
        ++m_old[{task.id.value, claim.value}];
        const Placement placed = enter(task, claim.value + steps * m_aging);
        forgetOld();
        return placed;
    }

    void adopt(ActorId task, const Policy& from) override {
        Priority::adopt(task, from);
        m_claims[task] = dynamic_cast<const AgingPriority&>(from).m_claims.at(task);
    }

    std::optional<Decision> takeNext(CoreId, Duration now) override {
        if (m_ready.empty()) return std::nullopt;
        const OrderedQueue::First first = m_ready.pop();
        const std::int64_t urgency = urgencyAt(first.key, now);
        Claim& claim = m_claims[first.task];
        claim = {Claim::State::runs, urgency, claim.base};
        --m_count;
        forgetOld();
        return Decision{.task = first.task,
                        .reason = RunReason::highestPriority,
                        .number = numberOf(urgency),
                        .slice = nextSlice(first.task),
                        .tie = first.tie};
    }

    bool preempts(const TaskView& newcomer, const TaskView& running, Duration now) const noexcept override {
        return isPreemptive() && urgencyOf(newcomer, now) < urgencyOf(running, now);
    }

    // ceil((key - t) / aging) < urgency, first, where key - t <= (urgency - 1) · aging.
    std::optional<Duration> challengesAt(const TaskView& running, Duration now) const override {
        if (m_ready.empty() || !isPreemptive()) return std::nullopt;
        const std::int64_t at = m_ready.leastKey() - (urgencyOf(running, now) - 1) * m_aging;
        return std::max(now, Duration{at});
    }
    std::optional<ActorId> likelyNext() const noexcept override {
        return m_ready.empty() ? std::nullopt : std::optional{m_ready.front()};
    }
    std::size_t readyCount() const noexcept override { return m_count; }

private:
    // How urgent a task is: by its key while it waits, as it was picked while it runs, by its base otherwise.
    struct Claim {
        enum class State : std::uint8_t { none, waits, runs };
        State state = State::none;
        std::int64_t value = 0;
        std::int64_t base = 0;  // what its priority alone made of it then
    };

    Placement enter(const TaskView& task, std::int64_t key) {
        m_claims[task.id] = {Claim::State::waits, key, base(task)};
        m_ready.push(key, task);
        // The key may be negative; ranks are not.
        constexpr std::int64_t kMiddle = std::int64_t{1} << 31;
        constexpr std::int64_t kNsPerUs = 1000;
        return {.shelf = 0, .rank = rankOf(key + kMiddle * kNsPerUs)};
    }

    // Whoever is first is really there. Where a task stands twice with one key, once for nothing,
    // it does not matter which of the two is forgotten.
    void forgetOld() {
        while (!m_old.empty() && !m_ready.empty()) {
            const auto old = m_old.find({m_ready.front().value, m_ready.leastKey()});
            if (old == m_old.end()) return;
            if (--old->second == 0) m_old.erase(old);
            m_ready.pop();
        }
    }

    std::int64_t urgencyOf(const TaskView& task, Duration now) const {
        const Claim& claim = m_claims.at(task.id);
        switch (claim.state) {
            case Claim::State::waits: return urgencyAt(claim.value, now);
            case Claim::State::runs: return claim.value;
            default: return base(task);
        }
    }

    std::int64_t urgencyAt(std::int64_t key, Duration now) const {
        const std::int64_t distance = key - now.count();
        const std::int64_t floor = distance / m_aging;
        return distance > floor * m_aging ? floor + 1 : floor;
    }

    std::int64_t m_aging;
    OrderedQueue m_ready;
    ByTask<Claim> m_claims;
    std::map<std::pair<std::uint32_t, std::int64_t>, std::uint32_t>
        m_old;  // task and key: so many entries mean nothing
    std::size_t m_count = 0;
};

}  // namespace

std::unique_ptr<Policy> makePriority(const PolicyOptions& options) {
    if (options.aging.count() > 0) return std::make_unique<AgingPriority>(options);
    return std::make_unique<FixedPriority>(options);
}

}  // namespace interleave
