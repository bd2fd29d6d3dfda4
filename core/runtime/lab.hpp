// What a scenario is written against: objects, actors, parameters, the interleaving to impose, and what to tell at
// the end. The same body runs on every runtime that its scenario names.
//
//   void deadlock(Lab& lab) {
//       const Mutex a = lab.mutex("A"), b = lab.mutex("B");
//       lab.spawn("T1", [=](Self self) -> Task {
//           co_await self.lock(a);
//           …
//
// Thread safety: the body runs in the runner's main thread before any actor does; actors may spawn, too.
#pragma once

#include <functional>
#include <new>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/swept_folder.hpp"
#include "core/runtime/fresh_start.hpp"
#include "core/runtime/self.hpp"

namespace interleave {

// One step of a steering script: this actor's next operation of that kind (on that object, if one is given).
struct Steer {
    ActorHandle actor;
    Operation operation{};
    ObjectId object = {};
};

class Lab {
public:
    using Body = std::function<Task(Self)>;

    Lab(Arena& arena, const RunnerOrder& order);
    ~Lab();
    Lab(const Lab&) = delete;
    Lab& operator=(const Lab&) = delete;

    // --- objects
    Mutex mutex(std::string_view name, const MutexOptions& options = {});
    ReaderWriterLock readerWriterLock(std::string_view name, Preference preference);
    Barrier barrier(std::string_view name, std::uint32_t parties);
    Semaphore semaphore(std::string_view name, std::int64_t permits);
    // With its mutex, a notification made without holding that is an error.
    Condition condition(std::string_view name, std::optional<Mutex> mutex = {});
    EventFlag event(std::string_view name);
    // A capacity of 0 is none, as in Python: such a queue holds 1,048,576 items, and a put beyond that fails its actor.
    // Throws where there is no room for so large a capacity.
    BoundedQueue queue(std::string_view name, std::int64_t capacity, QueueOrder order = QueueOrder::fifo);
    Variable variable(std::string_view name, std::int32_t value);
    // Not on processes, where each would have its own.
    Future future(std::string_view name);
    // The name under which waits for it are shown. An actor may name one, too.
    Descriptor descriptor(std::string_view name, int fd);
    // Not on processes. At most 64 kinds of at most 1,000,000 units, and 64 parties,
    // each of which claims its most before it asks.
    Bank bank(std::string_view name, const std::vector<BankKind>& kinds, std::size_t parties, BankPolicy policy);
    void claim(Bank bank, ActorHandle party, const std::vector<Units>& most);
    // One that forked processes share, as Python's multiprocessing.Value; elsewhere there is no difference.
    Variable sharedVariable(std::string_view name, std::int32_t value);

    // --- actors
    ActorHandle spawn(std::string_view name, Body body, const SpawnOptions& options = {});
    // On processes: a child that has nothing of its parent's memory. It runs what the scenario names as `fresh`,
    // and is told this argument.
    ActorHandle spawnFresh(std::string_view name, std::int64_t argument);
    // How many have not ended, whoever asks among them.
    std::int64_t activeActors() { return static_cast<std::int64_t>(runtime().activeActors()); }

    // Nobody but these ever puts, gets, notifies, sets or releases there. Who waits for it without a limit while each
    // of them has ended, or can never move again, is known to wait for ever: a deadlock,
    // which otherwise nothing would prove.
    template <class Object>
    void onlyThese(const Object& object, std::initializer_list<ActorHandle> partners) {
        for (const ActorHandle each : partners) declarePartner(object.id(), each);
    }

    // --- parameters; the session has checked and completed them
    std::int64_t integer(std::string_view param) const;
    double real(std::string_view param) const;
    bool boolean(std::string_view param) const;
    const std::string& text(std::string_view param) const;
    Duration milliseconds(std::string_view param) const;  // a number of ms
    const RunnerOrder& order() const { return m_order; }
    // The run's own time since its actors were started.
    Duration now() { return runtime().sinceStart(); }
    bool isSteered() const { return m_order.pace == Pace::steered; }

    // --- how it runs
    // For `workers` and `virtual`: before the first spawn. Nothing said: round robin with slices of 10 ms.
    void schedule(Scheduling scheduling);
    // Before the first spawn: as if this machine had but `most` cores. Threads and workers share those; in virtual time
    // there are as many as are asked for. How many there are then.
    std::uint32_t useCores(std::uint32_t most);
    // For `threads`: before the first spawn. Of all actors one at a time goes on with its program, as in CPython; who
    // waits for that is waiting for the object "GIL". Throws on other runtimes,
    // which have no threads that could share it.
    void interpreterLock(Duration switchInterval);
    // How often another actor got it; 0 where there is none.
    std::int64_t interpreterSwitches() const;
    // One policy for all cores with its usual options but the slice. Throws where there is none of that name.
    void schedule(std::string_view policy, Duration quantum);
    // Imposed only where the pace is steered.
    void steer(std::vector<Steer> script);

    // --- the end
    // Runs in the main thread when every actor but the daemons has ended: the place to tell results. What is known
    // earlier, or might never be known, an actor may tell as well.
    void afterwards(std::function<void()> look);
    void tell(std::string_view name, std::int64_t value);
    void tell(std::string_view name, int value) { tell(name, std::int64_t{value}); }
    void tell(std::string_view name, double value);
    void tell(std::string_view name, bool value);
    // A row of digits, as a number: no sum, and nothing to compare.
    void tellDigits(std::string_view name, std::int64_t digits);
    // What the actor, which has ended, has used of a core: on threads as the kernel says,
    // on the event loop by the clock; 0 elsewhere.
    Duration cpuTime(ActorHandle actor) const {
        return Duration{static_cast<std::int64_t>(m_arena.slot(actor.id).cpuNs.load())};
    }
    // Of an actor that is a process: its number, and how it ended, as wait(2) tells it; nothing before its end.
    std::int64_t pid(ActorHandle actor) const { return m_arena.slot(actor.id).pid.load(); }
    std::optional<int> waitStatus(ActorHandle actor) const;
    // The letter of its state in /proc, asked for now: R, S, Z…; '-' where there is no such process (any more).
    char stateOf(ActorHandle actor) const;
    bool isAlive(ActorHandle actor) const { return m_arena.slot(actor.id).life.load() != ActorLife::ended; }
    // One that all actors share, processes, too: it lies in the memory of the run. For what a scenario counts,
    // atomically.
    template <class T>
    T& shared() {
        static_assert(std::is_trivially_destructible_v<T>);
        return *new (sharedMemory(sizeof(T))) T{};
    }
    // So many of them, one behind the other.
    template <class T>
    T* sharedArray(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<T>);
        auto* const first = static_cast<T*>(sharedMemory(count * sizeof(T)));
        for (std::size_t i = 0; i < count; ++i) new (first + i) T{};
        return first;
    }
    // A new folder for files that live as long as the run: removed when none of its processes is left, however they
    // ended. In the body, before any actor runs.
    std::string temporaryFolder();
    std::int32_t value(Variable variable) const { return variable.value(); }

    // --- from outside, as a watcher has them
    GateWords& gateWords() { return m_arena.gate(); }
    ActorSlot& slot(ActorHandle actor) { return m_arena.slot(actor.id); }

    // Runs all that was spawned to its end. For the runner.
    Expected<void> run(void (*body)(Lab&));
    // Lives as the actor that this program was started anew for, and ends this process. For the runner.
    [[noreturn]] void liveAs(const FreshStart& start, Task (*program)(Lab&, Self, std::int64_t));

private:
    void declarePartner(ObjectId object, ActorHandle partner);
    ObjectId announce(std::string_view name, ObjectKind kind, std::int64_t initial);
    Runtime& runtime();
    void* sharedMemory(std::size_t bytes);
    void tell(std::string_view name, ResultType type, std::int64_t value);

    Arena& m_arena;
    RunnerOrder m_order;
    Scheduling m_scheduling;
    std::unique_ptr<InterpreterLock> m_interpreter;  // outlives the runtime
    std::unique_ptr<Runtime> m_runtime;
    std::vector<Steer> m_script;
    std::vector<std::function<void()>> m_afterwards;
    std::optional<SweptFolder> m_folder;
};

}  // namespace interleave
