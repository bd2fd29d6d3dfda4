#include "ui/timeline/timeline_style.hpp"

#include <algorithm>
#include <cmath>

namespace interleave::ui {
namespace {

QFont sized(double pixels, double scale, QFont::Weight weight) {
    return textFont(static_cast<int>(std::lround(pixels * scale)), weight);
}

double luminance(const QColor& color) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}  // namespace

TimelineStyle::TimelineStyle(double fontScale, bool lowDesk)
    : scale(fontScale),
      low(lowDesk),
      nameFont(sized(16, scale, QFont::Bold)),
      detailFont(sized(13, scale, QFont::Normal)),
      sectionFont(sized(13, scale, QFont::Bold)),
      labelFont(sized(15, scale, QFont::DemiBold)),
      axisFont(sized(14, scale, QFont::Normal)),
      plateFont(sized(15, scale, QFont::Bold)),
      titleFont(sized(16, scale, QFont::DemiBold)),
      legendFont(sized(14, scale, QFont::Normal)) {}

TimelineStyle TimelineStyle::onWall(double fontScale) {
    TimelineStyle style(fontScale);
    style.wall = true;
    return style;
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor edgeColor(const QColor& fill, const QColor& ground) {
    constexpr double kVisible = 3.0;
    constexpr int kStep = 106;  // percent
    QColor edge = fill;
    const bool darken = luminance(ground) > 0.4;
    for (int tries = 0; tries < 40 && contrast(edge, ground) < kVisible; ++tries)
        edge = darken ? edge.darker(kStep) : edge.lighter(kStep);
    return edge;
}

}  // namespace interleave::ui
