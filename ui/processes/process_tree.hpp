// The processes of a run at one moment as a tree: who began the run, the runner, and below it each process under the
// parent that it has at that moment. Pure.
#pragma once

#include <optional>
#include <vector>

#include "core/trace/process_history.hpp"

namespace interleave::ui {

enum class ProcessRole { starter, runner, actor };

struct ProcessNode {
    ProcessRole role{};
    ActorId actor;                       // none for the first two
    std::int64_t pid = 0;
    ProcessSample sample;  // the latest; its state 'Z' for a zombie, 0 for who is gone or was not looked at
    bool isKnown = false;                // whether anything was found in /proc by then
    bool isGone = false;                 // reaped: nothing is left of it
    int waitStatus = 0;                  // of a zombie, and of who is gone
    ActorId reaper;                      // of who is gone; none: the runner
    int depth = 0;
    std::optional<std::size_t> parent;   // rows, here and below
    std::optional<std::size_t> waitsFor; // the end of which it waits for
    bool isOrphan = false;               // its parent is not who forked it
    ActorId forker;                      // none: the runner
    std::optional<std::size_t> signal;   // the last one that it was sent: index in the history
};

struct ProcessTree {
    std::vector<ProcessNode> rows;       // each below its parent, brothers in the order in which they were made

    bool empty() const { return rows.empty(); }
    std::optional<std::size_t> rowOf(ActorId actor) const;

    static ProcessTree at(const Store& store, const ProcessHistory& history, TraceTime t);
};

// Which rows to show where `most` is all there is room for: the last of those that are gone are the first to be left
// out, then the last at all. In order; all of them where they fit.
std::vector<std::size_t> shownProcesses(const ProcessTree& tree, std::size_t most);

}  // namespace interleave::ui
