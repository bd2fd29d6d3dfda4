// Fair scheduling by virtual run time, as Linux's CFS did it up to 6.5 (OSTEP chapter 9, "The Linux Completely Fair
// Scheduler"): the least virtual run time runs next, for its weight's share of the latency, but never less than the
// granularity. Virtual time passes more slowly for heavier tasks.
// Decision::number: the virtual run time in µs.
//
// A newcomer starts, and a sleeper goes on, at the virtual run time of the last one picked, or at its own if that is
// more: sleeping earns nothing. A task that comes from another core's queue is as far from this one's virtual time as
// it was from that of the other. A newcomer or a woken task takes the core if it is behind by
// more than the granularity, weighed.
//
// Placement::rank: the virtual run time in µs; what is beyond 2^32 µs shares the last rank.
#include <array>

#include "core/sched/by_task.hpp"
#include "core/sched/ordered_queue.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kWeightOfNice0 = 1024;
constexpr int kLowestNice = -20;
// Each step of nice is worth about 10 % of CPU; these are the kernel's own rounded weights, for -20 to 19.
constexpr std::array<std::int64_t, 40> kWeights = {
    88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916, 9548, 7620, 6100, 4904,
    3906,  3121,  2501,  1991,  1586,  1277,  1024,  820,   655,   526,   423,  335,  272,  215,
    172,   137,   110,   87,    70,    56,    45,    36,    29,    23,    18,   15};

// What is beyond the range counts as its end, as with nice(2).
std::int64_t weightOf(const TaskView& task) {
    constexpr int kHighestNice = kLowestNice + static_cast<int>(kWeights.size()) - 1;
    return kWeights[static_cast<std::size_t>(std::clamp(task.nice, kLowestNice, kHighestNice) - kLowestNice)];
}

class Fair final : public Policy {
public:
    Fair(Duration latency, Duration granularity) : m_latency(latency), m_granularity(granularity) {}

    Placement makeReady(const TaskView& task, Duration) override {
        Memory& memory = m_memories[task.id];
        const bool wasAway = task.why == ReadyReason::created || task.why == ReadyReason::woken;
        memory.virtualTime = virtualTimeOf(task);
        if (wasAway) memory.virtualTime = std::max(memory.virtualTime, m_least);
        memory.used = task.used;
        memory.weight = weightOf(task);
        m_ready.push(memory.virtualTime, task);
        m_weight += memory.weight;
        return {.shelf = 0, .rank = rankOf(memory.virtualTime)};
    }

    void adopt(ActorId task, const Policy& from) override {
        const auto& other = dynamic_cast<const Fair&>(from);
        Memory memory = other.m_memories.at(task);
        memory.virtualTime += m_least - other.m_least;
        m_memories[task] = memory;
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_ready.empty()) return std::nullopt;
        const OrderedQueue::First first = m_ready.pop();
        m_memories.fetch(m_ready.front());
        const std::int64_t weight = m_memories[first.task].weight;
        const Duration share{m_latency.count() * weight / m_weight};
        m_weight -= weight;
        m_least = std::max(m_least, first.key);
        return Decision{.task = first.task,
                        .reason = RunReason::leastVirtualTime,
                        .number = inMicroseconds(Duration{first.key}),
                        .slice = std::max(share, m_granularity),
                        .tie = first.tie};
    }

    bool preempts(const TaskView& newcomer, const TaskView& running, Duration) const noexcept override {
        const std::int64_t margin = m_granularity.count() * kWeightOfNice0 / weightOf(newcomer);
        return virtualTimeOf(newcomer) + margin < virtualTimeOf(running);
    }
    std::optional<ActorId> likelyNext() const noexcept override {
        return m_ready.empty() ? std::nullopt : std::optional{m_ready.front()};
    }
    std::size_t readyCount() const noexcept override { return m_ready.size(); }

private:
    struct Memory {
        std::int64_t virtualTime = 0;  // when it was made ready last
        Duration used{};
        std::int64_t weight = 0;       // 0: not met yet
    };

    std::int64_t virtualTimeOf(const TaskView& task) const {
        const Memory& memory = m_memories.at(task.id);
        if (memory.weight == 0) return m_least;
        return memory.virtualTime + (task.used - memory.used).count() * kWeightOfNice0 / weightOf(task);
    }

    Duration m_latency;
    Duration m_granularity;
    OrderedQueue m_ready;
    ByTask<Memory> m_memories;
    std::int64_t m_weight = 0;  // of all that are ready
    std::int64_t m_least = 0;   // virtual run time of the last one picked
};

}  // namespace

std::unique_ptr<Policy> makeFair(const PolicyOptions& options) {
    return std::make_unique<Fair>(options.latency, options.granularity);
}

}  // namespace interleave
