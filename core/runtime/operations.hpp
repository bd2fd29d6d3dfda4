// The operations of an actor, as machines over the primitives. Each is awaited through Awaiting<>, which hands it to
// the actor's runtime.
#pragma once

#include "core/runtime/runtime.hpp"
#include "core/sync/bounded_queue.hpp"
#include "core/sync/condition.hpp"
#include "core/sync/mutex.hpp"
#include "core/sync/semaphore.hpp"
#include "core/sync/variable.hpp"

namespace interleave {

// What the calling thread has used of a core.
Duration threadCpuTime();

// Another actor, as a value that programs pass around.
struct ActorHandle {
    ActorId id;
};

template <class Operation>
class [[nodiscard]] Awaiting : public Operation {
public:
    template <class... Args>
    explicit Awaiting(Actor& actor, Args&&... args) : Operation(std::forward<Args>(args)...), m_actor(actor) {}

    bool await_ready() { return m_actor.runtime->perform(m_actor, *this); }
    void await_suspend(std::coroutine_handle<> awaiter) const noexcept { m_actor.next = awaiter; }
    auto await_resume() { return Operation::result(); }

private:
    Actor& m_actor;
};

class LockOperation : public PendingOperation {
public:
    LockOperation(Mutex mutex, int line) : PendingOperation(Operation::lock, mutex.id(), line), m_mutex(mutex) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    Mutex m_mutex;
};

class UnlockOperation : public PendingOperation {
public:
    UnlockOperation(Mutex mutex, int line) : PendingOperation(Operation::unlock, mutex.id(), line), m_mutex(mutex) {}
    // Throws where the caller does not own the lock.
    void result() const;

protected:
    Step begin(Actor& actor) override;

private:
    Mutex m_mutex;
    Unlocked m_outcome{};
};

class AcquireOperation : public PendingOperation {
public:
    AcquireOperation(Semaphore semaphore, int line)
        : PendingOperation(Operation::acquire, semaphore.id(), line), m_semaphore(semaphore) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    Semaphore m_semaphore;
};

class ReleaseOperation : public PendingOperation {
public:
    ReleaseOperation(Semaphore semaphore, int line)
        : PendingOperation(Operation::release, semaphore.id(), line), m_semaphore(semaphore) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    Semaphore m_semaphore;
};

// Gives the mutex up, waits to be notified, locks the mutex again.
class WaitOperation : public PendingOperation {
public:
    WaitOperation(Condition condition, Mutex mutex, int line)
        : PendingOperation(Operation::wait, condition.id(), line), m_condition(condition), m_mutex(mutex) {}
    void result() const;

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;

private:
    enum class Stage { notified, locked };

    Condition m_condition;
    Mutex m_mutex;
    Stage m_stage = Stage::notified;  // what the next resumption means
    Unlocked m_outcome{};
};

class NotifyOperation : public PendingOperation {
public:
    NotifyOperation(Condition condition, Notify howMany, int line)
        : PendingOperation(Operation::notify, condition.id(), line), m_condition(condition), m_howMany(howMany) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    Condition m_condition;
    Notify m_howMany;
};

class PassEventOperation : public PendingOperation {
public:
    PassEventOperation(EventFlag flag, int line) : PendingOperation(Operation::wait, flag.id(), line), m_flag(flag) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    EventFlag m_flag;
};

class SetEventOperation : public PendingOperation {
public:
    enum class To { set, clear };
    SetEventOperation(EventFlag flag, To to, int line)
        : PendingOperation(Operation::set, flag.id(), line), m_flag(flag), m_to(to) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    EventFlag m_flag;
    To m_to;
};

class PutOperation : public PendingOperation {
public:
    PutOperation(BoundedQueue queue, std::int64_t item, int line)
        : PendingOperation(Operation::put, queue.id(), line), m_queue(queue), m_item(item) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    BoundedQueue m_queue;
    std::int64_t m_item;
};

class GetOperation : public PendingOperation {
public:
    GetOperation(BoundedQueue queue, int line) : PendingOperation(Operation::get, queue.id(), line), m_queue(queue) {}
    std::int64_t result() const { return m_item; }

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;

private:
    BoundedQueue m_queue;
    std::int64_t m_item = 0;
};

class ReadOperation : public PendingOperation {
public:
    ReadOperation(Variable variable, int line)
        : PendingOperation(Operation::read, variable.id(), line), m_variable(variable) {}
    std::int32_t result() const { return m_value; }

protected:
    Step begin(Actor& actor) override;

private:
    Variable m_variable;
    std::int32_t m_value = 0;
};

class WriteOperation : public PendingOperation {
public:
    WriteOperation(Variable variable, std::int32_t value, int line)
        : PendingOperation(Operation::write, variable.id(), line), m_variable(variable), m_value(value) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    Variable m_variable;
    std::int32_t m_value;
};

class SleepOperation : public PendingOperation {
public:
    // `reason`: sleep, or io where a device is waited for that answers after so long.
    SleepOperation(Duration length, WaitReason reason, int line)
        : PendingOperation(Operation::sleep, {}, line), m_length(length), m_reason(reason) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;

private:
    Duration m_length;
    WaitReason m_reason;
    Duration m_until{};
};

// Burns a real core, in chunks short enough to see the end of a slice, a preemption or a pause in time.
class ComputeOperation : public PendingOperation {
public:
    ComputeOperation(Duration length, int line) : PendingOperation(Operation::compute, {}, line), m_left(length) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;

private:
    Step burn(Actor& actor);

    Duration m_left;  // of the actor's own time on a core, at tempo 1
};

class JoinOperation : public PendingOperation {
public:
    JoinOperation(ActorHandle whom, int line) : PendingOperation(Operation::join, {}, line), m_whom(whom) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    ActorHandle m_whom;
};

class YieldOperation : public PendingOperation {
public:
    explicit YieldOperation(int line) : PendingOperation(Operation::yield, {}, line) {}
    void result() const {}

protected:
    Step begin(Actor&) override { return Step::yield(ReadyReason::yielded); }
};

// Marks the actor as ended and lets those go on who joined it.
void wakeJoiners(const Caller& caller, ActorSlot& slot);

}  // namespace interleave
