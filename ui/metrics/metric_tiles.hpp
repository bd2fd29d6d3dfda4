// The numbers of a run at one moment, as they are shown. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <vector>

#include "core/trace/store.hpp"

namespace interleave::ui {

struct MetricTile {
    QString label;
    QString value;  // with its unit
    QString hint;   // what it counts, in a sentence
};

struct ActorRow {
    ActorId actor;
    QString name;
    QString running, ready, waiting, turnaround, response;
};

class MetricTiles {
    Q_DECLARE_TR_FUNCTIONS(MetricTiles)

public:
    // Core time, switches, lock wait, events, actors, seed; then what the scenario has told of its results by then.
    // A number that the run cannot have (lock wait without a lock) is left out.
    static std::vector<MetricTile> at(const Store& store, TraceTime cursor);

    // One row an actor, at most `most`.
    static std::vector<ActorRow> actorsAt(const Store& store, TraceTime cursor, std::size_t most = 32);
    // The rows as a table in Qt's rich text, for a tooltip; empty without actors.
    static QString table(const Store& store, TraceTime cursor);

private:
    static void addResults(const Store& store, TraceTime cursor, std::vector<MetricTile>& tiles);
};

// Where the tiles begin that fit beside each other: the first ones, since they weigh most. `wanted` are their
// widths, a gap included. Up to six stand in six equal columns, so that nothing jumps while numbers come and go; where
// there are more, or wider ones, what room is left is shared among them.
std::vector<double> layoutTiles(double width, const std::vector<double>& wanted);

}  // namespace interleave::ui
