// What only processes can do to each other.
#pragma once

#include "core/runtime/join_operation.hpp"

namespace interleave {

// Thrown by a program to end with this exit status.
struct ProgramExit {
    int status = 0;
};

// Sends a signal to the process of another actor. One that has ended gets none.
class SignalOperation : public PendingOperation {
public:
    SignalOperation(ActorHandle whom, int number, int line)
        : PendingOperation(Operation::other, {}, line), m_whom(whom), m_number(number) {}
    // Whether there was anybody to get it. Throws where the other is no process.
    bool result() const;

protected:
    Step begin(Actor& actor) override;

private:
    enum class Outcome { sent, hasEnded, isNoProcess };

    ActorHandle m_whom;
    int m_number;
    Outcome m_outcome = Outcome::sent;
};

}  // namespace interleave
