// The coroutine that an actor's program is written as, and the sub-programs that it awaits: Task,
// and ValueTask<T> for one that comes back with a value.
//
// A Task starts suspended. Awaiting one runs it to its end and then goes on with the awaiter. Both steps go through
// `ActorContext::next`: whoever drives the actor resumes that handle in a loop. Never by symmetric transfer, which
// with g++ 12 is no tail call in unoptimized and sanitizer builds: a million awaits would overflow the stack.
//
// Who destroys a Task in the middle destroys the sub-programs that it awaits, too, the innermost first and one after
// the other: each frame owns the next, and destructors calling each other would overflow the stack as well.
//
// Thread safety: a Task is run by one thread at a time, the one that drives its actor.
#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace interleave {

// What the driver of an actor and the actor's coroutines share.
struct ActorContext {
    std::coroutine_handle<> next;  // what to resume when the actor goes on
};

// Thrown at the await of an actor that is cancelled. No std::exception, as Python's CancelledError is no Exception: who
// catches errors does not catch this by the way.
struct Cancelled {};

// What the frames of a program know of each other.
struct FrameLinks {
    ActorContext* context = nullptr;
    std::coroutine_handle<> frame;   // its own
    FrameLinks* awaiter = nullptr;   // none for an actor's own program
    FrameLinks* awaited = nullptr;   // the sub-program that it waits for
    FrameLinks** owner = nullptr;    // once it is awaited: what would destroy it
    std::exception_ptr failure;

    std::suspend_always initial_suspend() const noexcept { return {}; }
    auto final_suspend() const noexcept { return AtEnd{}; }
    void unhandled_exception() noexcept { failure = std::current_exception(); }

private:
    struct AtEnd {
        bool await_ready() const noexcept { return false; }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> ended) const noexcept {
            FrameLinks& links = ended.promise();
            if (links.awaiter) links.awaiter->awaited = nullptr;
            if (links.context) links.context->next = links.awaiter ? links.awaiter->frame : nullptr;
        }
        void await_resume() const noexcept {}
    };
};

// Owns the frame of a coroutine: what Task and ValueTask share.
class FrameHolder {
public:
    FrameHolder() = default;
    FrameHolder(FrameHolder&& other) noexcept : m_links(std::exchange(other.m_links, nullptr)) {}
    FrameHolder& operator=(FrameHolder&& other) noexcept {
        std::swap(m_links, other.m_links);
        return *this;
    }
    ~FrameHolder() {
        if (m_links) destroy(*m_links);
    }

    bool exists() const { return m_links != nullptr; }
    bool done() const { return m_links->frame.done(); }
    std::exception_ptr failure() const { return m_links->failure; }

    // co_await: from within another such coroutine.
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> awaiter) noexcept {
        FrameLinks& outer = awaiter.promise();
        outer.awaited = m_links;
        m_links->awaiter = &outer;
        m_links->owner = &m_links;
        m_links->context = outer.context;
        outer.context->next = m_links->frame;
    }

protected:
    explicit FrameHolder(FrameLinks& links) : m_links(&links) {}
    FrameLinks& links() const { return *m_links; }
    void rethrowFailure() const {
        if (m_links->failure) std::rethrow_exception(m_links->failure);
    }

private:
    static void destroy(FrameLinks& outermost) noexcept {
        FrameLinks* last = &outermost;
        while (last->awaited) last = last->awaited;
        while (last != &outermost) {
            FrameLinks* const awaiter = last->awaiter;
            *last->owner = nullptr;  // it lies in the awaiter's frame, and would destroy it again
            last->frame.destroy();
            last = awaiter;
        }
        outermost.frame.destroy();
    }

    FrameLinks* m_links = nullptr;
};

class [[nodiscard]] Task : public FrameHolder {
public:
    using Value = void;
    struct promise_type : FrameLinks {
        Task get_return_object() {
            frame = std::coroutine_handle<promise_type>::from_promise(*this);
            return Task{*this};
        }
        void return_void() const noexcept {}
    };

    Task() = default;

    // Makes this the program of an actor: its driver finds the first handle in `context.next`.
    void begin(ActorContext& context) {
        links().context = &context;
        context.next = links().frame;
    }
    void await_resume() const { rethrowFailure(); }

private:
    explicit Task(promise_type& promise) : FrameHolder(promise) {}
};

template <class T>
class [[nodiscard]] ValueTask : public FrameHolder {
public:
    using Value = T;
    struct promise_type : FrameLinks {
        std::optional<T> value;

        ValueTask get_return_object() {
            frame = std::coroutine_handle<promise_type>::from_promise(*this);
            return ValueTask{*this};
        }
        void return_value(T given) { value = std::move(given); }
    };

    ValueTask() = default;

    T await_resume() const {
        rethrowFailure();
        return *std::move(static_cast<promise_type&>(links()).value);
    }

private:
    explicit ValueTask(promise_type& promise) : FrameHolder(promise) {}
};

template <class T>
using TaskOf = std::conditional_t<std::is_void_v<T>, Task, ValueTask<T>>;

}  // namespace interleave
