// The coroutine that an actor's program is written as, and the sub-programs that it awaits.
//
// A Task starts suspended. Awaiting one runs it to its end and then goes on with the awaiter. Both steps go through
// `ActorContext::next`: whoever drives the actor resumes that handle in a loop. Never by symmetric transfer, which
// with g++ 12 is no tail call in unoptimized and sanitizer builds: a million awaits would overflow the stack.
//
// Thread safety: a Task is run by one thread at a time, the one that drives its actor.
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

namespace interleave {

// What the driver of an actor and the actor's coroutines share.
struct ActorContext {
    std::coroutine_handle<> next;  // what to resume when the actor goes on
};

class [[nodiscard]] Task {
public:
    struct promise_type {
        ActorContext* context = nullptr;
        std::coroutine_handle<> awaiter;  // none for an actor's own program
        std::exception_ptr failure;

        Task get_return_object() { return Task{std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() const noexcept { return {}; }
        auto final_suspend() const noexcept { return AtEnd{}; }
        void return_void() const noexcept {}
        void unhandled_exception() noexcept { failure = std::current_exception(); }
    };

    Task() = default;
    Task(Task&& other) noexcept : m_frame(std::exchange(other.m_frame, nullptr)) {}
    Task& operator=(Task&& other) noexcept {
        std::swap(m_frame, other.m_frame);
        return *this;
    }
    ~Task() {
        if (m_frame) m_frame.destroy();
    }

    // Makes this the program of an actor: its driver finds the first handle in `context.next`.
    void begin(ActorContext& context) {
        m_frame.promise().context = &context;
        context.next = m_frame;
    }
    bool done() const { return m_frame.done(); }
    std::exception_ptr failure() const { return m_frame.promise().failure; }

    // co_await task: an awaiter that is a Task too.
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<promise_type> awaiter) noexcept {
        promise_type& promise = m_frame.promise();
        promise.awaiter = awaiter;
        promise.context = awaiter.promise().context;
        promise.context->next = m_frame;
    }
    void await_resume() const {
        if (m_frame.promise().failure) std::rethrow_exception(m_frame.promise().failure);
    }

private:
    struct AtEnd {
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<promise_type> ended) const noexcept {
            promise_type& promise = ended.promise();
            if (promise.context) promise.context->next = promise.awaiter;
        }
        void await_resume() const noexcept {}
    };

    explicit Task(std::coroutine_handle<promise_type> frame) : m_frame(frame) {}

    std::coroutine_handle<promise_type> m_frame;
};

}  // namespace interleave
