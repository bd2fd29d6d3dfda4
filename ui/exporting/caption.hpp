// What was run, and how, in words: the line under every picture, so that it still tells its conditions when it has
// been pasted into a slide.
#pragma once

#include <QString>
#include <QStringList>

#include "core/trace/store.hpp"

namespace interleave::ui {

// In the window's language.
QString kernelTierWord(KernelTier tier);

// Title, runtime, pace, tempo, parameters, seed, kernel tier, lost events, date, program and version. A painter may
// break the line between parts, never in one.
QStringList captionParts(const Store& store);

}  // namespace interleave::ui
