// What /proc says of a process at a moment, and how that fits into the value of one event.
#pragma once

#include <algorithm>
#include <cstdint>

namespace interleave {

// Memory in KiB, of what is present: private is what this process alone has, shared what others have mapped as well.
// More than fits is told as the most that does: 16 GiB, 65,535 threads.
struct ProcessSample {
    char state = '\0';  // the letter of proc(5); 0: not told
    std::uint32_t parent = 0;
    std::uint32_t threads = 0;
    std::uint32_t privateKiB = 0;
    std::uint32_t sharedKiB = 0;

    static constexpr std::uint32_t kMostKiB = (1U << 24) - 1;
    static constexpr std::uint32_t kMostThreads = (1U << 16) - 1;

    constexpr std::int64_t packed() const {
        const std::uint64_t word = std::uint64_t{std::min(threads, kMostThreads)} << 48 |
                                   std::uint64_t{std::min(privateKiB, kMostKiB)} << 24 | std::min(sharedKiB, kMostKiB);
        return static_cast<std::int64_t>(word);
    }
    void unpack(std::int64_t value) {
        const auto word = static_cast<std::uint64_t>(value);
        threads = static_cast<std::uint32_t>(word >> 48);
        privateKiB = static_cast<std::uint32_t>(word >> 24) & kMostKiB;
        sharedKiB = static_cast<std::uint32_t>(word) & kMostKiB;
    }
    friend bool operator==(const ProcessSample&, const ProcessSample&) = default;
};

}  // namespace interleave
