// What all operations of an actor share: each is a machine over a primitive, awaited through Awaiting<>, which hands
// it to the actor's runtime.
#pragma once

#include "core/runtime/runtime.hpp"

namespace interleave {

template <class Operation>
class [[nodiscard]] Awaiting : public Operation {
public:
    template <class... Args>
    explicit Awaiting(Actor& actor, Args&&... args) : Operation(std::forward<Args>(args)...), m_actor(actor) {}

    bool await_ready() { return m_actor.runtime->perform(m_actor, *this); }
    void await_suspend(std::coroutine_handle<> awaiter) const noexcept { m_actor.next = awaiter; }
    auto await_resume() {
        if (Operation::thrown()) [[unlikely]] std::rethrow_exception(Operation::thrown());
        return Operation::result();
    }

private:
    Actor& m_actor;
};

// The same operation with a limit: true if it got what it wanted, false if its limit was over first.
template <class Operation>
class Timed : public Operation {
public:
    using Operation::Operation;
    bool result() const {
        Operation::result();
        return !Operation::gaveUp();
    }
};

}  // namespace interleave
