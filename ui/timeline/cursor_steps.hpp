// Where the cursor goes when it is moved by one change. Pure.
#pragma once

#include <optional>

#include "core/trace/store.hpp"
#include "ui/timeline/lane_layout.hpp"

namespace interleave::ui {

// The next moment at which `lane` changes its look or level; none after its last.
std::optional<TraceTime> changeAfter(const Store& store, const Lane& lane, TraceTime t);
std::optional<TraceTime> changeBefore(const Store& store, const Lane& lane, TraceTime t);

// The moment of the next event of the run, whoever's it is.
std::optional<TraceTime> eventMomentAfter(const Store& store, TraceTime t);
std::optional<TraceTime> eventMomentBefore(const Store& store, TraceTime t);

}  // namespace interleave::ui
