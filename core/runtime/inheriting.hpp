// How what happens to a lock becomes priorities that change, for the runtimes that schedule by them.
#pragma once

#include "core/sched/inheritance.hpp"
#include "core/sync/caller.hpp"

namespace interleave {

// `own` is the priority that its program declared for `change.who`.
inline Inheritance::Changes changesBy(Inheritance& inheritance, const LockChange& change, int own) {
    inheritance.declare(change.who, own);
    switch (change.kind) {
        case LockChange::Kind::acquired: return inheritance.acquired(change.lock, change.who);
        case LockChange::Kind::released: return inheritance.released(change.lock, change.who);
        case LockChange::Kind::awaited: return inheritance.awaited(change.lock, change.who);
        case LockChange::Kind::givenUp: return inheritance.givenUp(change.lock, change.who);
    }
    return {};
}

inline void recordInherited(RingWriter& ring, const Inheritance::Change& change) {
    ring.writeAfter({.actor = change.task.value, .object = change.lock.value, .ticket = change.waiter.value,
                     .kind = EventKind::priorityInherited, .value = change.priority});
}

// A ready task stands elsewhere.
inline void recordQueued(RingWriter& ring, ActorId task, Placement placed) {
    ring.write({.actor = task.value, .object = placed.shelf, .ticket = placed.rank, .kind = EventKind::queued});
}

}  // namespace interleave
