// The moments of a trace at which something happened: where stepping through a replay goes. Pure.
#pragma once

#include "core/trace/store.hpp"

namespace interleave::ui {

// The time of the first event after `t`; the end of what is known where there is none.
TraceTime momentAfter(const Store& store, TraceTime t);

// The time of the last event before `t`; the beginning of what is held where there is none.
TraceTime momentBefore(const Store& store, TraceTime t);

}  // namespace interleave::ui
