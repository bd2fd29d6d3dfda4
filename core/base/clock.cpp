#include "core/base/clock.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace interleave {
namespace {

bool counterIsInvariant() noexcept {
#if defined(__x86_64__)
    unsigned a = 0, b = 0, c = 0, d = 0;
    constexpr unsigned kPowerLeaf = 0x8000'0007;  // Intel SDM vol. 2, CPUID: EDX bit 8, invariant TSC
    if (!__get_cpuid(kPowerLeaf, &a, &b, &c, &d)) return false;
    return (d & (1U << 8)) != 0;
#else
    return false;
#endif
}

}  // namespace

TickSource bestTickSource() noexcept {
    const char* wish = std::getenv("INTERLEAVE_TICKS");
    if (wish && std::string_view(wish) == "monotonic") return TickSource::monotonicClock;
    return counterIsInvariant() ? TickSource::timestampCounter : TickSource::monotonicClock;
}

ClockPair readBothClocks(TickSource source) noexcept {
    if (source == TickSource::monotonicClock) {
        const std::int64_t now = monotonicNs();
        return {static_cast<Ticks>(now), now, 0};
    }
    // The try with the narrowest bracket was disturbed least.
    constexpr int kTries = 5;
    Ticks narrowest = ~Ticks{0};
    ClockPair best;
    for (int i = 0; i < kTries; ++i) {
        const Ticks before = readTicksAfter(source);
        const std::int64_t now = monotonicNs();
        const Ticks after = readTicksAfter(source);
        if (after - before < narrowest) {
            narrowest = after - before;
            best = {before + (after - before) / 2, now, 0};
        }
    }
    best.uncertainty = static_cast<std::int64_t>(narrowest / 4);  // a tick is a quarter to half a ns here
    return best;
}

double measureNsPerTick(TickSource source, Duration forHowLong) {
    if (source == TickSource::monotonicClock) return 1.0;
    const ClockPair begin = readBothClocks(source);
    ClockPair end = begin;
    while (end.monotonic - begin.monotonic < forHowLong.count()) end = readBothClocks(source);
    return static_cast<double>(end.monotonic - begin.monotonic) / static_cast<double>(end.ticks - begin.ticks);
}

ClockMap::ClockMap(ClockPair base, double nsPerTick)
    : m_base(base), m_segments{{base.ticks, 0.0, nsPerTick}}, m_last(base) {}

TraceTime ClockMap::timeAt(Ticks ticks) const noexcept {
    auto segment = m_segments.end() - 1;
    while (ticks < segment->from && segment != m_segments.begin()) --segment;
    const auto since = static_cast<double>(static_cast<std::int64_t>(ticks - segment->from));
    return {static_cast<std::int64_t>(segment->ns + since * segment->nsPerTick)};
}

void ClockMap::calibrate(const ClockPair& pair) {
    if (pair.ticks <= m_last.ticks) return;
    const auto shown = static_cast<double>(timeAt(pair.ticks).ns);
    const auto real = static_cast<double>(pair.monotonic - m_base.monotonic);
    m_worstError = std::max(m_worstError, static_cast<std::int64_t>(std::llround(std::abs(real - shown))));

    // The rate over the whole run is the best there is; the error is worked off over a span as
    // long as the one it came from, never turning time back.
    const auto span = static_cast<double>(pair.ticks - m_last.ticks);
    const double rate = real / static_cast<double>(pair.ticks - m_base.ticks);
    m_segments.push_back({pair.ticks, shown, std::max(rate * 0.5, rate + (real - shown) / span)});
    m_last = pair;
}

}  // namespace interleave
