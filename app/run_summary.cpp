#include "app/run_summary.hpp"

#include <algorithm>

#include <QCoreApplication>
#include <fmt/format.h>

#include "app/lock_waits.hpp"
#include "app/naming.hpp"
#include "app/text_table.hpp"
#include "core/trace/metrics.hpp"
#include "ui/exporting/caption.hpp"
#include "ui/live/words.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/live/duration_text.hpp"

namespace interleave::app {
namespace {

struct Summary {
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

constexpr std::size_t kLabelWidth = 12;
constexpr std::size_t kMostRows = 40;  // of a table: more are better read in the JSON
constexpr std::size_t kMostOutcomes = 12;

using Align = TextTable::Align;

std::string word(const char* text) { return Summary::tr(text).toStdString(); }

std::string labelled(const char* label, const std::string& text) {
    return padded(word(label), kLabelWidth) + text + "\n";
}

// With ordinary spaces: a terminal knows nothing of the others.
std::string duration(Duration d) {
    return ui::durationText(d).replace(QChar(QChar::Nbsp), ' ').replace(QChar(0x202F), ' ').toStdString();
}

const char* endedWord(Ended ended) {
    switch (ended) {
        case Ended::notYet: return QT_TRANSLATE_NOOP("Summary", "still running");
        case Ended::finished: return QT_TRANSLATE_NOOP("Summary", "finished");
        case Ended::deadlocked: return QT_TRANSLATE_NOOP("Summary", "deadlocked");
        case Ended::stopped: return QT_TRANSLATE_NOOP("Summary", "stopped by you");
        case Ended::timeout: return QT_TRANSLATE_NOOP("Summary", "ended by --timeout");
        case Ended::stalled: return QT_TRANSLATE_NOOP("Summary", "stalled: nobody can move, though no cycle is proved");
        case Ended::crashed: return QT_TRANSLATE_NOOP("Summary", "crashed");
        case Ended::killed: return QT_TRANSLATE_NOOP("Summary", "killed by a signal, with everybody in it");
    }
    return "";
}

std::string endedText(Ended ended) { return word(endedWord(ended)); }

// "  … and 12 more" where a table was cut.
std::string restOf(std::size_t all) {
    if (all <= kMostRows) return {};
    return "  " + Summary::tr("… and %1 more (--json has them all)").arg(all - kMostRows).toStdString() + "\n";
}

std::string headline(const Store& store) {
    const RunFacts& facts = store.facts();
    const std::string title = ui::scenarioText(facts.scenario).title.shown().toStdString();
    const QStringList how{ui::Words::runtime(facts.runtime), ui::Words::pace(facts.pace),
                          Summary::tr("tempo %1×").arg(facts.tempo), Summary::tr("seed %1").arg(facts.seed),
                          ui::kernelTierWord(facts.tier)};
    return fmt::format("{} ({})\n{}\n", title, facts.scenario, how.join(" · ").toStdString());
}

std::string actorsTable(const Store& store) {
    TextTable table({{word("actor")},
                     {word("kind")},
                     {word("running"), Align::right},
                     {word("ready"), Align::right},
                     {word("waiting"), Align::right},
                     {word("exit"), Align::right}});
    const std::size_t shown = std::min(store.actors().size(), kMostRows);
    for (std::uint32_t i = 0; i < shown; ++i) {
        const ActorRecord& actor = store.actors()[i];
        const ActorMetrics metrics = actorMetricsAt(store, {i}, store.now());
        table.addRow({actorName(store, {i}), word(nameOf(actor.kind).data()), duration(metrics.running),
                      duration(metrics.ready), duration(metrics.waiting),
                      actor.ended == kEndOfTime ? "–" : std::to_string(actor.exit)});
    }
    return table.empty() ? "" : "\n" + table.text() + restOf(store.actors().size());
}

std::string locksTable(const Store& store) {
    TextTable table({{word("lock")},
                     {word("taken"), Align::right},
                     {word("waited for"), Align::right},
                     {word("longest wait"), Align::right}});
    std::size_t all = 0;
    for (std::uint32_t i = 0; i < store.objects().size(); ++i) {
        const ObjectRecord& lock = store.object({i});
        if (isLock(lock.kind) && all++ < kMostRows)
            table.addRow({lock.name, std::to_string(lock.acquisitions), std::to_string(lock.contended),
                          duration(longestWait(store, {i}))});
    }
    return table.empty() ? "" : "\n" + table.text() + restOf(all);
}

std::string queuesTable(const Store& store) {
    TextTable table({{word("queue")},
                     {word("capacity"), Align::right},
                     {word("put"), Align::right},
                     {word("got"), Align::right},
                     {word("fullest"), Align::right}});
    std::size_t all = 0;
    for (const ObjectRecord& queue : store.objects())
        if (queue.kind == ObjectKind::queue && all++ < kMostRows)
            table.addRow({queue.name, queue.initial == 0 ? "∞" : std::to_string(queue.initial),
                          std::to_string(queue.puts), std::to_string(queue.gets), std::to_string(queue.maxLevel)});
    return table.empty() ? "" : "\n" + table.text() + restOf(all);
}

std::string deadlockText(const Store& store, const Deadlock& deadlock) {
    QStringList waits;
    for (std::size_t i = 0; i < deadlock.actors.size(); ++i)
        waits << Summary::tr("%1 waits for %2")
                     .arg(QString::fromStdString(actorName(store, deadlock.actors[i])),
                          QString::fromStdString(waitedForName(store, deadlock, i)));
    const QString at = QString::fromStdString(duration(deadlock.at - TraceTime{}));
    return labelled(QT_TRANSLATE_NOOP("Summary", "deadlock"),
                    Summary::tr("%1; closed at %2").arg(waits.join(", "), at).toStdString());
}

// As people read it; the JSON has every digit.
std::string resultText(const ResultValue& value) {
    if (value.type == ResultType::real) return fmt::format("{:.4g}", value.real);
    if (value.type == ResultType::boolean) return value.integer != 0 ? "true" : "false";
    return fmt::format("{}", value.integer);
}

std::string resultsText(const std::vector<std::pair<std::string, ResultValue>>& results) {
    std::string text;
    for (const auto& [name, value] : results)
        text += fmt::format("{}{} {}", text.empty() ? "" : " · ", name, resultText(value));
    return text;
}

std::string lawsText(const Store& store) {
    if (store.totals().violations == 0)
        return labelled(QT_TRANSLATE_NOOP("Summary", "laws"), word(QT_TRANSLATE_NOOP("Summary", "all obeyed")));
    std::string text =
        labelled(QT_TRANSLATE_NOOP("Summary", "laws"),
                 Summary::tr("broken %L1 times").arg(static_cast<qulonglong>(store.totals().violations)).toStdString());
    std::size_t shown = 0;
    for (const Violation& violation : store.violations()) {
        if (shown++ == kMostRows) break;
        text += fmt::format("  {}  {}", duration(violation.at - TraceTime{}), lawName(violation.law));
        if (violation.actor.exists()) text += "  " + actorName(store, violation.actor);
        if (violation.object.exists()) text += "  " + objectName(store, violation.object);
        text += "\n";
    }
    return text;
}

std::string eventsText(const Totals& totals) {
    QString text = Summary::tr("%L1 recorded, %L2 lost").arg(totals.events).arg(totals.lost);
    if (totals.evicted > 0) text += Summary::tr(", %L1 no longer kept").arg(totals.evicted);
    return text.toStdString();
}

// Marks the words that tables take from `word()` for the translators.
[[maybe_unused]] constexpr const char* kTableWords[] = {
    QT_TRANSLATE_NOOP("Summary", "run"),
    QT_TRANSLATE_NOOP("Summary", "actor"),    QT_TRANSLATE_NOOP("Summary", "kind"),
    QT_TRANSLATE_NOOP("Summary", "running"),  QT_TRANSLATE_NOOP("Summary", "ready"),
    QT_TRANSLATE_NOOP("Summary", "waiting"),  QT_TRANSLATE_NOOP("Summary", "exit"),
    QT_TRANSLATE_NOOP("Summary", "lock"),     QT_TRANSLATE_NOOP("Summary", "taken"),
    QT_TRANSLATE_NOOP("Summary", "waited for"), QT_TRANSLATE_NOOP("Summary", "longest wait"),
    QT_TRANSLATE_NOOP("Summary", "queue"),    QT_TRANSLATE_NOOP("Summary", "capacity"),
    QT_TRANSLATE_NOOP("Summary", "put"),      QT_TRANSLATE_NOOP("Summary", "got"),
    QT_TRANSLATE_NOOP("Summary", "fullest"),  QT_TRANSLATE_NOOP("Summary", "thread"),
    QT_TRANSLATE_NOOP("Summary", "process"),  QT_TRANSLATE_NOOP("Summary", "task"),
    QT_TRANSLATE_NOOP("Summary", "coroutine")};

}  // namespace

std::string runSummary(const Store& store) {
    const RunFacts& facts = store.facts();
    const QString ended = Summary::tr("%1, after %2").arg(QString::fromStdString(endedText(facts.ended)),
                                                         QString::fromStdString(duration(facts.wall)));
    std::string text = headline(store) + "\n";
    text += labelled(QT_TRANSLATE_NOOP("Summary", "ended"), ended.toStdString());
    text += labelled(QT_TRANSLATE_NOOP("Summary", "events"), eventsText(store.totals()));
    for (const Deadlock& deadlock : store.deadlocks()) text += deadlockText(store, deadlock);
    if (!store.results().empty())
        text += labelled(QT_TRANSLATE_NOOP("Summary", "results"), resultsText(store.results()));
    text += lawsText(store);
    return text + actorsTable(store) + locksTable(store) + queuesTable(store);
}

std::string comparisonSummary(const std::vector<std::shared_ptr<const Store>>& runs) {
    const Store& first = *runs.front();
    std::vector<TextTable::Heading> headings{{word("run")}, {word("ended")}};
    for (const auto& [name, value] : first.results())
        headings.push_back(
            {ui::scenarioText(first.facts().scenario).resultLabel(QString::fromStdString(name)).toStdString(),
             Align::right});
    TextTable table(std::move(headings));
    std::string laws;
    for (const auto& run : runs) {
        std::vector<std::string> cells{run->facts().variant, endedText(run->facts().ended)};
        for (const auto& [name, value] : run->results())
            cells.push_back(resultText(value));
        cells.resize(first.results().size() + 2);
        table.addRow(std::move(cells));
        if (run->totals().violations > 0) laws += run->facts().variant + ": " + lawsText(*run);
    }
    return headline(first) + "\n" + table.text() + (laws.empty() ? lawsText(first) : laws);
}

std::string outcomesSummary(const Outcomes& outcomes) {
    std::string text =
        Summary::tr("went wrong in %1 of %2 runs").arg(outcomes.wrong()).arg(outcomes.runs()).toStdString() + "\n";
    const std::vector<Outcome> sorted = outcomes.byCount();
    for (std::size_t i = 0; i < std::min(sorted.size(), kMostOutcomes); ++i)
        text += fmt::format("{:>6} ×  {}  {}\n", sorted[i].count(), endedText(sorted[i].ended),
                            resultsText(sorted[i].results));
    if (sorted.size() > kMostOutcomes)
        text += "          " + Summary::tr("… and %1 other outcomes").arg(sorted.size() - kMostOutcomes).toStdString() +
                "\n";
    return text;
}

}  // namespace interleave::app
