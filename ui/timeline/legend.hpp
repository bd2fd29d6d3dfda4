// The timeline's header: its title, what the colours and patterns mean, and how true the picture is.
#pragma once

#include <QPainter>

#include <vector>

#include "core/trace/store.hpp"
#include "ui/timeline/timeline_style.hpp"

namespace interleave::ui {

// States that actors of this run have been in, in the legend's order. What only flashed by in a creation is left out.
std::vector<StateClass> usedStates(const Store& store);

struct Legend {
    const Store& store;
    const Theme& theme;
    const TimelineStyle& style;
    std::vector<StateClass> states;
    bool title = true;
};

// In one line across `area`: the states first, beside them what finds room. Lost events are told in any case.
void paintLegend(QPainter& painter, const Legend& legend, const QRectF& area);

// A sample of a state's colour and pattern.
void paintSwatch(QPainter& painter, const Theme& theme, StateClass state, const QRectF& area, double scale);

}  // namespace interleave::ui
