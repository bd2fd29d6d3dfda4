// Who calls a primitive, and what a primitive needs from the runtime underneath: that is all it knows of it.
#pragma once

#include <optional>

#include "core/trace/placement.hpp"
#include "core/trace/ring_writer.hpp"

namespace interleave {

// What happened to a lock whose owner inherits the priority of those who wait for it.
struct LockChange {
    enum class Kind : std::uint8_t { acquired, released, awaited, givenUp };
    Kind kind{};
    ObjectId lock;
    ActorId who;  // owns it now, owned it, waits for it, waits no more though it did not get it
};

class Parking {
public:
    virtual ~Parking() = default;
    // Lets `target` go on: at once if it is parked, else when it tries to park. May be called under a guard: it neither
    // blocks nor records. Where a scheduler of ours queued it: its place there.
    virtual std::optional<Placement> unpark(ActorId target) noexcept = 0;
    // Whoever schedules by priorities lets the owner inherit, and records that with `ring`. May be called under a
    // guard. The kernel is told nothing.
    virtual void lockChanged(const LockChange&, RingWriter& /*ring*/) noexcept {}
};

// What Caller::wake may write: that the target is ready, and where it was queued. For reserving room before a guard.
inline constexpr std::uint32_t kEventsOfAWake = 2;
// A full ring must not be waited for under a guard: of many that wait, so many are woken at a time.
inline constexpr std::uint32_t kWakesAtATime = 1024;
// What Parking::lockChanged may write for a chain of so many locks; room for a longer one is waited for under the
// guard, which holds up those who use these locks and nobody else.
inline constexpr std::uint32_t kEventsOfAnInheritance = 16;

struct Caller {
    ActorId self;
    Arena& arena;
    RingWriter& ring;
    Parking& parking;
    std::uint16_t line = 0;
    std::int64_t limitNs = 0;  // how long it is willing to wait; 0: for ever
    bool isCancelled = false;  // it gives up because somebody cancels it, not because a limit is over

    Event event(EventKind kind, ObjectId object, std::uint32_t ticket = 0, std::int64_t value = 0) const noexcept {
        return {
            .actor = self.value, .object = object.value, .ticket = ticket, .line = line, .kind = kind, .value = value};
    }
    void recordWaiting(WaitReason reason, std::uint32_t object) const noexcept {
        ring.write({.actor = self.value, .object = object, .line = line, .kind = EventKind::waiting,
                    .detail = static_cast<std::uint8_t>(reason), .value = limitNs});
    }
    // That it got nothing: its limit is over, it had but tried, or it is cancelled.
    void recordTimedOut(WaitReason reason, std::uint32_t object) const noexcept {
        if (isCancelled) return recordCancelled(reason, object);
        ring.writeAfter({.actor = self.value, .object = object, .line = line,
                         .kind = reason == WaitReason::lock ? EventKind::lockTimedOut : EventKind::waitTimedOut,
                         .detail = static_cast<std::uint8_t>(reason == WaitReason::lock ? WaitReason::none : reason),
                         .value = limitNs});
    }
    void recordCancelled(WaitReason reason, std::uint32_t object) const noexcept {
        ring.writeAfter({.actor = self.value, .object = object, .line = line, .kind = EventKind::waitCancelled,
                         .detail = static_cast<std::uint8_t>(reason), .value = -1});
    }
    // Records that `target` is ready again by this caller's doing, and lets it go on.
    void wake(ActorId target) const noexcept {
        // After: under a guard the target has stamped its waiting, and this must not be stamped before that. Without a
        // fence the clock is read while the guard is still being acquired (seen in 1 of 100 runs).
        ring.writeAfter({.actor = target.value, .kind = EventKind::ready,
                    .detail = static_cast<std::uint8_t>(ReadyReason::woken),
                    .value = self.exists() ? std::int64_t{self.value} : -1});
        // Release: who sees that it waits no more sees what was done for it.
        arena.slot(target).waitingOn.store(ObjectId::kNone, std::memory_order_release);
        const auto placed = parking.unpark(target);
        if (placed)
            ring.write(
                {.actor = target.value, .object = placed->shelf, .ticket = placed->rank, .kind = EventKind::queued});
    }
};

}  // namespace interleave
