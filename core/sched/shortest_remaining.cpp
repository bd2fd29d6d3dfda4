// Shortest remaining time first, also called preemptive SJF or STCF (Silberschatz, "Shortest-Job-First Scheduling";
// OSTEP chapter 7). A newcomer takes the core only if it needs strictly less.
// Decision::number: what remains of the burst in µs.
#include "core/sched/ordered_queue.hpp"

namespace interleave {
namespace {

class ShortestRemaining final : public Policy {
public:
    Placement makeReady(const TaskView& task, Duration) override {
        m_ready.push(task.remaining.count(), task);
        return {.shelf = 0, .rank = rankOf(task.remaining.count())};
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_ready.empty()) return std::nullopt;
        const OrderedQueue::First first = m_ready.pop();
        const std::int64_t number = inMicroseconds(Duration{first.key});
        return Decision{.task = first.task, .reason = RunReason::shortestRemaining, .number = number, .tie = first.tie};
    }

    bool preempts(const TaskView& newcomer, const TaskView& running, Duration) const noexcept override {
        return newcomer.remaining < running.remaining;
    }
    std::optional<ActorId> likelyNext() const noexcept override {
        return m_ready.empty() ? std::nullopt : std::optional{m_ready.front()};
    }
    std::size_t readyCount() const noexcept override { return m_ready.size(); }

private:
    OrderedQueue m_ready;
};

}  // namespace

std::unique_ptr<Policy> makeShortestRemaining(const PolicyOptions&) { return std::make_unique<ShortestRemaining>(); }

}  // namespace interleave
