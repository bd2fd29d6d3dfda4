// Which panels a scenario uses. Those that it does not are absent, so that nothing empty stands about. Pure.
#pragma once

#include <string_view>

#include "core/trace/store.hpp"

namespace interleave::ui {

enum class PanelKind {
    states,
    moves,
    ready,
    schedule,
    waitGraph,
    bank,
    processes,
    interleaving,
    code,
    details,
    lesson,
    output,
    narration,
    metrics,
    queues,
    frames,
    futures,
    loop
};

// For one that has not run yet, by what is known of it; for any trace, by what is in it as well, so a file made by
// another program shows what it needs.
bool usesPanel(PanelKind panel, std::string_view scenario, const Store& store);

// Whether the panel is what the scenario is about, so that it lies on top of the others.
bool isThePoint(PanelKind panel, std::string_view scenario);

}  // namespace interleave::ui
