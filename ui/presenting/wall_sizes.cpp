#include "ui/presenting/wall_sizes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace interleave::ui {
namespace {

constexpr std::array kTypes{kSmallestType, 0.8, 0.9, 1.0, 1.15, 1.3, kLargestType};
constexpr double kAlike = 0.01;

// Pixels on a screen of 1920 × 1080.
constexpr double kLines = 1080;
constexpr double kNarrowest =
    1440;  // columns for so many lines: a narrower screen has smaller type, not less beside it
constexpr double kWallMargin = 40;
constexpr double kWallGap = 22;
constexpr double kHeaderHigh = 116;
constexpr double kSentenceHigh = 186;
constexpr double kFootHigh = 46;
constexpr double kPanelShare = 0.37;
constexpr double kWidePanelShare = 0.46;

}  // namespace

double largerType(double type) {
    const auto next = std::find_if(kTypes.begin(), kTypes.end(), [type](double each) { return each > type + kAlike; });
    return next == kTypes.end() ? kTypes.back() : *next;
}

double smallerType(double type) {
    const auto next =
        std::find_if(kTypes.rbegin(), kTypes.rend(), [type](double each) { return each < type - kAlike; });
    return next == kTypes.rend() ? kTypes.front() : *next;
}

WallSizes::WallSizes(QSize screen, double type)
    : m_unit(std::min(screen.height() / kLines, screen.width() / kNarrowest)),
      m_type(std::clamp(type, kSmallestType, kLargestType)) {}

int WallSizes::pixels(double atThousandEighty) const {
    return std::max(1, static_cast<int>(std::lround(atThousandEighty * text())));
}

WallPlaces placesOn(QSize screen, const WallSizes& sizes, Beside beside) {
    const double margin = std::round(kWallMargin * sizes.unit());
    const double gap = std::round(kWallGap * sizes.unit());
    const double width = screen.width() - 2 * margin;
    const double header = std::round(kHeaderHigh * sizes.text());
    const double foot = std::round(kFootHigh * sizes.text());
    const double sentence = std::round(kSentenceHigh * sizes.text());
    const double bottom = screen.height() - foot;
    const double share = beside == Beside::nothing ? 0 : beside == Beside::panel ? kPanelShare : kWidePanelShare;

    WallPlaces places;
    places.header = {margin, 0, width, header};
    places.foot = {margin, bottom, width, foot};
    places.page = {margin, header, width, bottom - header};
    places.sentence = {margin, bottom - sentence, width, sentence};
    const double height = std::max(1.0, bottom - sentence - gap - header);
    const double panel = std::round(width * share);
    places.timeline = {margin, header, width - (panel > 0 ? panel + gap : 0), height};
    if (panel > 0) places.panel = {margin + width - panel, header, panel, height};
    return places;
}

}  // namespace interleave::ui
