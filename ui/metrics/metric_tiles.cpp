#include "ui/metrics/metric_tiles.hpp"

#include <algorithm>

#include "core/trace/metrics.hpp"
#include "ui/live/duration_text.hpp"
#include "ui/live/result_words.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

bool hasLocks(const Store& store) {
    return std::any_of(store.objects().begin(), store.objects().end(),
                       [](const ObjectRecord& object) { return object.kind == ObjectKind::mutex; });
}

}  // namespace

std::vector<MetricTile> MetricTiles::at(const Store& store, TraceTime cursor) {
    const RunMetrics metrics = runMetricsAt(store, cursor);
    std::vector<MetricTile> tiles;
    tiles.push_back(
        {tr("core time"), durationText(metrics.coreTime), tr("Time that all of them together have spent on cores.")});
    tiles.push_back({tr("switches"), countText(static_cast<std::int64_t>(metrics.switches)),
                     tr("How often a core went from one to another, or to nobody.")});
    if (hasLocks(store))
        tiles.push_back({tr("lock wait"), durationText(metrics.lockWait),
                         tr("Time that all of them together have waited for locks.")});
    addResults(store, cursor, tiles);
    tiles.push_back(
        {tr("events"), countText(static_cast<std::int64_t>(metrics.events)), tr("Recorded up to this moment.")});
    tiles.push_back(
        {Words::actorsOf(store.facts().runtime), countText(metrics.actors), tr("Created up to this moment.")});
    tiles.push_back(
        {tr("seed"), QString::number(store.facts().seed), tr("Makes the scenario's random choices repeatable.")});
    return tiles;
}

void MetricTiles::addResults(const Store& store, TraceTime cursor, std::vector<MetricTile>& tiles) {
    if (cursor < resultsToldAt(store)) return;
    for (const auto& [name, value] : store.results())
        tiles.push_back({resultLabel(store, name), resultText(value), tr("Told by the scenario itself.")});
}

std::vector<ActorRow> MetricTiles::actorsAt(const Store& store, TraceTime cursor, std::size_t most) {
    std::vector<ActorRow> rows;
    for (std::uint32_t id = 0; id < store.actors().size() && rows.size() < most; ++id) {
        if (store.actor({id}).created > cursor) continue;
        const ActorMetrics metrics = actorMetricsAt(store, {id}, cursor);
        rows.push_back({{id}, Words::actor(store, {id}), durationText(metrics.running), durationText(metrics.ready),
                        durationText(metrics.waiting), durationText(metrics.turnaround),
                        metrics.response.count() < 0 ? QStringLiteral("–") : durationText(metrics.response)});
    }
    return rows;
}

QString MetricTiles::table(const Store& store, TraceTime cursor) {
    const auto rows = actorsAt(store, cursor);
    if (rows.empty()) return {};
    const auto line = [](const QStringList& cells, const QString& tag) {
        QString text = QStringLiteral("<tr>");
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += QStringLiteral("<%1 align='%2' style='padding: 2px 8px'>%3</%1>")
                        .arg(tag, i == 0 ? QStringLiteral("left") : QStringLiteral("right"), cells[i].toHtmlEscaped());
        return text + QStringLiteral("</tr>");
    };
    QString table = QStringLiteral("<table>") +
                    line({QString(), tr("running"), tr("ready"), tr("waiting"), tr("turnaround"), tr("response")},
                         QStringLiteral("th"));
    for (const ActorRow& row : rows)
        table +=
            line({row.name, row.running, row.ready, row.waiting, row.turnaround, row.response}, QStringLiteral("td"));
    return table + QStringLiteral("</table>");
}

std::vector<double> layoutTiles(double width, const std::vector<double>& wanted) {
    constexpr std::size_t kColumns = 6;
    const double column = width / kColumns;
    std::vector<double> lefts;
    if (wanted.size() <= kColumns && std::all_of(wanted.begin(), wanted.end(), [&](double w) { return w <= column; })) {
        for (std::size_t i = 0; i < wanted.size(); ++i) lefts.push_back(column * static_cast<double>(i));
        return lefts;
    }
    double used = 0;
    for (const double tile : wanted) {
        if (!lefts.empty() && used + tile > width) break;
        lefts.push_back(used);
        used += tile;
    }
    const double share = std::max(0.0, width - used) / static_cast<double>(std::max<std::size_t>(lefts.size(), 1));
    for (std::size_t i = 0; i < lefts.size(); ++i) lefts[i] += share * static_cast<double>(i);
    return lefts;
}

}  // namespace interleave::ui
