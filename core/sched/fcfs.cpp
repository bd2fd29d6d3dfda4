// First come, first served (Silberschatz, Operating System Concepts, "First-Come, First-Served Scheduling").
// Decision::number: how many were ready.
#include <deque>

#include "core/sched/policy.hpp"

namespace interleave {
namespace {

class Fcfs final : public Policy {
public:
    Placement makeReady(const TaskView& task, Duration) override {
        m_ready.push_back(task.id);
        return {.shelf = 0, .rank = m_came++};
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_ready.empty()) return std::nullopt;
        const auto waiting = static_cast<std::int64_t>(m_ready.size());
        const Decision decision{.task = m_ready.front(), .reason = RunReason::firstCome, .number = waiting};
        m_ready.pop_front();
        return decision;
    }

    bool preempts(const TaskView&, const TaskView&, Duration) const noexcept override { return false; }
    std::size_t readyCount() const noexcept override { return m_ready.size(); }

private:
    std::deque<ActorId> m_ready;
    std::uint32_t m_came = 0;
};

}  // namespace

std::unique_ptr<Policy> makeFcfs(const PolicyOptions&) { return std::make_unique<Fcfs>(); }

}  // namespace interleave
