// Waiting for two words at once (futex_waitv, Linux 5.16), for words shared between processes.
#pragma once

#include <algorithm>
#include <array>

#include "core/base/clock.hpp"
#include "core/base/futex.hpp"

namespace interleave {

struct FutexWord {
    const std::atomic<std::uint32_t>& word;
    std::uint32_t expected;
};

// Sleeps while both words hold what is expected, at most `timeout` where one is given; it may also return before.
// False: the kernel knows no such wait, or a container forbids it.
inline bool futexWaitEither(FutexWord one, FutexWord other, std::optional<Duration> timeout) {
    const auto entry = [](const FutexWord& each) {
        futex_waitv wait{};
        wait.val = each.expected;
        wait.uaddr = reinterpret_cast<std::uintptr_t>(&each.word);
        wait.flags = FUTEX_32;
        return wait;
    };
    std::array<futex_waitv, 2> waits{entry(one), entry(other)};
    const std::int64_t until = timeout ? monotonicNs() + std::max<std::int64_t>(0, timeout->count()) : 0;
    timespec limit{.tv_sec = until / 1'000'000'000, .tv_nsec = until % 1'000'000'000};
    const long result =
        ::syscall(SYS_futex_waitv, waits.data(), waits.size(), 0, timeout ? &limit : nullptr, CLOCK_MONOTONIC);
    return result >= 0 || (errno != ENOSYS && errno != EPERM);
}

}  // namespace interleave
