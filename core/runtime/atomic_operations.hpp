// Operations on a variable that the processor makes in one step: nobody can come between the reading and the writing.
#pragma once

#include "core/runtime/runtime.hpp"
#include "core/sync/variable.hpp"

namespace interleave {

class FetchAddOperation : public PendingOperation {
public:
    FetchAddOperation(Variable variable, std::int32_t amount, int line)
        : PendingOperation(Operation::other, variable.id(), line), m_variable(variable), m_amount(amount) {}
    // What the variable held before.
    std::int32_t result() const { return m_before; }

protected:
    Step begin(Actor& actor) override {
        m_before = m_variable.fetchAdd(actor.caller(line()), m_amount);
        return Step::done();
    }

private:
    Variable m_variable;
    std::int32_t m_amount;
    std::int32_t m_before = 0;
};

}  // namespace interleave
