// Durations and moments as people read them, the same in every language: "3.20 s", "0.4 ms", "12 µs".
// About three significant figures, and the unit always named. A no-break space keeps number and unit on one line.
// Pure.
#pragma once

#include <QString>

#include "core/base/time.hpp"

namespace interleave::ui {

// Three significant figures at most; "2 min 05 s" from 100 s on. A negative one begins with a minus sign.
QString durationText(Duration duration);

// A moment of the run in seconds, with as many decimals as `resolution` can tell apart: 3, 6 or 9. "1.420 s"
QString timeText(TraceTime time, Duration resolution = std::chrono::milliseconds(1));

// A count in groups of three: "12 345 678", with thin no-break spaces, in every language.
QString countText(std::int64_t count);

}  // namespace interleave::ui
