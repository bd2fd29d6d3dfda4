// Which events, and which stretches of an actor's lane, a kind of moment means. Private to the search for moments.
//
// Thread safety: pure.
#pragma once

#include <string_view>

#include "core/trace/moment.hpp"

namespace interleave {

// Whether such a moment is a stretch of a lane that begins; the others are told by events.
bool isOfLane(MomentKind kind);
bool matches(MomentKind kind, const Look& look);
bool matches(MomentKind kind, const Event& event, const Store& store);

// What it happens to, by name; empty where that is nothing with a name.
std::string_view subjectOf(const Look& look, const Store& store);
std::string_view subjectOf(const Event& event, const Store& store);

}  // namespace interleave
