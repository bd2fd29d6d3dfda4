// The window's own words for things that core numbers, in the window's language.
#pragma once

#include <QString>

#include "core/scenario/scenario.hpp"
#include "core/trace/store.hpp"

namespace interleave::ui {

// As a choice: "Threads". captions have "threads".
QString runtimeTitle(RuntimeKind runtime);
// What an actor is on that runtime, in a sentence.
QString runtimeExplained(RuntimeKind runtime);
// Why `scenario` cannot be run there; empty where it can.
QString runtimeRefused(const Scenario& scenario, RuntimeKind runtime);

QString paceExplained(Pace pace);

// "1×", "½×".
QString tempoText(double tempo);

// How the run ended, in a few words; empty while it has not.
QString endedText(const RunFacts& facts);

}  // namespace interleave::ui
