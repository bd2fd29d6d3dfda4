#include "ui/live/result_words.hpp"

#include <utility>

#include "ui/live/duration_text.hpp"

namespace interleave::ui {

QString ResultWords::label(std::string_view name) {
    const std::pair<std::string_view, const char*> kKnown[] = {
        {"expected", QT_TR_NOOP("expected")},
        {"actual", QT_TR_NOOP("actual")},
        {"lost", QT_TR_NOOP("lost")},
        {"put", QT_TR_NOOP("put in")},
        {"got", QT_TR_NOOP("taken out")},
        {"sum_put", QT_TR_NOOP("sum put in")},
        {"sum_got", QT_TR_NOOP("sum taken out")},
        {"average_response_ms", QT_TR_NOOP("average response (ms)")},
        {"average_turnaround_ms", QT_TR_NOOP("average turnaround (ms)")},
        {"puts", QT_TR_NOOP("puts")},
        {"gets", QT_TR_NOOP("gets")},
        {"level", QT_TR_NOOP("level")},
        {"switches", QT_TR_NOOP("switches")},
        {"retries", QT_TR_NOOP("retries")},
        {"produced", QT_TR_NOOP("produced")},
        {"consumed", QT_TR_NOOP("consumed")},
        {"max_level", QT_TR_NOOP("highest level")},
        {"cycles", QT_TR_NOOP("cycles")},
        {"transitions", QT_TR_NOOP("transitions")},
    };
    for (const auto& [known, words] : kKnown)
        if (known == name) return tr(words);
    QString plain = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return plain.replace(u'_', u' ');
}

QString resultText(const ResultValue& value) {
    switch (value.type) {
        case ResultType::integer: return countText(value.integer);
        case ResultType::real: return QString::number(value.real, 'g', 4);
        case ResultType::boolean: return ResultWords::yesOrNo(value.integer != 0);
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
