// Who stands on which line, and which part of a listing to show. Pure.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave::ui {

struct LineMark {
    int line = 0;                 // from 1
    std::vector<ActorId> actors;  // by id
    bool running = false;         // one of them is on a core
};

// The lines that actors stand on at `t`, by line; those who have ended stand nowhere. `shownLine` says where a line
// of the scenario's source is found in the listing shown; 0 where it is not.
std::vector<LineMark> marksAt(const Store& store, TraceTime t, const std::function<int(int)>& shownLine);

// The line to keep in sight: `chosen`'s if somebody is chosen, else that of the first one running, else the first
// one of all. 0 where there is none.
int lineInFocus(const std::vector<LineMark>& marks, std::optional<ActorId> chosen);

// The first line to show (from 1) of a listing of `total` lines, `visible` at a time, that stands at `first` now.
// It stays where it is if that will do; all marks are shown where they fit, else the one in focus.
int firstLineToShow(int first, int visible, int total, const std::vector<LineMark>& marks, int focus);

}  // namespace interleave::ui
