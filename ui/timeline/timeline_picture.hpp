// The timeline as a picture, without a window: by the code that draws it in one. Works with any painter: pixels,
// SVG (shapes and patterns as paths), PDF. May be called in any thread that owns the store.
#pragma once

#include <QPainter>
#include <QSizeF>

#include <memory>
#include <optional>

#include "core/trace/store.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

// What stands right of the cursor: as it is, paler, or not at all, as if it had not happened yet.
enum class Future { shown, faded, hidden };

struct TimelinePictureLook {
    ThemeName theme = ThemeName::light;
    TimeRange visible;                   // empty: the whole run, with a little room after its end
    std::optional<TraceTime> cursor;     // none: no cursor
    double fontScale = 1.0;              // 1 on a desk; type and rows grow with it
    bool header = true;                  // title, legend and kernel truth in the first line
    Future future = Future::shown;       // of the cursor; without one everything is shown
};

// Paints into (0, 0) .. `size` of the painter, its ground included. Lanes that find no room are made lower, and beyond
// that left out at the bottom: ask wantedTimelineHeight() first.
void paintTimeline(QPainter& painter, QSizeF size, const Store& store, const TimelinePictureLook& look);

// The same for many moments of one run, as the frames of an animation: what does not depend on the cursor is worked out
// once. `store` must outlive it and stay as it is.
class TimelinePicture {
public:
    TimelinePicture(QSizeF size, const Store& store, const TimelinePictureLook& look);
    ~TimelinePicture();
    TimelinePicture(const TimelinePicture&) = delete;
    TimelinePicture& operator=(const TimelinePicture&) = delete;

    void paint(QPainter& painter, std::optional<TraceTime> cursor) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

// The height at which every lane has all its room.
double wantedTimelineHeight(const Store& store, const TimelinePictureLook& look);
// The least height at which every lane is there, as low as it can be.
double leastTimelineHeight(const Store& store, const TimelinePictureLook& look);

// The range that an empty `visible` stands for.
TimeRange wholeRun(const Store& store);

}  // namespace interleave::ui
