#include "ui/narration/result_words.hpp"

#include <utility>

namespace interleave::ui {

QString ResultWords::label(std::string_view name) {
    const std::pair<std::string_view, const char*> kKnown[] = {
        {"expected", QT_TR_NOOP("expected")},
        {"actual", QT_TR_NOOP("actual")},
        {"lost", QT_TR_NOOP("lost")},
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

}  // namespace interleave::ui
