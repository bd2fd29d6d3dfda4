// Which moments of a run stand in its strip, and what is said of each. Pure.
#pragma once

#include <QString>

#include <vector>

#include "core/trace/store.hpp"
#include "ui/exporting/export_options.hpp"

namespace interleave::ui {

struct StripMoment {
    TraceTime at;
    QString sentence;
    bool alarm = false;  // what cannot go well again
};

// In order of time, each once. `visible` is what the strip shows: moments are spread over it. Refused where the run has
// none of those asked for.
Expected<std::vector<StripMoment>> stripMoments(const Store& store, const StripMoments& wanted, TimeRange visible);

// Where a run turns: a first lock taken, a first wait for one, a first full or empty queue, a lost update, a deadlock,
// the end.
std::vector<TraceTime> turningPoints(const Store& store);

}  // namespace interleave::ui
