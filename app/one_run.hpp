// One run without a window, from its start to the last event.
#pragma once

#include "app/interruption.hpp"
#include "core/session/session.hpp"

namespace interleave::app {

// Fills `store`; an interruption stops the run, which is then told as such.
Expected<void> runOnce(const RunRequest& request, Store& store, const Interruption& interruption);

}  // namespace interleave::app
