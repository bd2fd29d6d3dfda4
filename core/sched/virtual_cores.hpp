// N cores in virtual time: what a textbook does by hand when it draws the chart of a schedule. Nothing here is measured
// and nothing is random but what a policy draws by its seed, so the same tasks give the same schedule, to the ns.
//
// Of what happens at one moment, first whoever arrives or wakes up becomes ready (by arrival, then by number), then
// bursts end, then slices end, both in the order of the cores; then cores without work take the next; then newcomers
// that are still ready may preempt.
//
// The first task on a core costs no switch; each time a core goes on with another task than before, the switch costs
// `switchCost`, during which nobody runs there; a task that ran last on another core pays `migrationCost` more: its
// cache is cold here.
//
// Thread safety: none.
#pragma once

#include <limits>
#include <optional>
#include <queue>
#include <vector>

#include "core/sched/run_queues.hpp"
#include "core/sched/task_account.hpp"

namespace interleave {

// What a task asks for when it has gone on as far as it can without time passing.
struct Demand {
    enum class Kind {
        compute,  // `length` on a core
        sleep,    // until now + `length`; a device or a timer
        park,     // until wake(), or for `length` where that is not 0
        yield,    // to others, but could go on
        hold,     // until mayGoOn() says so
        end,
    };
    Kind kind = Kind::end;
    Duration length{};
};

// What the tasks do, and who looks on.
class VirtualTasks {
public:
    virtual ~VirtualTasks() = default;
    // `task` has a core and goes on; `ran` is what it has computed since the last call.
    virtual Demand goOn(ActorId task, Duration ran) = 0;
    // Whether a task that asked to be held can go on; asked again and again.
    virtual bool mayGoOn(ActorId) { return true; }
    // A parked task's limit is over, and it was not woken: it goes on.
    virtual void expire(ActorId) {}
    virtual void timeIs(Duration /*now*/) {}

    // As they happen, in their order, at the cores' now().
    virtual void becameReady(ActorId, ReadyReason, Placement) {}
    // It runs from now on: the switch, if there was one, is over.
    virtual void dispatched(ActorId, std::uint32_t /*core*/, const RunQueues::Taken&) {}
    // It gave its core up; why, becameReady or its own demand says.
    virtual void left(ActorId, std::uint32_t /*core*/) {}
    virtual void boosted(Duration /*at*/) {}
};

class VirtualCores {
public:
    struct Settings {
        std::uint32_t cores = 1;
        Duration switchCost{};
        Duration migrationCost{};
    };

    VirtualCores(RunQueues queues, const Settings& settings, VirtualTasks& tasks);

    // A new task that arrives at `arrival`, or now if that is past.
    void add(ActorId id, Duration arrival, TaskDeclaration declared);
    // A parked task can go on. Not for one that is not parked.
    void wake(ActorId id);
    // The priority of a task is another from now on; its place where it is ready and that depends on it.
    std::optional<Placement> setPriority(ActorId id, int priority);
    Duration now() const { return m_now; }
    // Runs until nothing more happens by itself: every task has ended, or those left are parked or held. May be called
    // again when one of those can go on.
    // Throws std::runtime_error where tasks go on for ever without time passing.
    void run();
    std::size_t heldCount() const { return m_held.size(); }

    // From one task to another, on all cores; migrations are those that came from another core.
    std::uint64_t switches() const { return m_switches; }
    std::uint64_t migrations() const { return m_migrations; }

private:
    static constexpr std::uint32_t kNobody = ActorId::kNone;
    static constexpr Duration kNever = Duration::max();

    struct Core {
        std::uint32_t task = kNobody;
        std::uint32_t last = kNobody;      // whom it ran before
        RunQueues::Taken taken{};
        bool switching = false;
        bool preempted = false;
        Duration since{};                  // the running task's time is accounted up to here
        Duration ready{};                  // end of the switch
        Duration sliceEnds = kNever;
        Duration burstEnds = kNever;
    };
    struct Task {
        TaskAccount account;
        std::optional<std::uint32_t> lastCore;
        Duration left{};                   // of the computation under way
        Duration ran{};                    // not yet told to goOn
        bool isReady = false;
        bool hasArrived = false;
        std::uint64_t limits = 0;          // counts limits of its waits; odd while one is set
    };
    struct Timer {
        Duration due;
        Duration arrived;
        std::uint32_t task;
        std::uint64_t limit = 0;           // of a wait: Task::limits then; 0: none
        friend bool operator>(const Timer& a, const Timer& b) {
            if (a.due != b.due) return a.due > b.due;
            return a.arrived != b.arrived ? a.arrived > b.arrived : a.task > b.task;
        }
    };

    Task& task(std::uint32_t id) { return m_tasks[id]; }
    TaskView viewOf(std::uint32_t id, ReadyReason why = ReadyReason::created) const {
        return m_tasks[id].account.view(why);
    }
    void makeReady(std::uint32_t id, ReadyReason why);
    void expireTimers();
    void forgetLimits();
    void releaseHeld();
    void account(Core& core);
    void settleBursts();
    void settleSlices();
    void finishSwitches();
    void fillIdle();
    void letNewcomersPreempt();
    void letTheWaitingChallenge();
    void switchTo(std::uint32_t core, const RunQueues::Taken& taken);
    void begin(std::uint32_t core);
    void goOn(std::uint32_t core);
    void giveUp(std::uint32_t core, ReadyReason why);
    void setSlice(Core& core, Duration slice);
    std::optional<std::uint32_t> weakestFor(const TaskView& newcomer, Placement placed) const;
    bool somethingIsDue() const;
    Duration nextMoment() const;
    void tellBoost();

    RunQueues m_queues;
    Settings m_settings;
    VirtualTasks& m_listener;
    Duration m_now{};
    std::vector<Core> m_cores;
    std::vector<Task> m_tasks;             // by id; ids of others lie idle
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> m_timers;
    struct Newcomer {
        std::uint32_t task;
        Placement placed;
    };
    std::vector<Newcomer> m_newcomers;     // may preempt
    std::vector<Newcomer> m_tooEarly;      // came while a core was switching: asked again when it runs
    std::vector<std::uint32_t> m_held;
    std::optional<Duration> m_boostTold;
    std::uint64_t m_switches = 0;
    std::uint64_t m_migrations = 0;
    std::uint64_t m_stepsAtOneMoment = 0;
};

}  // namespace interleave
