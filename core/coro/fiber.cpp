#include "core/coro/fiber.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <new>
#include <utility>

#include "core/base/require.hpp"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace interleave {
namespace {

thread_local Fiber* t_current = nullptr;

std::size_t pageBytes() { return static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)); }

}  // namespace

Fiber* Fiber::current() { return t_current; }

Fiber::Fiber(std::function<void()> body) : m_body(std::move(body)) {
    const std::size_t all = kStackBytes + pageBytes();
    void* const pages = ::mmap(nullptr, all, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    m_pages = static_cast<std::byte*>(pages);
    // The lowest one: stacks grow downwards.
    (void)::mprotect(m_pages, pageBytes(), PROT_NONE);
    (void)::getcontext(&m_own);
    m_own.uc_stack.ss_sp = m_pages + pageBytes();
    m_own.uc_stack.ss_size = kStackBytes;
    m_own.uc_link = nullptr;
    // makecontext(3) hands on nothing wider than an int.
    const auto self = reinterpret_cast<std::uintptr_t>(this);
    constexpr unsigned kHalf = 32;
    ::makecontext(&m_own, reinterpret_cast<void (*)()>(&Fiber::enter), 2, static_cast<unsigned>(self),
                  static_cast<unsigned>(self >> kHalf));
#if defined(__SANITIZE_THREAD__)
    m_threadSanitizers = __tsan_create_fiber(0);
#endif
}

Fiber::~Fiber() {
    if (m_isBegun && !m_isDone) {
        m_isUnwinding = true;
        resume();
    }
#if defined(__SANITIZE_THREAD__)
    __tsan_destroy_fiber(m_threadSanitizers);
#endif
    ::munmap(m_pages, kStackBytes + pageBytes());
}

void Fiber::resume() {
    IL_REQUIRE(!m_isDone);
    m_isBegun = true;
    m_outer = std::exchange(t_current, this);
    switchTo(m_resumer, m_own, true, false);
    t_current = m_outer;
}

void Fiber::stop() {
    IL_REQUIRE(t_current == this);
    switchTo(m_own, m_resumer, false, false);
    if (m_isUnwinding) throw Unwound{};
}

void Fiber::enter(unsigned low, unsigned high) {
    constexpr unsigned kHalf = 32;
    reinterpret_cast<Fiber*>(static_cast<std::uintptr_t>(low) | (static_cast<std::uintptr_t>(high) << kHalf))->live();
}

void Fiber::live() {
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(nullptr, &m_resumersStack, &m_resumersStackBytes);
#endif
    try {
        m_body();
    } catch (const Unwound&) {
    } catch (...) {
        m_failure = std::current_exception();
    }
    m_isDone = true;
    switchTo(m_own, m_resumer, false, true);
}

// swapcontext(3) keeps the mask of signals as well, by a system call: some 200 ns that a greenlet does not pay.
void Fiber::switchTo(ucontext_t& from, const ucontext_t& to, [[maybe_unused]] bool isEntering,
                     [[maybe_unused]] bool isLast) {
#if defined(__SANITIZE_THREAD__)
    if (isEntering) m_resumersThreadSanitizers = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(isEntering ? m_threadSanitizers : m_resumersThreadSanitizers, 0);
#endif
#if defined(__SANITIZE_ADDRESS__)
    void* fake = nullptr;
    const void* const bottom = isEntering ? m_own.uc_stack.ss_sp : m_resumersStack;
    // Null for one that does not come back: what was kept for it is given up.
    __sanitizer_start_switch_fiber(isLast ? nullptr : &fake, bottom, isEntering ? kStackBytes : m_resumersStackBytes);
#endif
    (void)::swapcontext(&from, &to);
#if defined(__SANITIZE_ADDRESS__)
    if (isEntering) __sanitizer_finish_switch_fiber(fake, nullptr, nullptr);
    else __sanitizer_finish_switch_fiber(fake, &m_resumersStack, &m_resumersStackBytes);
#endif
}

}  // namespace interleave
