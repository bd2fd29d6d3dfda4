// What all generators share, whatever they yield: who stands where, who goes on next, and what is told of it.
//
// Control never moves by recursion, nor by symmetric transfer: each step names the next handle in ActorContext::next,
// and whoever drives the actor resumes that in a loop. Frames that delegate to one another are a list: the outermost
// (the root, which the caller holds) knows the innermost, which is the one that goes on, however many stand between;
// each knows its outer one, to which its end goes. So 100,000 of them take no more of the stack than one, and are taken
// down from the innermost outwards, in a loop.
//
// Thread safety: used by the thread that drives the actor.
#pragma once

#include <coroutine>
#include <cstddef>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>

#include "core/coro/frame.hpp"
#include "core/coro/task.hpp"

namespace interleave {

// What close() throws into a generator, at the place where it stands.
struct GeneratorExit : std::exception {
    const char* what() const noexcept override { return "GeneratorExit"; }
};

// An error as Python would name it. what() is "ValueError: the message".
struct Raised : std::runtime_error {
    Raised(const std::string& kind, const std::string& said) : std::runtime_error(kind + ": " + said), message(said) {}
    std::string message;
};

// A generator is at its end: thrown by next() and send(), never seen by a loop over it.
struct StopIterationBase : std::exception {
    const char* what() const noexcept override { return "StopIteration"; }
};

class GeneratorFrame {
public:
    // One use of a generator by who awaits it. A partner that is switched to takes it over.
    struct Call {
        std::coroutine_handle<> caller;
        GeneratorFrame* answeredBy = nullptr;  // null: nothing had to run
    };

    explicit GeneratorFrame(const Frame& frame = {}) : m_bytes(t_lastFrame), m_told(frame) {}
    GeneratorFrame(const GeneratorFrame&) = delete;
    GeneratorFrame& operator=(const GeneratorFrame&) = delete;

    // A coroutine's frame is got here, by way of its promise, and so its size is known.
    static void* operator new(std::size_t bytes);
    static void operator delete(void* frame, std::size_t bytes);
    std::size_t bytes() const { return m_bytes; }

    FrameState state() const { return m_state; }
    ObjectId id() const { return m_told.id(); }
    const Frame& told() const { return m_told; }
    GeneratorFrame& innermost() { return *m_innermost; }
    bool isDelegatedTo() const { return m_outer != nullptr; }

    // Whether there is anything to run. Throws where it may not be used so: it runs already, another stands aside for
    // it, or it is handed a value before its first yield. An `error` is left where it stands, to be thrown there.
    bool admits(FrameInput input, bool handsValue, const std::exception_ptr& error = {});
    // Runs the innermost until this or a partner gives an answer. `by`: the frame that calls, `line` where it does.
    void enter(ActorContext& driver, Call& call, FrameInput input, const Frame::Telling& how);
    // Its error, taken out of it; null where it has none.
    std::exception_ptr takeFailure() { return std::exchange(m_failure, nullptr); }
    void endClosing() { m_closing = false; }

    // What drives it, as Task has it: whoever awaits another one looks here.
    ActorContext* context = nullptr;

    // By the body: it stands at a yield; it stands aside for `inner`,
    // or for a partner that the caller's answer is left to.
    void yields(const Frame::Telling& how);
    void delegates(GeneratorFrame& inner, int line);
    void switches(GeneratorFrame& partner, const Frame::Telling& how);
    void ends(FrameValue returned);
    void takeThrown() {
        if (m_thrownIn) std::rethrow_exception(std::exchange(m_thrownIn, nullptr));
    }

    // Whoever holds it, so that a holder never destroys what is gone; changed when that moves.
    void heldBy(GeneratorFrame** holder) { m_holder = holder; }
    // The whole chain, the innermost first.
    void destroy();

protected:
    void standsIn(std::coroutine_handle<> self) { m_self = self; }
    void failed(std::exception_ptr error) { m_failure = std::move(error); }

private:
    static thread_local std::size_t t_lastFrame;  // bytes of the one just got: its promise is made right after

    void resume(FrameInput input, const Frame::Telling& how);
    void answer();
    void yieldedWhileClosing();
    void leaveTo(GeneratorFrame& outer, FrameValue returned);
    void tellEnd(FrameValue returned) const;

    std::coroutine_handle<> m_self;
    GeneratorFrame* m_root = this;        // of the one that runs: whom the caller holds
    GeneratorFrame* m_innermost = this;   // of a root
    GeneratorFrame* m_outer = nullptr;    // who stands aside for this one
    GeneratorFrame** m_holder = nullptr;
    Call* m_call = nullptr;               // of a root that runs
    std::exception_ptr m_thrownIn;        // waits for it where it stands
    std::exception_ptr m_failure;         // what escaped it
    FrameState m_state{};
    bool m_closing = false;               // of a root: close() has begun
    std::size_t m_bytes;                  // of the whole frame
    Frame m_told;
};

}  // namespace interleave
