// Who read and wrote a shared variable, and when: the table that courses draw of a race, taken from a run. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave::ui {

struct Access {
    TraceTime at;
    ActorId actor;
    bool writes = false;
    std::int64_t value = 0;      // read, or written
    bool lost = false;           // a write that the next one destroyed, not having seen it
    bool destroys = false;       // a write that destroyed the one before it
};

struct Interleaving {
    ObjectId variable;                // none: the run has no variable, or nobody touched one near here
    std::vector<Access> accesses;     // in their order; those around the cursor
    std::vector<ActorId> actors;      // who stands among them, by id: one column each
    std::optional<std::size_t> now;   // the last access at or before the cursor

    // The variable that was touched last at or before `cursor` (else first after it), and about `most` accesses around
    // that moment, two thirds of them before it. Looks at 200,000 events in either direction at most.
    static Interleaving around(const Store& store, TraceTime cursor, std::size_t most);
};

}  // namespace interleave::ui
