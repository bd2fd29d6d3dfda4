// Preemptive priority scheduling, equals in turn (Silberschatz, "Priority Scheduling"; POSIX SCHED_RR). 0 is the highest.
#include <deque>
#include <map>

#include "core/sched/policy.hpp"

namespace interleave {
namespace {

class Priority final : public Policy {
public:
    explicit Priority(Duration quantum) : m_quantum(quantum) {}

    void makeReady(const TaskView& task, Duration) override {
        m_levels[task.priority].push_back(task.id);
        ++m_count;
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_levels.empty()) return std::nullopt;
        const auto top = m_levels.begin();
        const Decision decision{.task = top->second.front(), .reason = RunReason::highestPriority,
                                .number = top->first, .slice = m_quantum};
        top->second.pop_front();
        // An empty level goes: there are never more levels than ready tasks.
        if (top->second.empty()) m_levels.erase(top);
        --m_count;
        return decision;
    }

    bool preempts(const TaskView& newcomer, const TaskView& running) const noexcept override {
        return newcomer.priority < running.priority;
    }
    std::size_t readyCount() const noexcept override { return m_count; }

private:
    Duration m_quantum;
    std::map<int, std::deque<ActorId>> m_levels;
    std::size_t m_count = 0;
};

}  // namespace

std::unique_ptr<Policy> makePriority(const PolicyOptions& options) {
    return std::make_unique<Priority>(options.quantum);
}

}  // namespace interleave
