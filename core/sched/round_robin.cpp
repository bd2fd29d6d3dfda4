// Round robin (Silberschatz, Operating System Concepts, "Round-Robin Scheduling"; OSTEP chapter 7).
// Decision::number: how many were ready.
#include <deque>

#include "core/sched/policy.hpp"

namespace interleave {
namespace {

class RoundRobin final : public Policy {
public:
    explicit RoundRobin(Duration quantum) : m_quantum(quantum) {}

    Placement makeReady(const TaskView& task, Duration) override {
        m_ready.push_back(task.id);
        return {.shelf = 0, .rank = m_came++};
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_ready.empty()) return std::nullopt;
        const auto waiting = static_cast<std::int64_t>(m_ready.size());
        const RunReason reason = waiting == 1 ? RunReason::onlyOne : RunReason::nextInTurn;
        const Decision decision{.task = m_ready.front(), .reason = reason, .number = waiting, .slice = m_quantum};
        m_ready.pop_front();
        return decision;
    }

    bool preempts(const TaskView&, const TaskView&, Duration) const noexcept override { return false; }
    std::size_t readyCount() const noexcept override { return m_ready.size(); }

private:
    Duration m_quantum;
    std::deque<ActorId> m_ready;
    std::uint32_t m_came = 0;
};

}  // namespace

std::unique_ptr<Policy> makeRoundRobin(const PolicyOptions& options) {
    return std::make_unique<RoundRobin>(options.quantum.front());
}

}  // namespace interleave
