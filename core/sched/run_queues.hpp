// The queue, or the queues, of ready tasks on a machine with several cores: one for all, or one for each core with work
// stealing. Each queue is a policy of its own; workers and virtual cores are served alike.
//
//   one for all    whichever core is free takes the next; a woken task may land on any core
//   one for each   a new task goes where the fewest are; later it stays where it ran last, whose cache is warm;
//                  a core with nothing to do steals from the longest queue (Cilk; Blumofe, Leiserson 1999)
//
// Thread safety: none; whoever drives it serializes the calls.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/sched/inheritance.hpp"
#include "core/sched/policy.hpp"

namespace interleave {

enum class QueueLayout : std::uint8_t { oneForAll, oneForEachCore };

struct QueueOptions {
    QueueLayout layout = QueueLayout::oneForAll;
    bool stealing = true;      // where each core has a queue
};

// Where a task may or would like to run; cores are counted from 0.
struct CoreWish {
    std::optional<std::uint32_t> only;
    std::optional<std::uint32_t> last;
};

class RunQueues {
public:
    // Refuses a policy that there is not, as makePolicy does.
    static Expected<RunQueues> make(const PolicyOptions& policy, const QueueOptions& queues, std::uint32_t cores);

    Placement makeReady(const TaskView& task, const CoreWish& wish, Duration now);

    // The priority of `task` has changed; see Policy::reprioritize.
    std::optional<Placement> reprioritize(const TaskView& task, Duration now);

    struct Taken {
        Decision decision;
        bool stolen = false;
        std::optional<ActorId> likelyNext;  // after it, from the same queue; see Policy::likelyNext
    };
    // The next one for `core`, its own or stolen.
    std::optional<Taken> takeNext(std::uint32_t core, Duration now);
    // The slice of `task`, which runs on `core`, is over and nobody else is ready there: its next slice.
    Decision renew(std::uint32_t core, const TaskView& task, Duration now);

    // Whether `newcomer`, just made ready, takes `core` from `running`.
    bool preempts(std::uint32_t core, const TaskView& newcomer, const TaskView& running, Duration now) const;
    // When waiting alone will give somebody ready a better claim on `core`; nothing: never.
    std::optional<Duration> challengesAt(std::uint32_t core, const TaskView& running, Duration now) const;

    // Whether there is cause to ask challengesAt again and again: tasks rise by waiting.
    bool challenges() const { return m_challenges; }

    // Which of two priorities is the more urgent.
    UrgentIs urgent() const { return m_urgent; }

    // Whether lastBoost can ever say anything.
    bool boosts() const { return m_boosts; }

    // How many `core` could take now, those it could steal included.
    std::size_t readyFor(std::uint32_t core) const;
    std::size_t readyCount() const;
    std::optional<Duration> lastBoost() const { return m_queues.front().policy->lastBoost(); }
    bool hasQueueForEachCore() const { return m_options.layout == QueueLayout::oneForEachCore; }

private:
    struct Queue {
        std::unique_ptr<Policy> policy;
        std::size_t pinned = 0;  // ready tasks that may not be stolen
    };

    RunQueues(std::vector<Queue> queues, const QueueOptions& options)
        : m_queues(std::move(queues)), m_options(options) {}
    std::uint32_t queueFor(const CoreWish& wish) const;
    std::uint32_t& homeOf(ActorId task);
    Placement shelved(std::size_t queue, Placement placed) const;
    std::size_t indexOf(std::uint32_t core) const { return hasQueueForEachCore() ? core : 0; }
    std::optional<std::size_t> victimFor(std::uint32_t thief) const;
    std::optional<Decision> takeFrom(std::size_t queue, std::uint32_t core, Duration now);

    std::vector<Queue> m_queues;   // one, or one for each core
    QueueOptions m_options;
    UrgentIs m_urgent{};
    bool m_challenges = false;
    bool m_boosts = false;
    // By task: whether it may use one core only, and the queue that it was in last.
    std::vector<bool> m_isPinned;
    std::vector<std::uint32_t> m_home;
    std::vector<bool> m_busy;      // by core: took a task at its last asking
};

}  // namespace interleave
