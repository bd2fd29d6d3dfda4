// How long a lock was waited for, those included who still wait.
#pragma once

#include "core/trace/store.hpp"

namespace interleave::app {

// The store's own maximum counts waits that have ended; in a deadlock the longest is the one that never does.
Duration longestWait(const Store& store, ObjectId lock);

}  // namespace interleave::app
