// Whether a run can still move, as far as its trace proves it. Pure.
#pragma once

#include <optional>

#include "core/trace/store.hpp"

namespace interleave {

enum class Standstill : std::uint8_t {
    none,        // somebody can move, or nobody is left
    deadlocked,  // everybody left is in a confirmed deadlock or waits behind one
    mixed,       // some are; the others wait, without a time limit, for a thing that nobody owns
    stalled      // everybody left waits so; nothing is proved
};

// After the last event of `store`.
Standstill standstillOf(const Store& store);

// Turns a standstill that lasts into the end of the run.
class StandstillWatch {
public:
    // Call now and then; `now` is real time from any beginning. The reason to end the run, once there is one.
    std::optional<Ended> look(Standstill standstill, Duration now);
    void reset() { m_seen = Standstill::none; }

private:
    Standstill m_seen = Standstill::none;
    Duration m_since{};
};

}  // namespace interleave
