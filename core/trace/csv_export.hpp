// The intervals of a trace as a table: RFC 4180, lines ended by CRLF, UTF-8, a header row. Lines that begin with '#'
// come before it and say which run this is (in pandas: read_csv(path, comment="#")).
//
//   lane, kind        "T1", "thread"; a core, lock, queue, … has rows of its own
//   state             running, ready, waiting, sleeping, held, …; of a core: occupied; of a lock: owned; else: level
//   reason            why, in a word: lock, slice-over, …
//   object            what is waited for or done, who is on the core, who owns the lock
//   begin_ms, end_ms, length_ms
//   core              where it ran, as far as that is known
//   value             of a level
#pragma once

#include "core/base/file_writer.hpp"
#include "core/trace/store.hpp"

namespace interleave {

// Stops early when the sink wants no more.
void writeCsv(const Store& store, const TextSink& sink);

}  // namespace interleave
