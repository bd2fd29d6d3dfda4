// What the program has written so far, as a terminal would show it, with who wrote it and when. Pure.
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "core/trace/store.hpp"

namespace interleave::ui {

struct PrintedLine {
    TraceTime at;
    ActorId actor;
    QString text;  // one line of it, without its ending
};

struct PrintedLines {
    std::vector<PrintedLine> lines;  // in their order: those around the cursor
    std::size_t written = 0;         // how many of these stand there at the cursor; the rest comes later

    // About `most` lines: the last ones written at `cursor`, and, where room is left, those that come next.
    static PrintedLines around(const Store& store, TraceTime cursor, std::size_t most);
    // What begins with a carriage return is no line of its own: as in a terminal it stands at the end, and the next one of
    // its kind takes its place. The last one at the cursor; a number with "%" in front is how much of it is done.
    std::optional<PrintedLine> status;
    std::optional<int> percent;  // 0 to 100

    static bool areThereAny(const Store& store);
};

}  // namespace interleave::ui
