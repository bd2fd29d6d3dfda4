// Waiting for others and letting them go on: semaphores, conditions, events, barriers.
#pragma once

#include <algorithm>
#include <string>

#include "core/runtime/operation.hpp"
#include "core/sync/barrier.hpp"
#include "core/sync/condition.hpp"
#include "core/sync/semaphore.hpp"

namespace interleave {

class AcquireOperation : public PendingOperation {
public:
    AcquireOperation(Semaphore semaphore, Limit limit, int line)
        : PendingOperation(Operation::acquire, semaphore.id(), line, limit), m_semaphore(semaphore) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_semaphore.giveUp(caller); }

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

// Gives the mutex up, waits to be notified (within the limit, if there is one), locks the mutex again (for as long as
// that takes).
class WaitOperation : public PendingOperation {
public:
    WaitOperation(Condition condition, Mutex mutex, Limit limit, int line)
        : PendingOperation(Operation::wait, condition.id(), line, limit ? std::max(Duration{1}, *limit) : limit),
          m_condition(condition),
          m_mutex(mutex) {}
    // Throws where the caller does not own the mutex.
    void result() const;

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_condition.giveUp(caller); }

private:
    enum class Stage { notified, locked };
    Step lockedAgain(Actor& actor);

    Condition m_condition;
    Mutex m_mutex;
    Stage m_stage = Stage::notified;  // what the next resumption means
    std::uint32_t m_nested = 0;       // how deep a recursive mutex was held
    std::string m_misuse;
};

class NotifyOperation : public PendingOperation {
public:
    NotifyOperation(Condition condition, Notify howMany, int line)
        : PendingOperation(Operation::notify, condition.id(), line), m_condition(condition), m_howMany(howMany) {}
    // Throws where the condition has a mutex that the caller does not own.
    void result() const;

protected:
    Step begin(Actor& actor) override;

private:
    Condition m_condition;
    Notify m_howMany;
    std::string m_misuse;
};

class PassEventOperation : public PendingOperation {
public:
    PassEventOperation(EventFlag flag, Limit limit, int line)
        : PendingOperation(Operation::wait, flag.id(), line, limit), m_flag(flag) {}
    void result() const {}
    bool tookNothing() const override { return true; }

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_flag.giveUp(caller); }

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

class ArriveOperation : public PendingOperation {
public:
    ArriveOperation(Barrier barrier, int line)
        : PendingOperation(Operation::wait, barrier.id(), line), m_barrier(barrier) {}
    // As which it came in this round, from 0; the last one opened the barrier.
    std::uint32_t result() const { return m_place; }

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_barrier.giveUp(caller); }

private:
    Barrier m_barrier;
    std::uint32_t m_place = 0;
};

}  // namespace interleave
