// Taking and giving back what can be owned: mutexes and reader-writer locks.
#pragma once

#include <string>

#include "core/runtime/join_operation.hpp"
#include "core/runtime/operation.hpp"
#include "core/sync/mutex.hpp"
#include "core/sync/reader_writer_lock.hpp"

namespace interleave {

class LockOperation : public PendingOperation {
public:
    LockOperation(Mutex mutex, Limit limit, int line)
        : PendingOperation(Operation::lock, mutex.id(), line, limit), m_mutex(mutex) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_mutex.giveUp(caller); }

private:
    Mutex m_mutex;
};

// A wait for a mutex that another actor may end.
class CancellableLockOperation : public PendingOperation {
public:
    CancellableLockOperation(Mutex mutex, int line)
        : PendingOperation(Operation::lock, mutex.id(), line), m_mutex(mutex) {}
    // False: the wait was cancelled.
    bool result() const { return !m_cancelled; }

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;

private:
    Mutex m_mutex;
    bool m_cancelled = false;
};

class CancelWaitOperation : public PendingOperation {
public:
    CancelWaitOperation(ActorHandle whom, int line) : PendingOperation(Operation::other, {}, line), m_whom(whom) {}
    // False: there was no such wait to be cancelled.
    bool result() const { return m_done; }

protected:
    Step begin(Actor& actor) override;

private:
    ActorHandle m_whom;
    bool m_done = false;
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
    std::string m_misuse;
};

class ReadWriteLockOperation : public PendingOperation {
public:
    ReadWriteLockOperation(ReaderWriterLock lock, LockMode mode, Limit limit, int line)
        : PendingOperation(Operation::lock, lock.id(), line, limit), m_lock(lock), m_mode(mode) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_lock.giveUp(caller, m_mode); }

private:
    ReaderWriterLock m_lock;
    LockMode m_mode;
};

class ReadWriteUnlockOperation : public PendingOperation {
public:
    ReadWriteUnlockOperation(ReaderWriterLock lock, int line)
        : PendingOperation(Operation::unlock, lock.id(), line), m_lock(lock) {}
    // Throws where the caller is not inside.
    void result() const;

protected:
    Step begin(Actor& actor) override;

private:
    ReaderWriterLock m_lock;
    std::string m_misuse;
};

}  // namespace interleave
