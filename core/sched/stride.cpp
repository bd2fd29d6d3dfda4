// Stride scheduling (Waldspurger, Weihl 1995; OSTEP chapter 9): each task has a pass, which advances by its stride, the
// inverse of its tickets, for the time that it ran; the least pass runs next.
// Decision::number: the pass, in µs of a task with 100 tickets.
//
// The pass advances with the time used, not with slices begun, so that a task that waits early pays for what it had. A
// newcomer starts at the pass of the last one picked, and so does one that waited for long: absence earns nothing.
#include "core/sched/by_task.hpp"
#include "core/sched/ordered_queue.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kUsualTickets = 100;
// Bits of a pass below the ns of a task with the usual tickets: strides that do not divide evenly stay fair.
constexpr int kFraction = 12;

class Stride final : public Policy {
public:
    explicit Stride(Duration quantum) : m_quantum(quantum) {}

    Placement makeReady(const TaskView& task, Duration) override {
        Memory& memory = m_memories[task.id];
        const std::int64_t ran = (task.used - memory.used).count();
        memory.pass += (ran << kFraction) / task.tickets * kUsualTickets;
        memory.used = task.used;
        if (task.why == ReadyReason::created || task.why == ReadyReason::woken) memory.pass = std::max(memory.pass, m_pass);
        m_ready.push(memory.pass, task);
        return {.shelf = 0, .rank = rankOf(memory.pass >> kFraction)};
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_ready.empty()) return std::nullopt;
        const auto [first, tie] = m_ready.pop();
        m_pass = std::max(m_pass, first.key);
        return Decision{.task = first.task, .reason = RunReason::stride,
                        .number = inMicroseconds(Duration{first.key >> kFraction}), .slice = m_quantum, .tie = tie};
    }

    bool preempts(const TaskView&, const TaskView&, Duration) const noexcept override { return false; }
    std::size_t readyCount() const noexcept override { return m_ready.size(); }

private:
    struct Memory {
        std::int64_t pass = 0;
        Duration used{};
    };

    Duration m_quantum;
    OrderedQueue m_ready;
    ByTask<Memory> m_memories;
    std::int64_t m_pass = 0;  // of the last one picked
};

}  // namespace

std::unique_ptr<Policy> makeStride(const PolicyOptions& options) { return std::make_unique<Stride>(options.quantum.front()); }

}  // namespace interleave
