#include "ui/exporting/animation/palette.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace interleave::ui {
namespace {

struct CountedColor {
    QRgb color;
    std::uint64_t count;
};
using Box = std::vector<CountedColor>;

// Of a box, which of red, green and blue reaches farthest, and how far.
struct Widest {
    int channel = 0;
    int reach = 0;
};

int channelOf(QRgb color, int channel) { return static_cast<int>((color >> (16 - 8 * channel)) & 0xFF); }

Widest widestOf(const Box& box) {
    Widest widest;
    for (int channel = 0; channel < 3; ++channel) {
        int low = 255, high = 0;
        for (const CountedColor& each : box) {
            low = std::min(low, channelOf(each.color, channel));
            high = std::max(high, channelOf(each.color, channel));
        }
        if (high - low > widest.reach) widest = {channel, high - low};
    }
    return widest;
}

std::uint64_t sumOf(const Box& box) {
    std::uint64_t sum = 0;
    for (const CountedColor& each : box) sum += each.count;
    return sum;
}

// Cut where half of its pixels lie on each side; each side has a colour at least.
std::pair<Box, Box> cut(Box box) {
    const int channel = widestOf(box).channel;
    std::ranges::sort(box, [channel](const CountedColor& a, const CountedColor& b) {
        const int left = channelOf(a.color, channel), right = channelOf(b.color, channel);
        return left != right ? left < right : a.color < b.color;
    });
    const std::uint64_t half = sumOf(box) / 2;
    std::uint64_t passed = 0;
    std::size_t at = 1;
    for (; at + 1 < box.size(); ++at) {
        passed += box[at - 1].count;
        if (passed >= half) break;
    }
    const auto middle = box.begin() + static_cast<std::ptrdiff_t>(at);
    return {Box(box.begin(), middle), Box(middle, box.end())};
}

QRgb meanOf(const Box& box) {
    std::array<std::uint64_t, 3> sums{};
    for (const CountedColor& each : box)
        for (int channel = 0; channel < 3; ++channel)
            sums[static_cast<std::size_t>(channel)] +=
                each.count * static_cast<std::uint64_t>(channelOf(each.color, channel));
    const std::uint64_t count = sumOf(box);
    const auto mean = [&](std::size_t channel) { return static_cast<int>((sums[channel] + count / 2) / count); };
    return qRgb(mean(0), mean(1), mean(2));
}

// What is cut next: where most pixels would be shown worst.
double badness(const Box& box) {
    return box.size() < 2 ? 0 : static_cast<double>(sumOf(box)) * widestOf(box).reach * widestOf(box).reach;
}

std::vector<QRgb> medianCut(Box rest, std::size_t most) {
    std::vector<std::pair<double, Box>> boxes;
    boxes.emplace_back(badness(rest), std::move(rest));
    while (boxes.size() < most) {
        const auto worst = std::ranges::max_element(boxes, {}, &std::pair<double, Box>::first);
        if (worst->first <= 0) break;
        auto [low, high] = cut(std::move(worst->second));
        *worst = {badness(low), std::move(low)};
        boxes.emplace_back(badness(high), std::move(high));
    }
    std::vector<QRgb> colors;
    for (const auto& [unused, box] : boxes) colors.push_back(meanOf(box));
    return colors;
}

}  // namespace

void ColorCount::add(const QImage& image, const QRect& area) {
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        // Neighbours are alike: a run is looked up once.
        for (int x = area.left(); x <= area.right();) {
            const QRgb color = row[x];
            const int begun = x;
            while (x <= area.right() && row[x] == color) ++x;
            m_counts[color | 0xFF000000] += static_cast<std::uint64_t>(x - begun);
        }
    }
}

Palette::Palette(const ColorCount& colors, int most) {
    Box all;
    for (const auto& [color, count] : colors.counts()) all.push_back({color, count});
    if (all.empty()) all.push_back({qRgb(0, 0, 0), 1});
    // By colour where equally frequent: the same pictures give the same bytes.
    std::ranges::sort(all, [](const CountedColor& a, const CountedColor& b) {
        return a.count != b.count ? a.count > b.count : a.color < b.color;
    });
    const std::size_t wanted = static_cast<std::size_t>(std::clamp(most, 2, 256));
    const std::size_t exact = all.size() <= wanted ? all.size() : wanted / 2;
    for (std::size_t i = 0; i < exact; ++i) m_colors.push_back(all[i].color);
    if (exact < all.size()) {
        const auto rest = medianCut(Box(all.begin() + static_cast<std::ptrdiff_t>(exact), all.end()), wanted - exact);
        m_colors.insert(m_colors.end(), rest.begin(), rest.end());
    }
    for (std::size_t i = 0; i < m_colors.size(); ++i) m_known.emplace(m_colors[i], static_cast<int>(i));
}

int Palette::indexOf(QRgb color) {
    color |= 0xFF000000;
    if (const auto found = m_known.find(color); found != m_known.end()) return found->second;
    int best = 0;
    int bestDistance = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < m_colors.size(); ++i) {
        int distance = 0;
        for (int channel = 0; channel < 3; ++channel) {
            const int apart = channelOf(color, channel) - channelOf(m_colors[i], channel);
            distance += apart * apart;
        }
        if (distance >= bestDistance) continue;
        bestDistance = distance;
        best = static_cast<int>(i);
    }
    m_known.emplace(color, best);
    return best;
}

}  // namespace interleave::ui
