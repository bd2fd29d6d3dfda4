// A function with a stack of its own that can stop in the middle and go on later: what a greenlet is. It may be stopped
// in whatever function it has called, so code between, which knows nothing of that, need not be written for it.
//
// By makecontext(3), on pages of its own below which one is forbidden: a stack that overflows ends the program instead
// of writing into another's memory. The sanitizers are told of each switch.
//
// Thread safety: made, resumed and destroyed by one thread.
#pragma once

#include <ucontext.h>

#include <cstddef>
#include <exception>
#include <functional>

namespace interleave {

class Fiber {
public:
    static constexpr std::size_t kStackBytes = 128 * 1024;

    // Throws std::bad_alloc where there is no room for a stack.
    explicit Fiber(std::function<void()> body);
    // One that has not come to its end is unwound: what lies on its stack is destroyed.
    ~Fiber();
    Fiber(const Fiber&) = delete;
    Fiber& operator=(const Fiber&) = delete;

    // Runs it until it stops or has ended. It has not ended yet.
    void resume();
    bool done() const { return m_isDone; }
    // What it was ended by, if that was an exception.
    std::exception_ptr failure() const { return m_failure; }

    // The one that this thread runs in; null: none.
    static Fiber* current();
    // From within: stops here until it is resumed. Not within a catch block: those are the thread's, not the stack's.
    void stop();

private:
    struct Unwound {};  // thrown where one stands that is destroyed

    static void enter(unsigned low, unsigned high);
    void live();
    void switchTo(ucontext_t& from, const ucontext_t& to, bool isEntering, bool isLast);

    std::function<void()> m_body;
    std::byte* m_pages = nullptr;
    ucontext_t m_own{};
    ucontext_t m_resumer{};
    Fiber* m_outer = nullptr;  // in which it was resumed
    std::exception_ptr m_failure;
    bool m_isBegun = false;
    bool m_isDone = false;
    bool m_isUnwinding = false;

    // What the sanitizers want to know (core/coro/fiber.cpp).
    void* m_threadSanitizers = nullptr;
    void* m_resumersThreadSanitizers = nullptr;
    const void* m_resumersStack = nullptr;
    std::size_t m_resumersStackBytes = 0;
};

}  // namespace interleave
