// What a stretch of a lane looks like: a class, which the eye tells by colour and pattern, and what
// goes with it (the lock waited for, the actor that ran, the reason).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/trace/event.hpp"

namespace interleave {

// Classes of an actor's lane. A pixel column shows the exact share of each.
enum class StateClass : std::uint8_t {
    absent,       // not yet created
    created,      // "new": created, not yet ready
    ready,
    running,
    waitingLock,
    sleeping,
    waitingIo,
    waitingQueue,
    waitingJoin,  // join, future
    waitingGil,
    waitingOther, // semaphore, condition, event, barrier, unknown
    held,         // at the gate: by a pause, a step, a script
    suspended,
    ended,
    zombie,       // its process has ended, and nobody has asked yet how
    count_
};
// For whatever it is, time among them.
constexpr bool isWaiting(StateClass state) {
    return state >= StateClass::waitingLock && state <= StateClass::waitingOther;
}
constexpr bool isOver(StateClass state) { return state == StateClass::ended || state == StateClass::zombie; }

// A lane has at most this many classes. Core and ownership lanes use class 0 for "nobody", 1..10 for hues
// (two rounds of the five colours), 15 for a thread of the run that is no actor.
inline constexpr std::size_t kLaneClasses = 16;
using Shares = std::array<std::int64_t, kLaneClasses>;  // ns spent in each class
inline constexpr std::uint8_t kStrangerClass = 15;
constexpr std::uint8_t laneClassOfHue(std::uint8_t hue) { return static_cast<std::uint8_t>(1 + hue % 10); }
constexpr std::uint8_t hueOfLaneClass(std::uint8_t laneClass) { return static_cast<std::uint8_t>(laneClass - 1); }

// On an actor's lane, by class:
//   running   detail: RunReason    subject: what it does (StringId of the store, e.g. "compute"), or kNone
//   ready     detail: ReadyReason  subject: the actor that did it, or kNone
//   sleeping  detail: WaitReason   subject: µs asked for
//   join      detail: WaitReason   subject: the actor joined
//   waiting…  detail: WaitReason   subject: the object waited for
//   held      detail: HeldBy
// On a core's or an owner's lane: subject is the actor; detail: 0, or how many read, of whom that actor is the first.
// On a waiters' lane: subject is how many.
struct Look {
    std::uint8_t laneClass = 0;
    std::uint8_t detail = 0;
    std::uint32_t subject = ObjectId::kNone;

    StateClass state() const { return static_cast<StateClass>(laneClass); }
    ObjectId object() const { return {subject}; }
    ActorId actor() const { return {subject}; }
    friend bool operator==(const Look&, const Look&) = default;
};

using LookId = std::uint16_t;

// Looks by number. There are at most 65,536; past that a look loses its detail, then its subject.
class LookTable {
public:
    LookTable() { (void)intern(Look{}); }

    LookId intern(const Look& look);
    const Look& operator[](LookId id) const { return m_looks[id]; }
    const std::vector<Look>& all() const { return m_looks; }

private:
    std::vector<Look> m_looks;
    std::unordered_map<std::uint64_t, LookId> m_ids;
};

}  // namespace interleave
