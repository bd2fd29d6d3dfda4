// The multi-level feedback queue, rules 1 to 5 of OSTEP chapter 8:
//   1, 2  the topmost queue that is not empty is served, its tasks in turn, by that queue's slice
//   3     a new task enters at the top
//   4     a task that has used its allotment at a level drops to the next, however often it gave the core up in between
//   5     every `boost` ms all tasks move to the top, in the order in which they stood
// Decision::number: the queue, 0 being the top.
//
// A task back from I/O goes to the back of its queue with what is left of its slice; `stay` gives it slice and
// allotment anew, `io-bump` puts it in front. A slice that ends just as the I/O begins counts even so, against the new
// allotment, as in the simulator of the book's homework (mlfq.py). A task that was interrupted by a higher queue stays
// in front of its own. A task that comes from another core's queue keeps its level and what is left to it there.
//
// A boost joins lists and raises a number; each task learns of it when it is touched next, so it costs the same however
// many there are.
#include <vector>

#include "core/sched/by_task.hpp"
#include "core/sched/policy.hpp"

namespace interleave {
namespace {

struct MlfqMemory {
    std::int64_t boosts = -1;        // how many there had been when this was true; -1: a new task
    std::uint32_t level = 0;
    Duration sliceLeft{};
    std::uint32_t slicesLeft = 0;    // of the allotment
    Duration used{};
    std::uint32_t next = ActorId::kNone;  // in the queue, while it is ready
};

// First in, first out, with a front door; joining two takes constant time. The links are in the tasks' memories.
class LinkedQueue {
public:
    bool empty() const { return m_first == ActorId::kNone; }

    void pushBack(ByTask<MlfqMemory>& tasks, std::uint32_t task) {
        tasks[{task}].next = ActorId::kNone;
        (empty() ? m_first : tasks[{m_last}].next) = task;
        m_last = task;
    }
    void pushFront(ByTask<MlfqMemory>& tasks, std::uint32_t task) {
        tasks[{task}].next = m_first;
        if (empty()) m_last = task;
        m_first = task;
    }
    std::uint32_t popFront(ByTask<MlfqMemory>& tasks) {
        const std::uint32_t task = m_first;
        m_first = tasks[{task}].next;
        if (empty()) m_last = ActorId::kNone;
        return task;
    }
    // All of `other`, behind what is here.
    void join(ByTask<MlfqMemory>& tasks, LinkedQueue& other) {
        if (other.empty()) return;
        if (empty()) {
            *this = other;
        } else {
            tasks[{m_last}].next = other.m_first;
            m_last = other.m_last;
        }
        other = {};
    }

private:
    std::uint32_t m_first = ActorId::kNone;
    std::uint32_t m_last = ActorId::kNone;
};

class Mlfq final : public Policy {
public:
    explicit Mlfq(const PolicyOptions& options)
        : m_quantum(options.quantum), m_allotment(options.allotment), m_boost(options.boost), m_stay(options.stay),
          m_ioBump(options.ioBump), m_queues(options.queues) {
        m_quantum.resize(m_queues.size(), m_quantum.back());
        m_allotment.resize(m_queues.size(), m_allotment.back());
    }

    Placement makeReady(const TaskView& task, Duration now) override {
        boostIfDue(now);
        MlfqMemory& memory = m_tasks[task.id];
        const bool front = account(memory, task);
        ++m_count;
        LinkedQueue& queue = m_queues[memory.level];
        if (front) queue.pushFront(m_tasks, task.id.value);
        else queue.pushBack(m_tasks, task.id.value);
        return {memory.level, front ? m_front-- : m_back++};
    }

    void adopt(ActorId task, const Policy& from) override {
        m_tasks[task] = dynamic_cast<const Mlfq&>(from).m_tasks.at(task);
    }

    std::optional<Decision> takeNext(CoreId, Duration now) override {
        boostIfDue(now);
        for (std::uint32_t level = 0; level < m_queues.size(); ++level) {
            if (m_queues[level].empty()) continue;
            const ActorId task{m_queues[level].popFront(m_tasks)};
            --m_count;
            MlfqMemory& memory = m_tasks[task];
            learnOfBoosts(memory);
            return Decision{.task = task, .reason = RunReason::topQueue, .number = level, .slice = memory.sliceLeft};
        }
        return std::nullopt;
    }

    bool preempts(const TaskView& newcomer, const TaskView& running, Duration now) const noexcept override {
        return levelAt(newcomer.id, now) < levelAt(running.id, now);
    }
    std::optional<Duration> lastBoost() const noexcept override {
        return m_boosts > 0 ? std::optional{m_boost * m_boosts} : std::nullopt;
    }
    std::size_t readyCount() const noexcept override { return m_count; }

private:
    std::int64_t boostsAt(Duration now) const { return m_boost.count() > 0 ? now / m_boost : 0; }

    std::uint32_t levelAt(ActorId task, Duration now) const {
        const MlfqMemory& memory = m_tasks.at(task);
        return memory.boosts == boostsAt(now) ? memory.level : 0;
    }

    void boostIfDue(Duration now) {
        const std::int64_t boosts = boostsAt(now);
        if (boosts <= m_boosts) return;
        m_boosts = boosts;
        for (std::size_t level = 1; level < m_queues.size(); ++level) m_queues[0].join(m_tasks, m_queues[level]);
    }

    void enter(MlfqMemory& memory, std::uint32_t level) const {
        memory.level = level;
        memory.sliceLeft = m_quantum[level];
        memory.slicesLeft = m_allotment[level];
    }

    // True if there was one since it was touched last, or it is new: it starts at the top.
    bool learnOfBoosts(MlfqMemory& memory) const {
        if (memory.boosts == m_boosts) return false;
        memory.boosts = m_boosts;
        enter(memory, 0);
        return true;
    }

    void endSlice(MlfqMemory& memory) const {
        const auto bottom = static_cast<std::uint32_t>(m_queues.size()) - 1;
        memory.sliceLeft = m_quantum[memory.level];
        if (--memory.slicesLeft == 0) enter(memory, std::min(memory.level + 1, bottom));
    }

    // What the task used counts against its slice and its allotment. True if it goes to the front of its queue.
    bool account(MlfqMemory& memory, const TaskView& task) const {
        const Duration ran = task.used - memory.used;
        memory.used = task.used;
        const bool woken = task.why == ReadyReason::woken;
        const bool bumped = woken && m_ioBump;
        if (learnOfBoosts(memory)) return bumped;
        const bool sliceIsOver = ran >= memory.sliceLeft;
        memory.sliceLeft -= ran;
        if (woken && m_stay) enter(memory, memory.level);
        if (sliceIsOver) endSlice(memory);
        return bumped || (task.why == ReadyReason::preempted && !sliceIsOver);
    }

    std::vector<Duration> m_quantum;          // by level
    std::vector<std::uint32_t> m_allotment;   // by level
    Duration m_boost;
    bool m_stay;
    bool m_ioBump;
    std::vector<LinkedQueue> m_queues;        // by level
    ByTask<MlfqMemory> m_tasks;
    std::int64_t m_boosts = 0;
    std::size_t m_count = 0;
    std::uint32_t m_front = (std::uint32_t{1} << 31) - 1;
    std::uint32_t m_back = std::uint32_t{1} << 31;
};

}  // namespace

std::unique_ptr<Policy> makeMlfq(const PolicyOptions& options) { return std::make_unique<Mlfq>(options); }

}  // namespace interleave
