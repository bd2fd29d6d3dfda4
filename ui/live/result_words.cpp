#include "ui/live/result_words.hpp"

#include <cmath>

#include "ui/live/duration_text.hpp"
#include "ui/live/scenario_text.hpp"

namespace interleave::ui {

QString resultLabel(const Store& store, const std::string& name) {
    return scenarioText(store.facts().scenario).resultLabel(QString::fromStdString(name));
}

QString resultText(const ResultValue& value) {
    switch (value.type) {
        case ResultType::integer: return countText(value.integer);
        case ResultType::real:  // four digits, and never a power of ten
            return std::abs(value.real) >= 1000 ? countText(std::llround(value.real))
                                                : QString::number(value.real, 'g', 4);
        case ResultType::boolean: return ResultWords::yesOrNo(value.integer != 0);
        case ResultType::digits:
            return QString::number(value.integer).split(QString(), Qt::SkipEmptyParts).join(QLatin1Char(' '));
    }
    return {};
}

TraceTime resultsToldAt(const Store& store) {
    if (store.results().empty()) return kEndOfTime;
    // Scenarios tell them last: they lie among the latest events, or, after a long epilogue, count as told at the end.
    constexpr std::size_t kLookBack = 8192;
    const auto& events = store.events();
    TraceTime told = store.now();
    for (std::size_t i = events.end(), seen = 0; i > events.first() && seen < kLookBack; ++seen)
        if (const Event& event = events[--i]; event.kind == EventKind::result) told = event.at();
    return told;
}

}  // namespace interleave::ui
