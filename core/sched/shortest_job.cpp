// Shortest job first: the least whole burst, never interrupted (Silberschatz, "Shortest-Job-First Scheduling").
// Decision::number: the burst in µs.
#include "core/sched/ordered_queue.hpp"

namespace interleave {
namespace {

class ShortestJob final : public Policy {
public:
    Placement makeReady(const TaskView& task, Duration) override {
        m_ready.push(task.burst.count(), task);
        return {.shelf = 0, .rank = rankOf(task.burst.count())};
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_ready.empty()) return std::nullopt;
        const OrderedQueue::First first = m_ready.pop();
        const std::int64_t number = inMicroseconds(Duration{first.key});
        return Decision{.task = first.task, .reason = RunReason::shortestJob, .number = number, .tie = first.tie};
    }

    bool preempts(const TaskView&, const TaskView&, Duration) const noexcept override { return false; }
    std::optional<ActorId> likelyNext() const noexcept override {
        return m_ready.empty() ? std::nullopt : std::optional{m_ready.front()};
    }
    std::size_t readyCount() const noexcept override { return m_ready.size(); }

private:
    OrderedQueue m_ready;
};

}  // namespace

std::unique_ptr<Policy> makeShortestJob(const PolicyOptions&) { return std::make_unique<ShortestJob>(); }

}  // namespace interleave
