#include "app/lock_waits.hpp"

#include <algorithm>

namespace interleave::app {

Duration longestWait(const Store& store, ObjectId lock) {
    Duration longest = store.object(lock).maxWait;
    for (const ActorState& actor : store.state().actors()) {
        if (actor.phase == Phase::waiting && actor.waitReason == WaitReason::lock && actor.waitingFor == lock.value)
            longest = std::max(longest, store.now() - actor.since);
    }
    return longest;
}

}  // namespace interleave::app
