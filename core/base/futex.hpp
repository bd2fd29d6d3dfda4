// The kernel's wait-on-a-word, for words shared between processes.
#pragma once

#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <optional>

#include "core/base/time.hpp"

namespace interleave {

enum class FutexWake { woken, valueDiffered, timedOut, interrupted };

// Sleeps while `word` holds `expected`, at most `timeout` (relative, CLOCK_MONOTONIC) where one is given.
inline FutexWake futexWait(const std::atomic<std::uint32_t>& word, std::uint32_t expected,
                           std::optional<Duration> timeout = std::nullopt) {
    timespec limit{};
    if (timeout) {
        const auto ns = timeout->count() > 0 ? timeout->count() : 0;
        limit = {.tv_sec = ns / 1'000'000'000, .tv_nsec = ns % 1'000'000'000};
    }
    const long result = ::syscall(SYS_futex, &word, FUTEX_WAIT, expected, timeout ? &limit : nullptr, nullptr, 0);
    if (result == 0) return FutexWake::woken;
    if (errno == EAGAIN) return FutexWake::valueDiffered;
    if (errno == ETIMEDOUT) return FutexWake::timedOut;
    return FutexWake::interrupted;
}

inline void futexWake(const std::atomic<std::uint32_t>& word, int howMany = INT_MAX) {
    ::syscall(SYS_futex, &word, FUTEX_WAKE, howMany, nullptr, nullptr, 0);
}

}  // namespace interleave
