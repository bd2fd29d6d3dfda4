// Stride scheduling (Waldspurger, Weihl 1995; OSTEP chapter 9): each task has a pass, which advances by its stride, the
// inverse of its tickets, for the time that it ran; the least pass runs next.
// Decision::number: the pass, in µs of a task with 100 tickets.
//
// The pass advances with the time used, not with slices begun, so that a task that waits early pays for what it had. A
// newcomer starts at the pass of the last one picked, and so does one that waited for long: absence earns nothing. A
// task that comes from another core's queue is as far from the pass of this one as it was from that of the other.
//
// A pass is always reckoned from where it was set last, so that strides that do not divide evenly add up: three slices
// with 300 tickets are one with 100, to the nanosecond.
//
// Placement::rank: the pass in µs; passes beyond 2^32 µs share the last rank.
#include "core/sched/by_task.hpp"
#include "core/sched/ordered_queue.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kUsualTickets = 100;

class Stride final : public Policy {
public:
    explicit Stride(Duration quantum) : m_quantum(quantum) {}

    Placement makeReady(const TaskView& task, Duration) override {
        const std::int64_t pass = advance(m_memories[task.id], task);
        m_ready.push(pass, task);
        return {.shelf = 0, .rank = rankOf(pass)};
    }

    void adopt(ActorId task, const Policy& from) override {
        const auto& other = dynamic_cast<const Stride&>(from);
        const Memory& there = other.m_memories.at(task);
        const std::int64_t lead = passOf(there, there.seen) - other.m_pass;
        m_memories[task] = {m_pass + lead, there.seen, there.tickets, there.seen};
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_ready.empty()) return std::nullopt;
        const OrderedQueue::First first = m_ready.pop();
        m_memories.fetch(m_ready.front());
        m_pass = std::max(m_pass, first.key);
        const std::int64_t number = inMicroseconds(Duration{first.key});
        return Decision{
            .task = first.task, .reason = RunReason::stride, .number = number, .slice = m_quantum, .tie = first.tie};
    }

    bool preempts(const TaskView&, const TaskView&, Duration) const noexcept override { return false; }
    std::optional<ActorId> likelyNext() const noexcept override {
        return m_ready.empty() ? std::nullopt : std::optional{m_ready.front()};
    }
    std::size_t readyCount() const noexcept override { return m_ready.size(); }

private:
    // The pass was `origin` when the task had used `used` of CPU; since then it has had so many tickets.
    struct Memory {
        std::int64_t origin = 0;
        Duration used{};
        std::int64_t tickets = 0;  // 0: not met yet
        Duration seen{};           // had used so much when it was made ready last
    };

    static std::int64_t passOf(const Memory& memory, Duration used) {
        return memory.origin + (used - memory.used).count() * kUsualTickets / memory.tickets;
    }

    std::int64_t advance(Memory& memory, const TaskView& task) const {
        const bool isStranger = memory.tickets == 0;
        const bool wasAway = task.why == ReadyReason::created || task.why == ReadyReason::woken;
        const std::int64_t own = isStranger ? m_pass : passOf(memory, task.used);
        const std::int64_t pass = wasAway ? std::max(own, m_pass) : own;
        if (isStranger || pass != own || memory.tickets != task.tickets) memory = {pass, task.used, task.tickets, {}};
        memory.seen = task.used;
        return pass;
    }

    Duration m_quantum;
    OrderedQueue m_ready;
    ByTask<Memory> m_memories;
    std::int64_t m_pass = 0;  // of the last one picked
};

}  // namespace

std::unique_ptr<Policy> makeStride(const PolicyOptions& options) {
    return std::make_unique<Stride>(options.quantum.front());
}

}  // namespace interleave
