// What threads and processes share: an actor has a thread of the kernel to itself, and a wait blocks that.
#pragma once

#include "core/runtime/runtime.hpp"

namespace interleave {

class BlockingRuntime : public Runtime {
public:
    using Runtime::Runtime;

    bool perform(Actor& actor, PendingOperation& operation) final;
    void waitForDescriptor(Actor& actor, int fd, short events) override;
    void waitForPoller(Actor& actor, int poller, int door) override;
    void callBlocking(Actor& actor, const std::function<void()>& call) override;

protected:
    // From the first instruction to the last of the actor's program, in its own thread, with a ring of its own.
    void runProgram(Actor& actor);
    void recordReady(Actor& actor, ReadyReason why);
    // The core it saw itself on goes with it, for machines that refuse switch records.
    void recordRunning(Actor& actor);
    // Where only one actor at a time may go on with its program (threads_runtime.cpp); elsewhere nothing. Before it
    // goes on, before it waits, and between two steps of its work.
    virtual void enter(Actor&) {}
    virtual void leave(Actor&) {}
    virtual void giveWay(Actor&) {}

    // Until the actor is let go on (true), or the run's clock shows `until` (false).
    virtual bool awaitUnparked(Actor& actor, Duration until) = 0;
    // Whatever was said to let it go on is used up.
    virtual void forgetPermit(ActorSlot&) {}
    // Sleeps while `word` holds `seen`, at most until the run's clock shows `until`, whatever its rate is and becomes.
    // It may return before.
    void awaitChange(const std::atomic<std::uint32_t>& word, std::uint32_t seen, Duration until);

private:
    // From ready to running its program.
    void goOn(Actor& actor);
    void park(Actor& actor, PendingOperation& operation, Duration until);
    void sleep(Actor& actor, Duration lab);
    void sleepUntil(Actor& actor, Duration lab);
    void waitAtGate(Actor& actor, const PendingOperation& operation);
    bool passable(Actor& actor, const PendingOperation& operation);
    void letOthersRun(Actor& actor, ReadyReason why);
};

}  // namespace interleave
