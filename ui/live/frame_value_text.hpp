// What goes into a generator's frame, comes out of it or stands in it, as a program would write it: 15.0, 'text', None.
// Pure.
#pragma once

#include <QString>

#include "core/trace/frame_value.hpp"
#include "core/trace/store.hpp"

namespace interleave::ui {

QString frameValueText(const Store& store, const FrameValue& value);

}  // namespace interleave::ui
