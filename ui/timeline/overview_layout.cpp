#include "ui/timeline/overview_layout.hpp"

#include <algorithm>

#include "ui/timeline/time_axis.hpp"

namespace interleave::ui {
namespace {

constexpr double kLeastFrame = 6;  // pixels
constexpr double kGrip = 5;        // pixels that an edge reaches to either side
constexpr Duration kLeastRange{200};

}  // namespace

TimeRange overviewRange(TimeRange span, TimeRange visible) {
    constexpr std::int64_t kRoom = 16;  // a sixteenth of the run
    const TraceTime end = span.end + span.length() / kRoom + Duration{1};
    return {std::min(span.begin, visible.begin), std::max(end, visible.end)};
}

FrameEdges frameEdges(TimeRange visible, TimeRange whole, double width) {
    FrameEdges frame{pixelAt(visible.begin, whole, width), pixelAt(visible.end, whole, width)};
    if (frame.right - frame.left >= kLeastFrame) return frame;
    const double middle =
        std::clamp((frame.left + frame.right) / 2, kLeastFrame / 2, std::max(width - kLeastFrame / 2, kLeastFrame / 2));
    return {middle - kLeastFrame / 2, middle + kLeastFrame / 2};
}

FramePart framePartAt(double x, FrameEdges frame) {
    const double inner = std::min(kGrip, (frame.right - frame.left) / 4);
    if (x >= frame.left - kGrip && x <= frame.left + inner) return FramePart::leftEdge;
    if (x >= frame.right - inner && x <= frame.right + kGrip) return FramePart::rightEdge;
    return x > frame.left && x < frame.right ? FramePart::inside : FramePart::outside;
}

TimeRange draggedRange(TimeRange visible, FramePart part, Duration by) {
    switch (part) {
        case FramePart::leftEdge: return {std::min(visible.begin + by, visible.end - kLeastRange), visible.end};
        case FramePart::rightEdge: return {visible.begin, std::max(visible.end + by, visible.begin + kLeastRange)};
        default: return {visible.begin + by, visible.end + by};
    }
}

}  // namespace interleave::ui
