// A trace in the Chrome trace event format, which Perfetto's UI (ui.perfetto.dev),
// chrome://tracing and Speedscope open.
//
//   process "Actors"   a thread for each actor: its states as complete events, remarks as instants
//   process "Cores"    a thread for each core: who is on it; "Cores (kernel)" beside it under our own scheduler
//   process "Locks"    a thread for each lock: who owns it, a counter of who waits
//   process "Levels"   a counter for each queue, semaphore, variable
//   flow events        who woke whom, hand-overs, starts
//   global instants    deadlocks, lost updates
//
// Times are µs with three decimals, which keeps every nanosecond. The facts of the run stand in "metadata".
// The format: "Trace Event Format", Google,
// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
#pragma once

#include "core/base/file_writer.hpp"
#include "core/trace/store.hpp"

namespace interleave {

// Stops early when the sink wants no more; what was written then is no JSON.
void writeChromeTrace(const Store& store, const TextSink& sink);

}  // namespace interleave
