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

// A line that its writer overwrites again and again.
struct OverwrittenLine {
    PrintedLine line;            // as it is at the cursor
    std::optional<int> percent;  // how much is done, 0 to 100, where it says so: a number with "%" in front
};

struct PrintedLines {
    std::vector<PrintedLine> lines;  // in their order: those around the cursor
    std::size_t written = 0;         // how many of these stand there at the cursor; the rest comes later

    // About `most` lines: the last ones written at `cursor`, and, where room is left, those that come next.
    static PrintedLines around(const Store& store, TraceTime cursor, std::size_t most);
    // What begins with a carriage return is no line of its own: as in a terminal it stands at the end, and what the
    // same actor writes next in this way takes its place. In the order of the actors.
    std::vector<OverwrittenLine> statuses;

    // The same with so many statuses at most: those that were written last.
    void keepStatuses(std::size_t most);

    static bool areThereAny(const Store& store);

private:
    void addStatus(const Note& note);
};

}  // namespace interleave::ui
