// Numbers with types: an actor cannot be passed where an object is wanted.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace interleave {

template <class Tag>
struct Id {
    std::uint32_t value = kNone;

    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

    constexpr bool exists() const noexcept { return value != kNone; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

// Whoever acts: a thread, a process, a task on a worker, a coroutine. Counted from 0 in one run.
using ActorId = Id<struct ActorTag>;
// Whatever is acted upon: a lock, a queue, a variable. Counted from 0 in one run.
using ObjectId = Id<struct ObjectTag>;
// A core of this machine, as the kernel numbers them, or a worker's core in the `workers` runtime.
using CoreId = Id<struct CoreTag>;
// A string in the trace's table.
using StringId = Id<struct StringTag>;

}  // namespace interleave

template <class Tag>
struct std::hash<interleave::Id<Tag>> {
    std::size_t operator()(interleave::Id<Tag> id) const noexcept { return id.value; }
};
