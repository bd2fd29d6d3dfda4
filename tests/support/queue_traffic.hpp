// Producers and a consumer that do nothing but put and get, as fast as they can,
// and count what is wrong with what arrives.
#pragma once

#include "core/runtime/lab.hpp"

namespace interleave {

struct QueueTraffic {
    std::int64_t producers = 2;
    std::int64_t items = 0;       // of each
    std::int64_t capacity = 1024;
};

// Tells `got`, `missing` (never came), `doubled`, `reordered` (came after a later one of the same producer), `ns` (from
// the consumer's first get to its last).
void runQueueTraffic(Lab& lab, const QueueTraffic& traffic);

}  // namespace interleave
