// In which state each task and each future is at one moment. A task is a future, too: pending until it has ended, and
// between one of its steps and the next nobody can tell it from any other that is pending;
// only while it has the loop it runs. Pure.
#pragma once

#include <array>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave::ui {

struct FutureRow {
    ActorId task;      // none: a future that is no task's
    ObjectId future;   // none: a task
    friend bool operator==(const FutureRow&, const FutureRow&) = default;
};

struct FutureStates {
    // By FutureState; those of tasks first, each in the order in which they were made.
    std::array<std::vector<FutureRow>, 5> rows;

    const std::vector<FutureRow>& of(FutureState state) const { return rows[static_cast<std::size_t>(state)]; }
    bool empty() const;
};

FutureStates futuresAt(const Store& store, TraceTime t);

}  // namespace interleave::ui
