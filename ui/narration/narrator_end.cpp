// What the narrator says of a run that is over, at its end.
#include "ui/live/duration_text.hpp"
#include "ui/narration/narrator.hpp"
#include "ui/live/result_words.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

std::optional<std::int64_t> integerResult(const Store& store, std::string_view name) {
    for (const auto& [known, value] : store.results())
        if (known == name && value.type == ResultType::integer) return value.integer;
    return std::nullopt;
}

}  // namespace

Narrator::Found Narrator::end() const {
    if (!m_store.complete() || m_cursor < m_store.now()) return std::nullopt;
    const RunFacts& facts = m_store.facts();
    const QString after = durationText(facts.wall.count() > 0 ? facts.wall : m_store.span().length());
    switch (facts.ended) {
        case Ended::finished: return finished();
        case Ended::deadlocked: return Narration{tr("Ended by a deadlock after %1.").arg(after), {}, Severity::alarm};
        case Ended::stopped:
            return Narration{tr("You stopped the run after %1.").arg(after), resultsText(), Severity::calm};
        case Ended::timeout:
            return Narration{tr("Time was up after %1: the run was ended.").arg(after), resultsText(),
                             Severity::notice};
        case Ended::stalled:
            return Narration{tr("Nobody can move any more, yet nothing proves a deadlock: the run has stalled."),
                             tr("Those who wait could have been released by anybody, and nobody does it."),
                             Severity::notice};
        case Ended::crashed:
            return Narration{tr("The run broke off after %1.").arg(after), QString::fromStdString(facts.endedWhy),
                             Severity::alarm};
        case Ended::killed:
            return Narration{tr("A signal killed the whole process after %1, and every thread in it.").arg(after),
                             tr("This window is a process of its own, and lives."), Severity::alarm};
        case Ended::notYet: break;
    }
    return std::nullopt;
}

Narration Narrator::finished() const {
    const auto expected = integerResult(m_store, "expected");
    const auto actual = integerResult(m_store, "actual");
    if (expected && actual && *expected == *actual)
        return {tr("Finished: %1, exactly as expected.").arg(countText(*actual)), resultsText(), Severity::calm};
    if (expected && actual) {
        const auto lost = integerResult(m_store, "lost").value_or(*expected - *actual);
        QString why;
        if (lost == 1) why = tr("One update was lost: written over by somebody who had read the old value.");
        if (lost > 1)
            why = tr("%n updates were lost: written over by somebody who had read the old value.", nullptr,
                     static_cast<int>(lost));
        return {tr("Finished: %1 instead of %2.").arg(countText(*actual), countText(*expected)), why, Severity::notice};
    }
    const RunFacts& facts = m_store.facts();
    const QString after = durationText(facts.wall.count() > 0 ? facts.wall : m_store.span().length());
    if (!facts.variant.empty())
        return {tr("%1: finished after %2.", "one of several runs that are compared")
                    .arg(scenarioText(facts.scenario).variantLabel(QString::fromStdString(facts.variant)), after),
                resultsText(), Severity::calm};
    return {tr("Finished after %1.").arg(after), resultsText(), Severity::calm};
}

QString Narrator::resultsText() const {
    QStringList parts;
    for (const auto& [name, value] : m_store.results())
        parts << tr("%1: %2", "a result's name and value").arg(resultLabel(m_store, name), resultText(value));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace interleave::ui
