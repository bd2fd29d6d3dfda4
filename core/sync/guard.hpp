// A short lock over an object's shared words. It holds its owner's tid, so that whoever reaps a dead owner can
// tell and free it. What it guards is a handful of instructions: spin a little, then let others run.
//
// Thread safety: any thread of any process that has the arena mapped. Nothing blocks while it is held: ring space is
// reserved before, parking comes after.
#pragma once

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>

#include "core/base/clock.hpp"

namespace interleave {

inline std::uint32_t ownTid() noexcept {
    thread_local const auto tid = static_cast<std::uint32_t>(::syscall(SYS_gettid));
    return tid;
}

class GuardLock {
public:
    explicit GuardLock(std::atomic<std::uint32_t>& word) noexcept : m_word(word) {
        for (int tries = 0;; ++tries) {
            std::uint32_t free = 0;
            // Acquire pairs with the release below: what the last holder wrote is seen.
            if (m_word.compare_exchange_weak(free, ownTid(), std::memory_order_acquire, std::memory_order_relaxed)) break;
            constexpr int kSpins = 64;
            if (tries < kSpins) pause();
            else ::sched_yield();
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

    std::atomic<std::uint32_t>& m_word;
};

}  // namespace interleave
