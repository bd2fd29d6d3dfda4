// What is known of the interval that was clicked. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <vector>

#include "core/trace/store.hpp"
#include "ui/live/view_state.hpp"

namespace interleave::ui {

struct DetailRow {
    QString label;
    QString value;
};

struct NearbyEvent {
    TraceTime at;
    QString text;
    bool before = false;  // at or before the moment clicked
};

struct SelectionDetails {
    QString title;                    // "T1"
    QString what;                     // "thread", "mutex", "core"
    int hue = -1;                     // of the actor concerned: itself, the owner, who runs there; -1 for nobody
    QString token;                    // that actor's name
    std::vector<DetailRow> rows;      // state, from, to, length, …
    std::vector<NearbyEvent> nearby;  // by time

    bool empty() const { return title.isEmpty(); }
};

class DetailsOf {
    Q_DECLARE_TR_FUNCTIONS(DetailsOf)

public:
    // Empty for a lane that the store does not have.
    static SelectionDetails selection(const Store& store, const Selection& selection);

private:
    static SelectionDetails actor(const Store& store, ActorId id, TraceTime at);
    static SelectionDetails core(const Store& store, const Selection& selection);
    static SelectionDetails object(const Store& store, const Selection& selection);
    static void addSpan(SelectionDetails& details, TraceTime from, TraceTime to, bool open);
    static void addNearby(SelectionDetails& details, const Store& store, const Selection& selection);
};

}  // namespace interleave::ui
