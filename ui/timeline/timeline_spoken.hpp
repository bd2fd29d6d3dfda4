// The timeline in words, for whoever hears the window instead of seeing it. Pure.
#pragma once

#include <QString>

#include "core/trace/store.hpp"
#include "ui/live/view_state.hpp"

namespace interleave::ui {

// What is shown, where the cursor is, and what each actor does there: "T1: waiting for B, held by T2." Of many actors
// the first kMostSpoken, and how many others there are.
inline constexpr std::size_t kMostSpoken = 8;
QString timelineSpoken(const Store& store, const ViewState& view);

}  // namespace interleave::ui
