// Runs a program of a test on the `processes` runtime: in a forked process, which stands for the runner.
#pragma once

#include <sys/types.h>

#include <functional>

#include "core/runtime/lab.hpp"
#include "core/trace/store.hpp"

namespace interleave {

struct ProcessRun {
    Store store;
    int waitStatus = -1;          // of the one that stands for the runner
    std::uint64_t gaps = 0;       // tickets that never came
    std::uint32_t liveRings = 0;  // left behind by processes that are gone, after all were looked after
    bool leftNobody = false;      // no process of the run, not even a zombie, when that one had ended
};

// `meanwhile` is called again and again while it runs, by another thread. Ends, with whatever is on record then,
// after `atMost`.
ProcessRun runAsProcesses(const std::function<void(Lab&)>& body,
                          const std::function<void(const Arena&)>& meanwhile = {},
                          Duration atMost = std::chrono::seconds(60));

// The state's letter that /proc gives for a process, and its parent; '-' where there is none.
struct ProcLine {
    char state = '-';
    pid_t parent = 0;
};
ProcLine procLine(pid_t pid);

}  // namespace interleave
