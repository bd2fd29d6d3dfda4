#include "ui/timeline/arrow_choice.hpp"

#include "ui/timeline/time_axis.hpp"

namespace interleave::ui {

std::size_t firstArrowAt(const Column<Arrow, 256>& arrows, TraceTime t) {
    std::size_t low = arrows.first();
    std::size_t high = arrows.end();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (arrows[middle].to < t) low = middle + 1;
        else high = middle;
    }
    return low;
}

ArrowChoice chooseArrows(const Column<Arrow, 256>& arrows, TimeRange visible, double width, std::size_t most) {
    ArrowChoice choice;
    if (visible.empty() || width <= 0) return choice;
    const std::size_t first = firstArrowAt(arrows, visible.begin);
    const std::size_t last = firstArrowAt(arrows, visible.end);
    if (last - first <= most) {
        for (std::size_t i = first; i < last; ++i) choice.arrows.push_back(arrows[i]);
        return choice;
    }
    // From each arrow on to the first one beyond its few pixels.
    for (std::size_t i = first; i < last;) {
        choice.marks.push_back(arrows[i]);
        const double x = pixelAt(arrows[i].to, visible, width);
        const TraceTime next = timeAt(x + kMarkSpacing, visible, width);
        const std::size_t found = firstArrowAt(arrows, next);
        i = found > i ? found : i + 1;
    }
    return choice;
}

}  // namespace interleave::ui
