#include "ui/exporting/caption.hpp"

#include <QCoreApplication>
#include <QDateTime>

#include "core/scenario/scenario.hpp"
#include "ui/exporting/version.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

struct Caption {
    Q_DECLARE_TR_FUNCTIONS(Caption)
};

QString fromUtf8(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString paramPart(const RunFacts& facts, const std::string& name, const std::string& value) {
    QString part = scenarioText(facts.scenario).label(fromUtf8(name)) + ' ' + fromUtf8(value);
    const Scenario* scenario = findScenario(facts.scenario);
    const Param* param = scenario != nullptr ? scenario->param(name) : nullptr;
    if (param != nullptr && !param->unit.empty()) part += ' ' + Words::unit(param->unit);
    return part;
}

QString datePart(const std::string& iso8601) {
    const QDateTime started = QDateTime::fromString(fromUtf8(iso8601), Qt::ISODate);
    return started.isValid() ? started.toString("yyyy-MM-dd HH:mm") : fromUtf8(iso8601);
}

QString lostPart(std::uint64_t lost) {
    return lost == 0 ? Caption::tr("no event lost") : Caption::tr("%L1 events lost").arg(lost);
}

}  // namespace

QString kernelTierWord(KernelTier tier) {
    switch (tier) {
        case KernelTier::ownEvents: return Caption::tr("kernel truth: own events only");
        case KernelTier::switchRecords: return Caption::tr("kernel truth: switch records");
        case KernelTier::tracepoints: return Caption::tr("kernel truth: tracepoints");
    }
    return {};
}

QStringList captionParts(const Store& store) {
    const RunFacts& facts = store.facts();
    QStringList parts;
    if (!facts.scenario.empty()) parts << scenarioText(facts.scenario).title.shown();
    parts << Words::runtime(facts.runtime) << Words::pace(facts.pace) << Caption::tr("tempo %1×").arg(facts.tempo);
    for (const auto& [name, value] : facts.params)
        if (!value.empty()) parts << paramPart(facts, name, value);  // no folder was chosen
    parts << Caption::tr("seed %1").arg(facts.seed) << kernelTierWord(facts.tier) << lostPart(store.totals().lost);
    if (!facts.startedAt.empty()) parts << datePart(facts.startedAt);
    parts << QStringLiteral("Interleave ") + fromUtf8(programVersion());
    return parts;
}

}  // namespace interleave::ui
