// An actor's view of itself: what its program may do. Each operation remembers the source line that it stands on.
#pragma once

#include <signal.h>
#include <unistd.h>

#include <stdexcept>
#include <string_view>

#include "core/runtime/atomic_operations.hpp"
#include "core/runtime/download_operation.hpp"
#include "core/runtime/operations.hpp"
#include "core/runtime/plain_call.hpp"
#include "core/runtime/process_operations.hpp"
#include "core/runtime/socket_operations.hpp"
#include "core/runtime/task_operations.hpp"

namespace interleave {

class Self {
public:
    explicit Self(Actor& actor) : m_actor(&actor) {}

    ActorId id() const { return m_actor->id; }
    std::string_view name() const { return m_actor->name; }
    // The kernel's number of the thread that drives it.
    std::uint32_t tid() const {
        return m_actor->runtime->arena().slot(m_actor->id).tid.load(std::memory_order_relaxed);
    }

    // Processes: the numbers of its own and of its parent, a signal to another, and an end with that exit status.
    std::int64_t pid() const { return ::getpid(); }
    std::int64_t parentPid() const { return ::getppid(); }
    auto signal(ActorHandle a, int number, int line = __builtin_LINE()) const {
        return Awaiting<SignalOperation>(*m_actor, a, number, line);
    }
    auto terminate(ActorHandle a, int line = __builtin_LINE()) const { return signal(a, SIGTERM, line); }
    auto kill(ActorHandle a, int line = __builtin_LINE()) const { return signal(a, SIGKILL, line); }
    [[noreturn]] void exit(int status) const { throw ProgramExit{status}; }

    // Time and cores
    auto compute(Duration d, int line = __builtin_LINE()) const {
        return Awaiting<ComputeOperation>(*m_actor, d, line);
    }
    auto sleep(Duration d, int line = __builtin_LINE()) const {
        return Awaiting<SleepOperation>(*m_actor, d, WaitReason::sleep, line);
    }
    // Waits as for a device that answers after `d`: no core is used meanwhile.
    auto device(Duration d, int line = __builtin_LINE()) const {
        return Awaiting<SleepOperation>(*m_actor, d, WaitReason::io, line);
    }
    auto yield(int line = __builtin_LINE()) const { return Awaiting<YieldOperation>(*m_actor, line); }
    auto join(ActorHandle a, int line = __builtin_LINE()) const {
        return Awaiting<JoinOperation>(*m_actor, a, Limit{}, line);
    }

    // Locks
    auto lock(Mutex m, int line = __builtin_LINE()) const {
        return Awaiting<LockOperation>(*m_actor, m, Limit{}, line);
    }
    // Whether an owner of it was killed while it held it: what it protects may be half done.
    bool wasAbandoned(Mutex m) const { return m.wasAbandoned(m_actor->runtime->arena()); }
    auto unlock(Mutex m, int line = __builtin_LINE()) const { return Awaiting<UnlockOperation>(*m_actor, m, line); }
    auto acquire(Semaphore s, int line = __builtin_LINE()) const {
        return Awaiting<AcquireOperation>(*m_actor, s, Limit{}, line);
    }
    auto release(Semaphore s, int line = __builtin_LINE()) const {
        return Awaiting<ReleaseOperation>(*m_actor, s, line);
    }
    auto wait(Condition c, Mutex m, int line = __builtin_LINE()) const {
        return Awaiting<WaitOperation>(*m_actor, c, m, Limit{}, line);
    }
    auto notify(Condition c, int line = __builtin_LINE()) const {
        return Awaiting<NotifyOperation>(*m_actor, c, Notify::one, line);
    }
    auto notifyAll(Condition c, int line = __builtin_LINE()) const {
        return Awaiting<NotifyOperation>(*m_actor, c, Notify::all, line);
    }
    auto wait(EventFlag e, int line = __builtin_LINE()) const {
        return Awaiting<PassEventOperation>(*m_actor, e, Limit{}, line);
    }
    auto set(EventFlag e, int line = __builtin_LINE()) const {
        return Awaiting<SetEventOperation>(*m_actor, e, SetEventOperation::To::set, line);
    }
    auto clear(EventFlag e, int line = __builtin_LINE()) const {
        return Awaiting<SetEventOperation>(*m_actor, e, SetEventOperation::To::clear, line);
    }

    // Queues and variables
    auto put(BoundedQueue q, std::int64_t item, int line = __builtin_LINE()) const {
        return Awaiting<PutOperation>(*m_actor, q, item, Limit{}, line);
    }
    auto get(BoundedQueue q, int line = __builtin_LINE()) const {
        return Awaiting<GetOperation>(*m_actor, q, Limit{}, line);
    }
    // How many items there are at that moment; whoever acts on it may find that it has changed.
    auto size(BoundedQueue q, int line = __builtin_LINE()) const {
        return Awaiting<AskQueueOperation>(*m_actor, q, QueueQuestion::size, line);
    }
    auto isFull(BoundedQueue q, int line = __builtin_LINE()) const {
        return Awaiting<CheckQueueOperation>(*m_actor, q, QueueQuestion::full, line);
    }
    auto isEmpty(BoundedQueue q, int line = __builtin_LINE()) const {
        return Awaiting<CheckQueueOperation>(*m_actor, q, QueueQuestion::empty, line);
    }
    auto read(Variable v, int line = __builtin_LINE()) const { return Awaiting<ReadOperation>(*m_actor, v, line); }
    auto write(Variable v, std::int32_t value, int line = __builtin_LINE()) const {
        return Awaiting<WriteOperation>(*m_actor, v, value, line);
    }
    // Returns what was there before.
    auto fetchAdd(Variable v, std::int32_t n, int line = __builtin_LINE()) const {
        return Awaiting<FetchAddOperation>(*m_actor, v, n, line);
    }

    // Sockets; on threads
    auto send(const UdpSocket& from, std::uint16_t toPort, std::string bytes, int line = __builtin_LINE()) const {
        return Awaiting<SendOperation>(*m_actor, from, toPort, std::move(bytes), line);
    }
    auto receive(const UdpSocket& socket, Descriptor named, int line = __builtin_LINE()) const {
        return Awaiting<ReceiveOperation>(*m_actor, socket, named, line);
    }

    // With a limit; 0 only tries. True: done; false: the limit was over first. A get gives nothing then.
    auto lockFor(Mutex m, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<Timed<LockOperation>>(*m_actor, m, d, line);
    }
    auto tryLock(Mutex m, int line = __builtin_LINE()) const { return lockFor(m, Duration{}, line); }
    auto acquireFor(Semaphore s, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<Timed<AcquireOperation>>(*m_actor, s, d, line);
    }
    auto tryAcquire(Semaphore s, int line = __builtin_LINE()) const { return acquireFor(s, Duration{}, line); }
    auto waitFor(Condition c, Mutex m, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<Timed<WaitOperation>>(*m_actor, c, m, d, line);
    }
    auto waitFor(EventFlag e, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<Timed<PassEventOperation>>(*m_actor, e, d, line);
    }
    auto putFor(BoundedQueue q, std::int64_t item, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<Timed<PutOperation>>(*m_actor, q, item, d, line);
    }
    auto tryPut(BoundedQueue q, std::int64_t item, int line = __builtin_LINE()) const {
        return putFor(q, item, Duration{}, line);
    }
    auto getFor(BoundedQueue q, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<TimedGetOperation>(*m_actor, q, d, line);
    }
    auto tryGet(BoundedQueue q, int line = __builtin_LINE()) const { return getFor(q, Duration{}, line); }
    auto joinFor(ActorHandle a, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<Timed<JoinOperation>>(*m_actor, a, d, line);
    }

    // Asks again and again on its core until it has the lock, or the time is over: then false.
    auto spin(Mutex m, int line = __builtin_LINE()) const {
        return Awaiting<SpinOperation>(*m_actor, m, Limit{}, line);
    }
    auto spinFor(Mutex m, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<SpinOperation>(*m_actor, m, d, line);
    }

    // Reader-writer locks: lock to write, lockShared to read. Barriers: the place in which it came, from 0.
    auto lock(ReaderWriterLock l, int line = __builtin_LINE()) const {
        return Awaiting<ReadWriteLockOperation>(*m_actor, l, LockMode::exclusive, Limit{}, line);
    }
    auto lockFor(ReaderWriterLock l, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<Timed<ReadWriteLockOperation>>(*m_actor, l, LockMode::exclusive, d, line);
    }
    auto tryLock(ReaderWriterLock l, int line = __builtin_LINE()) const { return lockFor(l, Duration{}, line); }
    auto lockShared(ReaderWriterLock l, int line = __builtin_LINE()) const {
        return Awaiting<ReadWriteLockOperation>(*m_actor, l, LockMode::shared, Limit{}, line);
    }
    auto lockSharedFor(ReaderWriterLock l, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<Timed<ReadWriteLockOperation>>(*m_actor, l, LockMode::shared, d, line);
    }
    auto tryLockShared(ReaderWriterLock l, int line = __builtin_LINE()) const {
        return lockSharedFor(l, Duration{}, line);
    }
    auto unlock(ReaderWriterLock l, int line = __builtin_LINE()) const {
        return Awaiting<ReadWriteUnlockOperation>(*m_actor, l, line);
    }
    auto wait(Barrier b, int line = __builtin_LINE()) const { return Awaiting<ArriveOperation>(*m_actor, b, line); }

    // Banks: a number of units for each kind. Asking waits until they are granted.
    auto ask(Bank b, std::vector<Units> units, int line = __builtin_LINE()) const {
        return Awaiting<AskOperation>(*m_actor, b, std::move(units), line);
    }
    auto giveBack(Bank b, std::vector<Units> units, int line = __builtin_LINE()) const {
        return Awaiting<GiveBackOperation>(*m_actor, b, std::move(units), line);
    }

    // A wait that somebody else may end. True: it has the lock; false: its wait was cancelled. And who ends such a
    // wait: false where the other waited for no lock in that way.
    auto lockUnlessCancelled(Mutex m, int line = __builtin_LINE()) const {
        return Awaiting<CancellableLockOperation>(*m_actor, m, line);
    }
    auto cancelWait(ActorHandle a, int line = __builtin_LINE()) const {
        return Awaiting<CancelWaitOperation>(*m_actor, a, line);
    }

    // Descriptors; on threads, processes and coroutines. A message is whole or,
    // where a stream's writer has gone before it, not there: false.
    auto send(Descriptor to, std::span<const std::byte> message, int line = __builtin_LINE()) const {
        return Awaiting<SendFrameOperation>(*m_actor, to, message, line);
    }
    auto receive(Descriptor from, std::span<std::byte> room, int line = __builtin_LINE()) const {
        return Awaiting<ReceiveFrameOperation>(*m_actor, from, room, line);
    }
    auto accept(Descriptor listening, int line = __builtin_LINE()) const {
        return Awaiting<AcceptOperation>(*m_actor, listening, line);
    }
    auto connect(Descriptor socket, const SocketAddress& to, int line = __builtin_LINE()) const {
        return Awaiting<ConnectOperation>(*m_actor, socket, to, line);
    }
    // Which of the poller's are ready, at least one.
    auto poll(Descriptor named, const Poller& poller, int line = __builtin_LINE()) const {
        return Awaiting<PollOperation>(*m_actor, named, poller, line);
    }

    // Code written plainly, without a co_await, on a stack of its own: see core/runtime/plain_call.hpp.
    auto callPlain(std::function<void()> code, int line = __builtin_LINE()) const {
        return Awaiting<PlainCallOperation>(*m_actor, std::move(code), line);
    }
    // A file by HTTP: on threads and processes this blocks until it is there, on coroutines the loop goes on meanwhile.
    auto download(Descriptor named, HttpRequest request, int line = __builtin_LINE()) const {
        return Awaiting<DownloadOperation>(*m_actor, named, std::move(request), line);
    }
    // Tasks and futures; on the event loop, as asyncio has them. A task begins in a later turn; its body is a Task, or
    // a ValueTask<T> for one that comes back with a value.
    template <class Body>
    auto createTask(std::string name, Body body) const {
        return taskOf(std::move(name), std::move(body), Beside::loop);
    }
    // A plain function, called in a turn of its own: the next one, or the first after `d`.
    ActorHandle callSoon(std::string name, std::function<void(Self)> callback) const {
        return callLater({}, std::move(name), std::move(callback));
    }
    ActorHandle callLater(Duration d, std::string name, std::function<void(Self)> callback) const;
    template <class T>
    auto await(TaskHandle<T> task, int line = __builtin_LINE()) const {
        return Awaiting<AwaitTaskOperation<T>>(*m_actor, std::move(task), line);
    }
    // Until it has ended, in whatever way; with a limit, which ends nothing but the waiting: false.
    auto awaitEnd(ActorHandle a, int line = __builtin_LINE()) const {
        return Awaiting<AwaitEndOperation>(*m_actor, a, Limit{}, line);
    }
    auto awaitEndFor(ActorHandle a, Duration d, int line = __builtin_LINE()) const {
        return Awaiting<AwaitEndForOperation>(*m_actor, a, d, line);
    }
    template <class T>
    auto gather(std::vector<TaskHandle<T>> tasks, OnFailure onFailure = OnFailure::raise,
                int line = __builtin_LINE()) const {
        return Awaiting<GatherOperation<T>>(*m_actor, std::move(tasks), onFailure, line);
    }
    auto cancel(ActorHandle a, int line = __builtin_LINE()) const {
        return Awaiting<CancelOperation>(*m_actor, a, line);
    }
    Future future(std::string_view name) const { return Future::make(m_actor->runtime->arena(), *m_actor->ring, name); }
    FutureState state(Future f) const { return f.state(m_actor->runtime->arena()); }
    auto await(Future f, int line = __builtin_LINE()) const {
        return Awaiting<AwaitFutureOperation>(*m_actor, f, line);
    }
    auto setResult(Future f, std::int64_t value, int line = __builtin_LINE()) const {
        return settle(f, FutureState::done, value, {}, line);
    }
    // From a callback, which cannot await: at once, and it never stands at the gate. False: it was settled before.
    bool resolve(Future f, std::int64_t value, int line = __builtin_LINE()) const {
        return f.settle(m_actor->caller(static_cast<std::uint16_t>(line)), FutureState::done, value);
    }
    auto setFailure(Future f, std::string what, int line = __builtin_LINE()) const {
        return settle(f, FutureState::failed, 0, std::move(what), line);
    }
    auto cancel(Future f, int line = __builtin_LINE()) const { return settle(f, FutureState::cancelled, 0, {}, line); }
    // A thread beside the loop, whose body may block; started at once, and awaited as a task. And a call that blocks:
    // on the loop everybody.
    template <class Body>
    auto startThread(std::string name, Body body) const {
        return taskOf(std::move(name), std::move(body), Beside::thread);
    }
    auto block(Duration d, int line = __builtin_LINE()) const { return Awaiting<BlockOperation>(*m_actor, d, line); }

    // A message that goes by no descriptor: told by who hands it over, before that, and by who has got it,
    // with the number given.
    std::uint64_t handsOver(int line = __builtin_LINE()) const {
        const std::uint64_t flow = m_actor->runtime->nextFlow();
        tellMessage(EventKind::messageSent, flow, line);
        return flow;
    }
    void gets(std::uint64_t flow, int line = __builtin_LINE()) const {
        tellMessage(EventKind::messageReceived, flow, line);
    }

    // A frame of a generator of its own, on the event loop only: the first argument of its function.
    Frame frame(std::string_view name, int line = __builtin_LINE()) const {
        if (m_actor->runtime->order().runtime != RuntimeKind::coroutines)
            throw std::logic_error("generators live on the event loop");
        return {{&m_actor->runtime->frameTexts(), &m_actor->ring, m_actor->id}, name, line};
    }

    // Telling: never waits, never held.
    void print(std::string_view text, int line = __builtin_LINE()) const { say(EventKind::textWritten, text, line); }
    void note(std::string_view text, int line = __builtin_LINE()) const { say(EventKind::note, text, line); }

private:
    enum class Beside { loop, thread };
    template <class Body>
    auto taskOf(std::string name, Body body, Beside where) const {
        using T = typename std::invoke_result_t<Body, Self>::Value;
        TaskHandle<T> task;
        task.outcome = std::make_shared<TaskOutcome<ValueOf<T>>>();
        // The actor keeps the closure as long as the run: frames may point into it.
        std::function<Task(Self)> program = [body = std::function<TaskOf<T>(Self)>(std::move(body)),
                                             outcome = task.outcome](Self self) { return run<T>(self, body, outcome); };
        Runtime& runtime = *m_actor->runtime;
        task.actor = where == Beside::thread ? &runtime.offload(std::move(name), std::move(program))
                                             : &runtime.spawn(std::move(name), std::move(program));
        task.id = task.actor->id;
        return task;
    }
    template <class T>
    static Task run(Self self, const std::function<TaskOf<T>(Self)>& body,
                    std::shared_ptr<TaskOutcome<ValueOf<T>>> outcome) {
        try {
            if constexpr (std::is_void_v<T>) {
                co_await body(self);
                outcome->value = Nothing{};
            } else {
                outcome->value = co_await body(self);
            }
        } catch (const Cancelled&) {
            throw;
        } catch (...) {
            outcome->failure = std::current_exception();
            throw;
        }
    }
    Awaiting<SettleFutureOperation> settle(Future f, FutureState to, std::int64_t value, std::string what,
                                           int line) const {
        return Awaiting<SettleFutureOperation>(*m_actor, f, to, value, std::move(what), line);
    }
    void tellMessage(EventKind kind, std::uint64_t flow, int line) const {
        m_actor->ring->write({.actor = m_actor->id.value, .line = static_cast<std::uint16_t>(line), .kind = kind,
                              .value = static_cast<std::int64_t>(flow)});
    }
    void say(EventKind kind, std::string_view text, int line) const {
        m_actor->ring->writeText({.actor = m_actor->id.value, .line = static_cast<std::uint16_t>(line), .kind = kind},
                                 text);
    }

    Actor* m_actor;
};

inline ActorHandle Self::callLater(Duration d, std::string name, std::function<void(Self)> callback) const {
    SpawnOptions options;
    if (d.count() > 0) options.arrival = m_actor->runtime->sinceStart() + d;
    const auto call = [callback = std::move(callback)](Self self) -> Task {
        callback(self);
        co_return;
    };
    return {m_actor->runtime->spawn(std::move(name), call, options).id};
}

}  // namespace interleave
