// The shared words of one ring. The writer's words and the reader's stand on lines of their own:
// neither side's stores slow the other's loads.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace interleave {

inline constexpr std::size_t kCacheLine = 64;
// 65,536 slots of 32 bytes, 2 MiB: 1.3 ms of a writer that does nothing but record (50 M/s), and
// still inside a second-level cache together with what the drain copies from it.
inline constexpr std::uint32_t kRingSlots = 1U << 16;
inline constexpr std::uint32_t kMostRings = 4096;

enum class RingState : std::uint32_t { unclaimed, live, closed };
enum class WhenFull : std::uint32_t { wait, drop };

struct RingWords {
    // Written by the ring's owner.
    alignas(kCacheLine) std::atomic<std::uint64_t> pending{0};  // 0, or a lower bound of the stamp under way
    std::atomic<std::uint64_t> head{0};                         // slots ever published
    std::atomic<std::uint64_t> dropped{0};
    std::atomic<std::uint64_t> waitedNs{0};                     // before a full ring
    // Written by the drain.
    alignas(kCacheLine) std::atomic<std::uint64_t> tail{0};     // slots ever taken
    // Changed seldom.
    alignas(kCacheLine) std::atomic<RingState> state{RingState::unclaimed};
    std::atomic<std::uint32_t> generation{0};
    std::atomic<std::uint32_t> ownerTid{0};  // what a claim is made by; 0: nobody's
    std::atomic<std::uint32_t> ownerPid{0};
    std::atomic<WhenFull> whenFull{WhenFull::wait};
};

}  // namespace interleave
