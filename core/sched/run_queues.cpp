#include "core/sched/run_queues.hpp"

#include <algorithm>

#include "core/base/require.hpp"

namespace interleave {

Expected<RunQueues> RunQueues::make(const PolicyOptions& policy, const QueueOptions& options, std::uint32_t cores) {
    const bool each = options.layout == QueueLayout::oneForEachCore;
    std::vector<Queue> queues(each ? cores : 1);
    PolicyOptions own = policy;
    for (Queue& queue : queues) {
        auto made = makePolicy(own);
        if (!made) return tl::unexpected(made.error());
        queue.policy = std::move(*made);
        ++own.seed;  // lotteries of different queues do not draw in step
    }
    RunQueues result{std::move(queues), options};
    result.m_busy.resize(cores);
    result.m_urgent = policy.lowNumberFirst ? UrgentIs::theLowestNumber : UrgentIs::theHighestNumber;
    result.m_challenges = policy.aging.count() > 0;
    result.m_boosts = policy.boost.count() > 0;
    return result;
}

// A task that ran nowhere yet goes where the fewest are, counting who runs; equal ones: to the lowest core.
std::uint32_t RunQueues::queueFor(const CoreWish& wish) const {
    if (!hasQueueForEachCore()) return 0;
    if (wish.only) return *wish.only;
    if (wish.last) return *wish.last;
    const auto load = [this](std::size_t i) { return m_queues[i].policy->readyCount() + (m_busy[i] ? 1U : 0U); };
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < m_queues.size(); ++i) {
        if (load(i) < load(best)) best = i;
    }
    return best;
}

Placement RunQueues::makeReady(const TaskView& task, const CoreWish& wish, Duration now) {
    const std::uint32_t index = queueFor(wish);
    Queue& queue = m_queues[index];
    if (wish.only) {
        if (task.id.value >= m_isPinned.size()) m_isPinned.resize(task.id.value + 1);
        m_isPinned[task.id.value] = true;
        ++queue.pinned;
    }
    if (hasQueueForEachCore()) homeOf(task.id) = index;
    return shelved(index, queue.policy->makeReady(task, now));
}

std::uint32_t& RunQueues::homeOf(ActorId task) {
    if (task.value >= m_home.size()) m_home.resize(task.value + 1);
    return m_home[task.value];
}

Placement RunQueues::shelved(std::size_t queue, Placement placed) const {
    IL_REQUIRE(placed.shelf < Placement::kLevels);
    if (hasQueueForEachCore()) placed.shelf += static_cast<std::uint32_t>(queue + 1) * Placement::kLevels;
    return placed;
}

std::optional<Placement> RunQueues::reprioritize(const TaskView& task, Duration now) {
    const std::size_t queue = hasQueueForEachCore() ? homeOf(task.id) : 0;
    const auto placed = m_queues[queue].policy->reprioritize(task, now);
    return placed ? std::optional{shelved(queue, *placed)} : std::nullopt;
}

std::optional<Decision> RunQueues::takeFrom(std::size_t index, std::uint32_t core, Duration now) {
    Queue& queue = m_queues[index];
    auto decision = queue.policy->takeNext({core}, now);
    if (decision && decision->task.value < m_isPinned.size() && m_isPinned[decision->task.value]) --queue.pinned;
    return decision;
}

std::optional<RunQueues::Taken> RunQueues::takeNext(std::uint32_t core, Duration now) {
    auto decision = takeFrom(indexOf(core), core, now);
    bool stolen = false;
    if (!decision) {
        if (const auto victim = victimFor(core)) {
            decision = takeFrom(*victim, core, now);
            stolen = decision.has_value();
            if (stolen) {
                m_queues[core].policy->adopt(decision->task, *m_queues[*victim].policy);
                homeOf(decision->task) = core;
            }
        }
    }
    m_busy[core] = decision.has_value();
    if (!decision) return std::nullopt;
    return Taken{*decision, stolen, m_queues[indexOf(core)].policy->likelyNext()};
}

// The longest queue that a core without work may take from. A queue that holds a task for its own core alone is left in
// peace: a policy says who is next, not who is next but one.
std::optional<std::size_t> RunQueues::victimFor(std::uint32_t thief) const {
    if (!hasQueueForEachCore() || !m_options.stealing) return std::nullopt;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < m_queues.size(); ++i) {
        const std::size_t ready = m_queues[i].policy->readyCount();
        if (i == thief || ready == 0 || m_queues[i].pinned > 0) continue;
        if (!best || ready > m_queues[*best].policy->readyCount()) best = i;
    }
    return best;
}

Decision RunQueues::renew(std::uint32_t core, const TaskView& task, Duration now) {
    Policy& policy = *m_queues[indexOf(core)].policy;
    (void)policy.makeReady(task, now);
    const auto again = policy.takeNext({core}, now);
    IL_REQUIRE(again && again->task == task.id);
    return *again;
}

bool RunQueues::preempts(std::uint32_t core, const TaskView& newcomer, const TaskView& running, Duration now) const {
    return m_queues[indexOf(core)].policy->preempts(newcomer, running, now);
}

std::optional<Duration> RunQueues::challengesAt(std::uint32_t core, const TaskView& running, Duration now) const {
    return m_queues[indexOf(core)].policy->challengesAt(running, now);
}

std::size_t RunQueues::readyFor(std::uint32_t core) const {
    const std::size_t own = m_queues[indexOf(core)].policy->readyCount();
    if (own > 0) return own;
    const auto victim = victimFor(core);
    return victim ? m_queues[*victim].policy->readyCount() : 0;
}

std::size_t RunQueues::readyCount() const {
    std::size_t sum = 0;
    for (const Queue& queue : m_queues) sum += queue.policy->readyCount();
    return sum;
}

}  // namespace interleave
