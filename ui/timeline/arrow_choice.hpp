// Which arrows a view shows: as many as can be read, and beyond that only marks of where they arrive. Pure.
#pragma once

#include <vector>

#include "core/trace/store.hpp"

namespace interleave::ui {

inline constexpr std::size_t kMostArrows = 60;  // in view; with more, lines cover what they explain
inline constexpr double kArrowSpacing = 28;     // pixels of width for each, at least
inline constexpr double kMarkSpacing = 4;       // pixels between two marks

struct ArrowChoice {
    std::vector<Arrow> arrows;  // to be drawn from end to end, by `to`
    std::vector<Arrow> marks;   // one for each few pixels in which some arrive: the first of them
    bool aggregated() const { return !marks.empty(); }
};

// Index of the first arrow that arrives at or after `t`.
std::size_t firstArrowAt(const Column<Arrow, 256>& arrows, TraceTime t);

// Costs a binary search for each few pixels at most, however many arrows there are.
ArrowChoice chooseArrows(const Column<Arrow, 256>& arrows, TimeRange visible, double width,
                         std::size_t most = kMostArrows);

}  // namespace interleave::ui
