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

// How wide each column is, and how many fit beside each other: the first ones, since they weigh most.
struct TileRow {
    double width = 0;
    int shown = 0;
};
TileRow layoutTiles(double width, int tiles, double least);

}  // namespace interleave::ui
