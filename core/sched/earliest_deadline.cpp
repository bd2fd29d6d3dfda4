// Earliest deadline first (Liu, Layland 1973). Whoever has no deadline comes last. A newcomer takes the core only if
// its deadline is strictly earlier.
// Decision::number: the deadline in µs, on the clock of `now`; kNone if there is none.
#include "core/sched/ordered_queue.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kNone = -1;

class EarliestDeadline final : public Policy {
public:
    Placement makeReady(const TaskView& task, Duration) override {
        m_ready.push(task.deadline.count(), task);
        return {.shelf = 0, .rank = rankOf(task.deadline.count())};
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_ready.empty()) return std::nullopt;
        const OrderedQueue::First first = m_ready.pop();
        const Duration deadline{first.key};
        const std::int64_t number = deadline == TaskView::kNoDeadline ? kNone : inMicroseconds(deadline);
        return Decision{.task = first.task, .reason = RunReason::earliestDeadline, .number = number, .tie = first.tie};
    }

    bool preempts(const TaskView& newcomer, const TaskView& running, Duration) const noexcept override {
        return newcomer.deadline < running.deadline;
    }
    std::optional<ActorId> likelyNext() const noexcept override {
        return m_ready.empty() ? std::nullopt : std::optional{m_ready.front()};
    }
    std::size_t readyCount() const noexcept override { return m_ready.size(); }

private:
    OrderedQueue m_ready;
};

}  // namespace

std::unique_ptr<Policy> makeEarliestDeadline(const PolicyOptions&) { return std::make_unique<EarliestDeadline>(); }

}  // namespace interleave
