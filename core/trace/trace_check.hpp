// Whether a trace obeys the laws, judged anew from its events and not from what was said while it ran. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave {

struct TraceCheck {
    std::uint64_t events = 0;            // looked at, or evicted and judged while the run went on
    std::uint64_t broken = 0;            // laws broken, those beyond the ones listed included
    std::vector<Violation> violations;   // the first 1,000
    std::vector<Deadlock> deadlocks;     // foundAfter is as the run had it; 0 for one that it did not see

    bool lawful() const { return broken == 0; }
};

// Feeds every event held to a fresh TraceState that begins at the checkpoint. For what was evicted before that, the
// verdict given then stands.
TraceCheck checkTrace(const Store& store);

// One sentence: when, who, which law, what it means.
std::string describe(const Store& store, const Violation& violation);

}  // namespace interleave
