// Sleeping, computing, giving way.
#pragma once

#include "core/runtime/operation.hpp"

namespace interleave {

// What the calling thread has used of a core.
Duration threadCpuTime();

class SleepOperation : public PendingOperation {
public:
    // `reason`: sleep, or io where a device is waited for that answers after so long.
    SleepOperation(Duration length, WaitReason reason, int line)
        : PendingOperation(Operation::sleep, {}, line), m_length(length), m_reason(reason) {}
    void result() const {}
    bool tookNothing() const override { return true; }

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;
    bool giveUp(const Caller& caller) override;

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

// Blocks the thread that drives the actor, as a call that knows of no event loop: everybody else on it has to wait.
class BlockOperation : public PendingOperation {
public:
    BlockOperation(Duration length, int line) : PendingOperation(Operation::other, {}, line), m_length(length) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    Duration m_length;
};

class YieldOperation : public PendingOperation {
public:
    explicit YieldOperation(int line) : PendingOperation(Operation::yield, {}, line) {}
    void result() const {}
    bool tookNothing() const override { return true; }

protected:
    Step begin(Actor&) override { return Step::yield(ReadyReason::yielded); }
};

}  // namespace interleave
