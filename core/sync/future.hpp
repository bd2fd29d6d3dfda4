// A value that is still to come: pending, until somebody settles it, once. Then it is done, failed or cancelled for
// ever, and who waits for it goes on. As asyncio's Future; "running" is a state of what computes it, not of this.
//
// Thread safety: any actor, in the process that made it.
#pragma once

#include <string>
#include <string_view>

#include "core/sync/waiter_list.hpp"
#include "core/sync/caller.hpp"

namespace interleave {

struct FutureWords {
    std::atomic<std::uint32_t> guard{0};
    FutureState state = FutureState::pending;
    std::int64_t value = 0;
    StringId failure;  // what it failed of
    WaiterList waiters;
};

class Future {
public:
    Future() = default;
    // Announces it, too: an actor may make one. Throws where there is no room for more objects.
    static Future make(Arena& arena, RingWriter& ring, std::string_view name);

    ObjectId id() const { return m_id; }

    // True: it is settled. False: queued, park; when that returns, it is settled.
    bool passOrQueue(const Caller& caller) const;
    // A queued caller's limit is over, or it is cancelled. False: the future was settled before that.
    bool giveUp(const Caller& caller) const;
    // `to`: done, with its value; failed, of that; or cancelled. False, and nothing changes,
    // where it was settled before.
    bool settle(const Caller& caller, FutureState to, std::int64_t value = 0, std::string_view failure = {}) const;

    FutureState state(const Arena& arena) const;
    // Once it is done, or has failed.
    std::int64_t value(const Arena& arena) const;
    std::string failure(const Arena& arena) const;

private:
    FutureWords& words(const Arena& arena) const { return *reinterpret_cast<FutureWords*>(arena.heap(m_at)); }

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
