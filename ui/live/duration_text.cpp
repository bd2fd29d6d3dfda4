#include "ui/live/duration_text.hpp"

#include <cmath>

namespace interleave::ui {
namespace {

constexpr QChar kNoBreak(0x00A0);
constexpr QChar kThinNoBreak(0x202F);
constexpr QChar kMinus(0x2212);

QString withUnit(double number, int decimals, const char* unit) {
    return QString::number(number, 'f', decimals) + kNoBreak + QString::fromUtf8(unit);
}

QString longText(std::int64_t wholeSeconds) {
    constexpr std::int64_t kMinute = 60;
    constexpr std::int64_t kHour = 3600;
    const auto two = [](std::int64_t n) { return QString::number(n).rightJustified(2, u'0'); };
    if (wholeSeconds < kHour)
        return QString::number(wholeSeconds / kMinute) + kNoBreak + QLatin1String("min") + kNoBreak +
               two(wholeSeconds % kMinute) + kNoBreak + u's';
    return QString::number(wholeSeconds / kHour) + kNoBreak + u'h' + kNoBreak + two(wholeSeconds % kHour / kMinute) +
           kNoBreak + QLatin1String("min");
}

QString positiveText(double ns) {
    // Each limit is where rounding would carry the number into the next form.
    if (ns < 999.5) return withUnit(ns, 0, "ns");
    if (ns < 9.95e3) return withUnit(ns / 1e3, 1, "µs");
    if (ns < 99.5e3) return withUnit(ns / 1e3, 0, "µs");
    if (ns < 99.95e6) return withUnit(ns / 1e6, 1, "ms");
    if (ns < 999.5e6) return withUnit(ns / 1e6, 0, "ms");
    if (ns < 99.95e9) return withUnit(ns / 1e9, ns < 9.995e9 ? 2 : 1, "s");
    return longText(std::llround(ns / 1e9));
}

}  // namespace

QString durationText(Duration duration) {
    if (duration.count() == 0) return withUnit(0, 0, "s");
    const auto ns = static_cast<double>(duration.count());
    return ns < 0 ? kMinus + positiveText(-ns) : positiveText(ns);
}

QString timeText(TraceTime time, Duration resolution) {
    constexpr Duration kMillisecond = std::chrono::milliseconds(1);
    constexpr Duration kMicrosecond = std::chrono::microseconds(1);
    const int decimals = resolution >= kMillisecond ? 3 : resolution >= kMicrosecond ? 6 : 9;
    const double seconds = static_cast<double>(std::llabs(time.ns)) / 1e9;
    const QString text = withUnit(seconds, decimals, "s");
    return time.ns < 0 ? kMinus + text : text;
}

QString countText(std::int64_t count) {
    QString digits = QString::number(std::llabs(count));
    for (auto at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, kThinNoBreak);
    return count < 0 ? kMinus + digits : digits;
}

}  // namespace interleave::ui
