// A short lock over an object's shared words. It holds its owner's tid, so that whoever reaps a dead owner can
// tell and free it. What it guards is a handful of instructions: spin a little, then let others run.
//
// Thread safety: any thread of any process that has the arena mapped. Nothing blocks while it is held: ring space is
// reserved before, parking comes after.
#pragma once

#include <sched.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>

#include "core/base/clock.hpp"

namespace interleave {

inline thread_local std::uint32_t t_ownTid = 0;  // 0: not asked yet

inline std::uint32_t ownTid() noexcept {
    if (t_ownTid == 0) [[unlikely]] t_ownTid = static_cast<std::uint32_t>(::syscall(SYS_gettid));
    return t_ownTid;
}
// A forked child has a number of its own.
inline void forgetOwnTid() noexcept { t_ownTid = 0; }

class GuardLock {
public:
    explicit GuardLock(std::atomic<std::uint32_t>& word) noexcept : m_word(word) {
        for (int tries = 0;; ++tries) {
            std::uint32_t free = 0;
            // Acquire pairs with the release below: what the last holder wrote is seen.
            if (m_word.compare_exchange_weak(free, ownTid(), std::memory_order_acquire, std::memory_order_relaxed))
                break;
            constexpr int kSpins = 64;
            constexpr int kYields = 1000;
            // So long it is held only where its owner was stopped, or killed: then until it is seized (SeizedGuard).
            if (tries < kSpins) pause();
            else if (tries < kYields) ::sched_yield();
            else doze();
        }
        // What the last holder stamped lies before what this one will: else a wake may be on record before the wait.
        fenceReadings();
    }
    ~GuardLock() { m_word.store(0, std::memory_order_release); }
    GuardLock(const GuardLock&) = delete;
    GuardLock& operator=(const GuardLock&) = delete;

private:
    static void pause() noexcept {
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }

    static void doze() noexcept {
        constexpr timespec kNap{.tv_sec = 0, .tv_nsec = 50'000};
        ::nanosleep(&kNap, nullptr);
    }

    std::atomic<std::uint32_t>& m_word;
};

// Counts what was just recorded of an object, inside its critical section. Only then: where the writer is killed in
// between, its ring shows the event and the count does not, and whoever mends the object finishes what was begun.
inline void countRecorded(std::uint32_t& ticket) noexcept {
    // For the compiler alone: a process is killed between two instructions,
    // never between what its processor shows and hides.
    std::atomic_signal_fence(std::memory_order_seq_cst);
    ++ticket;
}

}  // namespace interleave
