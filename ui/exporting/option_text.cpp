#include "ui/exporting/option_text.hpp"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace interleave::ui {
namespace {

template <class T>
bool readsWhole(std::string_view word, T& into) {
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), into);
    return error == std::errc{} && end == word.data() + word.size();
}

}  // namespace

Expected<Duration> durationOf(std::string_view option, std::string_view word) {
    constexpr std::pair<std::string_view, double> kUnits[] = {{"ms", 1e6}, {"us", 1e3}, {"ns", 1}, {"s", 1e9}};
    constexpr double kLongest = 1e6;  // seconds: no run is longer
    std::string_view number = word;
    double nanoseconds = 1e9;
    for (const auto& [unit, each] : kUnits) {
        if (!word.ends_with(unit)) continue;
        number.remove_suffix(unit.size());
        nanoseconds = each;
        break;
    }
    double value = 0;
    if (!readsWhole(number, value) || !(value >= 0 && value * nanoseconds <= kLongest * 1e9))
        return refused(Sentence("Exporting", "{} takes a time such as 0.5s or 200ms, not '{}'").of(option, word));
    return Duration{static_cast<std::int64_t>(std::llround(value * nanoseconds))};
}

Expected<std::pair<Duration, Duration>> durationRange(std::string_view option, std::string_view word) {
    const std::size_t dots = word.find("..");
    if (dots == std::string_view::npos)
        return refused(Sentence("Exporting", "{} takes a range such as 0.5s..2s, not '{}'").of(option, word));
    const auto from = durationOf(option, word.substr(0, dots));
    const auto to = durationOf(option, word.substr(dots + 2));
    if (!from) return tl::unexpected(from.error());
    if (!to) return tl::unexpected(to.error());
    return std::pair(*from, *to);
}

Expected<std::vector<Duration>> timesOf(std::string_view word) {
    std::vector<Duration> times;
    while (true) {
        const std::size_t comma = word.find(',');
        std::string_view each = word.substr(0, comma);
        while (each.starts_with(' ')) each.remove_prefix(1);
        while (each.ends_with(' ')) each.remove_suffix(1);
        const auto at = durationOf(std::string(Sentence("Exporting", "a strip")), each);
        if (!at) return tl::unexpected(at.error());
        times.push_back(*at);
        if (comma == std::string_view::npos) return times;
        word.remove_prefix(comma + 1);
    }
}

Expected<StripMoments> momentsOf(std::string_view word) {
    using Choice = StripMoments::Choice;
    StripMoments moments;
    if (word == "steps" || word == "turning-points") {
        moments.choice = word == "steps" ? Choice::steps : Choice::turningPoints;
        return moments;
    }
    if (readsWhole(word, moments.count)) return moments;
    moments.choice = Choice::chosen;
    auto times = timesOf(word);
    if (!times)
        return refused(Sentence("Exporting",
                                "--moments takes a number, times such as 0.5s,1.2s, turning-points or steps, not '{}'")
                           .of(word));
    moments.at = std::move(*times);
    return moments;
}

std::string typedText(Duration duration) { return fmt::format("{:g}s", std::round(seconds(duration) * 1e6) / 1e6); }

}  // namespace interleave::ui
