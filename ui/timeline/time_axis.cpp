#include "ui/timeline/time_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace interleave::ui {
namespace {

struct Unit {
    std::int64_t ns;
    const char16_t* symbol;
};

constexpr std::array<Unit, 4> kUnits{{{1, u"ns"}, {1'000, u"µs"}, {1'000'000, u"ms"}, {1'000'000'000, u"s"}}};

QString written(std::int64_t ns, const Unit& unit, int decimals) {
    const double value = static_cast<double>(ns) / static_cast<double>(unit.ns);
    return QString::number(value, 'f', decimals) + QChar(0x00A0) + QString::fromUtf16(unit.symbol);
}

// Decimals that a multiple of `step` needs in `unit`: 400 ms in seconds needs one.
int decimalsFor(std::int64_t step, const Unit& unit) {
    int decimals = 0;
    for (std::int64_t scale = unit.ns; scale > 1 && step % scale != 0; scale /= 10) ++decimals;
    return decimals;
}

// A tenth of a second is still written in seconds, and no label gets more than four digits before its point.
const Unit& unitFor(std::int64_t step, std::int64_t largest) {
    constexpr std::int64_t kTooLong = 10'000;
    std::size_t u = kUnits.size() - 1;
    while (u > 0 && step < (u + 1 == kUnits.size() ? kUnits[u].ns / 10 : kUnits[u].ns)) --u;
    while (u + 1 < kUnits.size() && largest >= kTooLong * kUnits[u].ns) ++u;
    return kUnits[u];
}

const Unit& unitOf(std::int64_t ns) {
    std::size_t u = kUnits.size() - 1;
    while (u > 0 && std::abs(ns) < kUnits[u].ns) --u;
    return kUnits[u];
}

}  // namespace

Duration tickStep(TimeRange visible, double width, double spacing) {
    if (visible.empty() || width <= 0) return Duration{0};
    const double least = static_cast<double>(visible.length().count()) * spacing / width;
    constexpr std::array<std::int64_t, 4> kFactors{1, 2, 4, 5};
    for (std::int64_t power = 1; power <= 1'000'000'000'000'000'000 / 10; power *= 10) {
        for (const std::int64_t factor : kFactors) {
            if (static_cast<double>(factor * power) >= least) return Duration{factor * power};
        }
    }
    return visible.length();
}

std::vector<Tick> placeTicks(TimeRange visible, double width, double spacing) {
    std::vector<Tick> ticks;
    const std::int64_t step = tickStep(visible, width, spacing).count();
    if (step <= 0) return ticks;
    const std::int64_t largest = std::max(std::abs(visible.begin.ns), std::abs(visible.end.ns));
    const Unit& unit = unitFor(step, largest);
    const int decimals = decimalsFor(step, unit);
    std::int64_t at = visible.begin.ns / step * step;
    if (at < visible.begin.ns) at += step;
    for (; at <= visible.end.ns; at += step)
        ticks.push_back({{at}, written(at, unit, unit.ns == kUnits.back().ns ? std::max(decimals, 1) : decimals)});
    return ticks;
}

QString roundDurationLabel(Duration length) {
    const std::int64_t ns = length.count();
    const Unit& unit = unitOf(ns);
    for (int decimals = 0; decimals < 3; ++decimals) {
        const double scaled = static_cast<double>(ns) / static_cast<double>(unit.ns) * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 0.005 * std::pow(10.0, decimals))
            return written(ns, unit, decimals);
    }
    return written(ns, unit, 2);
}

}  // namespace interleave::ui
