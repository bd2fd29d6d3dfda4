// The overview's picture: every pixel column tells the exact share of each state. Pure.
#pragma once

#include <QImage>

#include "core/trace/store.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

// A row for each actor, in the timeline's order, while rows are a few pixels high; beyond that an actor stands for its
// neighbours as well. `size` in device pixels.
QImage overviewRows(const Store& store, TimeRange range, QSize size, const Theme& theme);

}  // namespace interleave::ui
