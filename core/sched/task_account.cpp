#include "core/sched/task_account.hpp"

#include <algorithm>

namespace interleave {

void TaskAccount::woke() {
    if (m_burstsBegun >= m_declared.bursts.size()) m_burst = (m_burst + m_usedInBurst) / 2;
    beginBurst();
}

void TaskAccount::beginBurst() {
    if (m_burstsBegun < m_declared.bursts.size()) m_burst = m_declared.bursts[m_burstsBegun];
    ++m_burstsBegun;
    m_usedInBurst = {};
}

TaskView TaskAccount::view(ReadyReason why) const {
    return {
        .id = m_id,
        .arrived = m_arrived,
        .priority = m_priority,
        .nice = m_declared.nice,
        .tickets = m_declared.tickets,
        .deadline = m_declared.deadline ? m_arrived + *m_declared.deadline : TaskView::kNoDeadline,
        .burst = m_burst,
        .remaining = std::max(Duration{0}, m_burst - m_usedInBurst),
        .used = m_used,
        .why = why,
    };
}

}  // namespace interleave
