#include "core/sched/virtual_cores.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/base/require.hpp"

namespace interleave {
namespace {

// Steps without time passing; a program that makes so many waits in a busy loop for what only time can bring.
constexpr std::uint64_t kMostStepsAtOneMoment = 10'000'000;

}  // namespace

VirtualCores::VirtualCores(RunQueues queues, const Settings& settings, VirtualTasks& tasks)
    : m_queues(std::move(queues)), m_settings(settings), m_listener(tasks), m_cores(settings.cores) {}

void VirtualCores::add(ActorId id, Duration arrival, TaskDeclaration declared) {
    if (id.value >= m_tasks.size()) m_tasks.resize(id.value + 1);
    task(id.value).account = TaskAccount{id, std::move(declared)};
    const Duration due = std::max(arrival, m_now);
    m_timers.push({due, due, id.value});
}

void VirtualCores::wake(ActorId id) {
    task(id.value).account.woke();
    if (task(id.value).limits % 2 == 1) ++task(id.value).limits;
    makeReady(id.value, ReadyReason::woken);
}

// Who runs with less than before, while somebody better is ready, is challenged before time goes on.
std::optional<Placement> VirtualCores::setPriority(ActorId id, int priority) {
    task(id.value).account.setPriority(priority);
    const auto placed = m_queues.reprioritize(viewOf(id.value), m_now);
    if (placed) m_newcomers.push_back({id.value, *placed});  // it may preempt as if it had just come
    return placed;
}

void VirtualCores::makeReady(std::uint32_t id, ReadyReason why) {
    Task& ready = task(id);
    IL_REQUIRE(!ready.isReady);
    // For a policy it is the same how a wait ended.
    const ReadyReason told = why == ReadyReason::timedOut ? ReadyReason::woken : why;
    const Placement placed =
        m_queues.makeReady(viewOf(id, told), {ready.account.declared().core, ready.lastCore}, m_now);
    ready.isReady = true;
    m_listener.becameReady({id}, why, placed);
    if (told == ReadyReason::created || told == ReadyReason::woken) m_newcomers.push_back({id, placed});
}

void VirtualCores::run() {
    for (;;) {
        releaseHeld();
        expireTimers();
        finishSwitches();
        settleBursts();
        settleSlices();
        fillIdle();
        letNewcomersPreempt();
        letTheWaitingChallenge();
        tellBoost();
        forgetLimits();
        if (somethingIsDue()) continue;
        const Duration next = nextMoment();
        if (next == kNever) return;
        m_now = next;
        m_listener.timeIs(m_now);
        m_stepsAtOneMoment = 0;
    }
}

void VirtualCores::releaseHeld() {
    for (const std::uint32_t id : std::exchange(m_held, {})) {
        if (m_listener.mayGoOn({id})) makeReady(id, ReadyReason::woken);
        else m_held.push_back(id);
    }
}

void VirtualCores::expireTimers() {
    while (!m_timers.empty() && m_timers.top().due <= m_now) {
        const Timer timer = m_timers.top();
        m_timers.pop();
        Task& due = task(timer.task);
        if (timer.limit != 0) {
            if (timer.limit != due.limits) continue;  // that wait has ended
            ++due.limits;
            due.account.woke();
            m_listener.expire({timer.task});
            makeReady(timer.task, ReadyReason::timedOut);
        } else if (due.hasArrived) {
            due.account.woke();
            makeReady(timer.task, ReadyReason::woken);
        } else {
            due.hasArrived = true;
            due.account.arrive(m_now);
            makeReady(timer.task, ReadyReason::created);
        }
    }
}

// Limits of waits that have ended: time does not stop there.
void VirtualCores::forgetLimits() {
    const auto isOver = [this](const Timer& timer) {
        return timer.limit != 0 && timer.limit != task(timer.task).limits;
    };
    while (!m_timers.empty() && isOver(m_timers.top())) m_timers.pop();
}

void VirtualCores::finishSwitches() {
    for (std::uint32_t i = 0; i < m_cores.size(); ++i) {
        Core& core = m_cores[i];
        if (!core.switching || core.ready > m_now) continue;
        core.switching = false;
        begin(i);
        m_newcomers.insert(m_newcomers.end(), m_tooEarly.begin(), m_tooEarly.end());
        m_tooEarly.clear();
    }
}

// What the running task has computed up to now.
void VirtualCores::account(Core& core) {
    const Duration ran = m_now - core.since;
    Task& running = task(core.task);
    running.account.ran(ran);
    running.left -= ran;
    running.ran += ran;
    core.since = m_now;
}

void VirtualCores::settleBursts() {
    for (std::uint32_t i = 0; i < m_cores.size(); ++i) {
        Core& core = m_cores[i];
        if (core.task == kNobody || core.switching || core.burstEnds > m_now) continue;
        account(core);
        goOn(i);
    }
}

// After the bursts: a task that is done, or waits, just as its slice ends gives its core up for that.
void VirtualCores::settleSlices() {
    for (std::uint32_t i = 0; i < m_cores.size(); ++i) {
        Core& core = m_cores[i];
        if (core.task == kNobody || core.switching || core.sliceEnds > m_now) continue;
        account(core);
        if (m_queues.readyFor(i) > 0) giveUp(i, ReadyReason::sliceOver);
        else setSlice(core, m_queues.renew(i, viewOf(core.task, ReadyReason::sliceOver), m_now).slice);
    }
}

void VirtualCores::fillIdle() {
    for (bool tookOne = true; tookOne;) {
        tookOne = false;
        // A task comes back to the core that it ran on last, if that is free: its cache is warm there.
        for (std::uint32_t i = 0; i < m_cores.size(); ++i) {
            if (m_cores[i].task != kNobody) continue;
            const auto taken = m_queues.takeNext(i, m_now);
            if (!taken) continue;
            const auto& last = task(taken->decision.task.value).lastCore;
            const bool elsewhere = last && !m_queues.hasQueueForEachCore() && m_cores[*last].task == kNobody;
            switchTo(elsewhere ? *last : i, *taken);
            tookOne = true;
        }
    }
}

void VirtualCores::switchTo(std::uint32_t index, const RunQueues::Taken& taken) {
    Core& core = m_cores[index];
    const std::uint32_t id = taken.decision.task.value;
    Task& next = task(id);
    next.isReady = false;
    const bool another = core.last != kNobody && core.last != id;
    const bool migrates = next.lastCore && *next.lastCore != index;
    m_switches += another ? 1 : 0;
    m_migrations += migrates ? 1 : 0;
    const Duration cost =
        (another ? m_settings.switchCost : Duration{}) + (migrates ? m_settings.migrationCost : Duration{});

    core.task = id;
    core.last = id;
    core.preempted = false;
    core.taken = taken;
    next.lastCore = index;
    core.ready = m_now + cost;
    core.switching = cost.count() > 0;
    core.burstEnds = core.sliceEnds = kNever;
    if (!core.switching) begin(index);
}

void VirtualCores::begin(std::uint32_t index) {
    Core& core = m_cores[index];
    core.since = m_now;
    setSlice(core, core.taken.decision.slice);
    m_listener.dispatched({core.task}, index, core.taken);
    goOn(index);
}

void VirtualCores::setSlice(Core& core, Duration slice) {
    core.sliceEnds = slice.count() > 0 ? m_now + slice : kNever;
}

// The task on this core goes on until time must pass for it.
void VirtualCores::goOn(std::uint32_t index) {
    const std::uint32_t id = m_cores[index].task;
    if (task(id).left.count() <= 0) {
        if (++m_stepsAtOneMoment > kMostStepsAtOneMoment)
            throw std::runtime_error(Sentence("Jobs", "the tasks go on for ever without time passing: in virtual time "
                                                      "only compute and sleep take time"));
        const Duration ran = std::exchange(task(id).ran, Duration{});
        const Demand demand = m_listener.goOn({id}, ran);
        // The listener may have added tasks: nothing that was looked up before holds.
        Task& running = task(id);
        if (demand.kind != Demand::Kind::compute) {
            m_cores[index].task = kNobody;
            m_cores[index].burstEnds = m_cores[index].sliceEnds = kNever;
            m_listener.left({id}, index);
            switch (demand.kind) {
                case Demand::Kind::sleep:
                    m_timers.push({m_now + std::max(Duration{}, demand.length), running.account.view().arrived, id});
                    break;
                case Demand::Kind::park:
                    if (demand.length.count() > 0) {
                        m_timers.push({m_now + demand.length, running.account.view().arrived, id, ++running.limits});
                    }
                    break;
                case Demand::Kind::yield: makeReady(id, ReadyReason::yielded); break;
                case Demand::Kind::hold: m_held.push_back(id); break;
                default: break;
            }
            return;
        }
        running.left = demand.length;
    }
    m_cores[index].burstEnds = m_now + task(id).left;
}

void VirtualCores::giveUp(std::uint32_t index, ReadyReason why) {
    Core& core = m_cores[index];
    const std::uint32_t id = core.task;
    account(core);
    core.task = kNobody;
    core.burstEnds = core.sliceEnds = kNever;
    m_listener.left({id}, index);
    makeReady(id, why);
}

// Among the cores that the newcomer may take, the one whose task has the weakest claim of those that it beats.
std::optional<std::uint32_t> VirtualCores::weakestFor(const TaskView& newcomer, Placement placed) const {
    std::optional<std::uint32_t> weakest;
    for (std::uint32_t i = 0; i < m_cores.size(); ++i) {
        const Core& core = m_cores[i];
        if (core.task == kNobody || core.preempted || core.switching) continue;
        if (m_queues.hasQueueForEachCore() && placed.queue() != i + 1) continue;
        const TaskView running = viewOf(core.task);
        if (!m_queues.preempts(i, newcomer, running, m_now)) continue;
        if (!weakest || m_queues.preempts(i, viewOf(m_cores[*weakest].task), running, m_now)) weakest = i;
    }
    return weakest;
}

void VirtualCores::letNewcomersPreempt() {
    const auto newcomers = std::exchange(m_newcomers, {});
    for (Core& core : m_cores) {
        if (core.task != kNobody && !core.switching) account(core);
    }
    const bool switching = std::ranges::any_of(m_cores, &Core::switching);
    std::vector<std::uint32_t> losers;
    for (const Newcomer& newcomer : newcomers) {
        if (!task(newcomer.task).isReady) continue;
        if (switching) m_tooEarly.push_back(newcomer);
        if (const auto weakest = weakestFor(viewOf(newcomer.task), newcomer.placed)) {
            m_cores[*weakest].preempted = true;
            losers.push_back(*weakest);
        }
    }
    for (const std::uint32_t core : losers) giveUp(core, ReadyReason::preempted);
    if (!losers.empty()) fillIdle();
}

// Waiting alone may have raised somebody above those who run.
void VirtualCores::letTheWaitingChallenge() {
    for (std::uint32_t i = 0; i < m_cores.size(); ++i) {
        Core& core = m_cores[i];
        if (core.task == kNobody || core.switching) continue;
        const auto at = m_queues.challengesAt(i, viewOf(core.task), m_now);
        if (!at || *at > m_now) continue;
        giveUp(i, ReadyReason::preempted);
        fillIdle();
    }
}

bool VirtualCores::somethingIsDue() const {
    if (!m_newcomers.empty()) return true;
    if (!m_timers.empty() && m_timers.top().due <= m_now) return true;
    return std::ranges::any_of(m_cores, [this](const Core& core) {
        if (core.task == kNobody) return false;
        if (core.switching) return core.ready <= m_now;
        return core.burstEnds <= m_now || core.sliceEnds <= m_now;
    });
}

Duration VirtualCores::nextMoment() const {
    Duration next = m_timers.empty() ? kNever : m_timers.top().due;
    for (std::uint32_t i = 0; i < m_cores.size(); ++i) {
        const Core& core = m_cores[i];
        if (core.task == kNobody) continue;
        if (core.switching) {
            next = std::min(next, core.ready);
            continue;
        }
        next = std::min({next, core.burstEnds, core.sliceEnds});
        if (const auto challenge = m_queues.challengesAt(i, viewOf(core.task), m_now))
            next = std::min(next, *challenge);
    }
    return next;
}

void VirtualCores::tellBoost() {
    const auto boost = m_queues.lastBoost();
    if (!boost || boost == m_boostTold) return;
    m_boostTold = boost;
    m_listener.boosted(*boost);
}

}  // namespace interleave
