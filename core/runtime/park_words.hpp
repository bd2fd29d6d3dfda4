// What ActorSlot::park says, on every runtime. Private to the runtimes.
#pragma once

#include <cstdint>

namespace interleave {

inline constexpr std::uint32_t kNothing = 0;
inline constexpr std::uint32_t kPermit = 1;   // given before the actor parked: it goes on at once
inline constexpr std::uint32_t kParked = 2;

}  // namespace interleave
