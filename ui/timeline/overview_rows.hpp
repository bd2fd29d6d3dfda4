// The overview's picture: every pixel column tells the exact share of each state. Pure.
#pragma once

#include <QImage>

#include "core/trace/store.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

// A row for each actor, in the timeline's order, while rows are a few pixels high; beyond that an actor stands for its
// neighbours as well. `size` in device pixels; a row is at most `highestRow` of them, its gap included.
QImage overviewRows(const Store& store, TimeRange range, QSize size, const Theme& theme, int highestRow = 13);

}  // namespace interleave::ui
