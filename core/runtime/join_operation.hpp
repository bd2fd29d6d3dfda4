// Waiting for another actor's end.
#pragma once

#include "core/runtime/operation.hpp"

namespace interleave {

// Another actor, as a value that programs pass around.
struct ActorHandle {
    ActorId id;
};

class JoinOperation : public PendingOperation {
public:
    JoinOperation(ActorHandle whom, Limit limit, int line)
        : PendingOperation(Operation::join, {}, line, limit), m_whom(whom) {}
    void result() const {}
    bool tookNothing() const override { return true; }

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;
    bool giveUp(const Caller& caller) override;
    ActorHandle whom() const { return m_whom; }

private:
    ActorHandle m_whom;
};

// Marks the actor as ended and lets those go on who joined it.
void wakeJoiners(const Caller& caller, ActorSlot& slot);

}  // namespace interleave
