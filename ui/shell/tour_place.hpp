// Where a hint stands beside what it speaks of. Arithmetic only; all in pixels of the window.
#pragma once

#include <QRect>
#include <QSize>

#include <vector>

namespace interleave::ui {

// Where the hint is, as seen from what it points at.
enum class TourSide { right, below, left, above, within };

struct TourPlace {
    QRect box;      // the hint, its arrow included
    TourSide beside = TourSide::within;
    int arrow = 0;  // how far along its side the arrow points: down from the top, or right from the left; unused within
};

inline constexpr int kTourMargin = 8;  // from the window's edges

// The first of `wishes` at which a hint of size `hint` stands wholly in a window of size `window`, moved along that
// side as little as need be. Where none does, it stands within what it speaks of.
TourPlace placeOfHint(const QRect& target, QSize hint, QSize window, const std::vector<TourSide>& wishes);

}  // namespace interleave::ui
