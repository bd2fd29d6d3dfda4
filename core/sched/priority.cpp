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
// with; it is back at its base when it waits anew, but a preempted one keeps what it had. What is left of its slice, and
// the urgency that it was picked with, go with a task to another core's queue.
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
        const std::int64_t urgency = base(task);
        std::deque<ActorId>& level = m_levels[urgency];
        ++m_count;
        if (keepsItsPlace(task)) {
            level.push_front(task.id);
            return place(urgency, m_front--);
        }
        level.push_back(task.id);
        return place(urgency, m_back++);
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_levels.empty()) return std::nullopt;
        const auto top = m_levels.begin();
        const ActorId task = top->second.front();
        const std::int64_t number = numberOf(top->first);
        top->second.pop_front();
        // An empty level goes: there are never more levels than ready tasks.
        if (top->second.empty()) m_levels.erase(top);
        --m_count;
        return Decision{.task = task, .reason = RunReason::highestPriority, .number = number, .slice = nextSlice(task)};
    }

    bool preempts(const TaskView& newcomer, const TaskView& running, Duration) const noexcept override {
        return isPreemptive() && base(newcomer) < base(running);
    }
    std::size_t readyCount() const noexcept override { return m_count; }

private:
    // One shelf for each level that people use; what is beyond shares the outermost ones.
    static Placement place(std::int64_t urgency, std::uint32_t rank) {
        constexpr std::int64_t kMiddle = Placement::kLevels / 2;
        const auto shelf = std::clamp<std::int64_t>(kMiddle + urgency, 0, Placement::kLevels - 1);
        return {static_cast<std::uint32_t>(shelf), rank};
    }

    std::map<std::int64_t, std::deque<ActorId>> m_levels;
    std::size_t m_count = 0;
    std::uint32_t m_front = (std::uint32_t{1} << 31) - 1;
    std::uint32_t m_back = std::uint32_t{1} << 31;
};

class AgingPriority final : public Priority {
public:
    explicit AgingPriority(const PolicyOptions& options) : Priority(options), m_aging(options.aging.count()) {}

    Placement makeReady(const TaskView& task, Duration now) override {
        const bool keeps = keepsItsPlace(task);
        Claim& claim = m_claims[task.id];
        const std::int64_t urgency = keeps && claim.state == Claim::State::runs ? claim.value : base(task);
        const std::int64_t key = urgency * m_aging + now.count();
        claim = {Claim::State::waits, key};
        m_ready.push(key, task);
        // The key may be negative; ranks are not.
        constexpr std::int64_t kMiddle = std::int64_t{1} << 31;
        constexpr std::int64_t kNsPerUs = 1000;
        return {.shelf = 0, .rank = rankOf(key + kMiddle * kNsPerUs)};
    }

    void adopt(ActorId task, const Policy& from) override {
        Priority::adopt(task, from);
        m_claims[task] = dynamic_cast<const AgingPriority&>(from).m_claims.at(task);
    }

    std::optional<Decision> takeNext(CoreId, Duration now) override {
        if (m_ready.empty()) return std::nullopt;
        const OrderedQueue::First first = m_ready.pop();
        const std::int64_t urgency = urgencyAt(first.key, now);
        m_claims[first.task] = {Claim::State::runs, urgency};
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
    std::size_t readyCount() const noexcept override { return m_ready.size(); }

private:
    // How urgent a task is: by its key while it waits, as it was picked while it runs, by its base otherwise.
    struct Claim {
        enum class State : std::uint8_t { none, waits, runs };
        State state = State::none;
        std::int64_t value = 0;
    };

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
};

}  // namespace

std::unique_ptr<Policy> makePriority(const PolicyOptions& options) {
    if (options.aging.count() > 0) return std::make_unique<AgingPriority>(options);
    return std::make_unique<FixedPriority>(options);
}

}  // namespace interleave
