// Where the process tree's plates and edges lie. Pure: a tree and sizes go in, rectangles and paths come out.
#pragma once

#include <QPainterPath>
#include <QRectF>

#include <optional>
#include <vector>

#include "ui/processes/process_tree.hpp"

namespace interleave::ui {

struct ProcessLayout {
    std::vector<std::size_t> rows;   // of the tree: those that are shown, from the top down
    std::vector<QRectF> plates;      // one for each of them
    bool twoLines = false;           // whether a plate has room for two
    QRectF rest;                     // where the number of those left out stands; empty where none is
    double arcs = 0;                 // room kept free at the right, for edges between any two

    // Null where that row of the tree is not shown.
    const QRectF* plateOf(std::size_t row) const;
};

// How much is to be laid out. `processes` is how many the whole trace has:
// so plates keep their size as some come and go.
struct ProcessRoom {
    QRectF area;
    std::size_t processes = 0;
    bool arcs = false;
    double scale = 1;
};
ProcessLayout layoutProcesses(const ProcessTree& tree, const ProcessRoom& room);

// From a parent's plate down and to the left edge of its child's.
QPainterPath forkEdge(const QRectF& parent, const QRectF& child, double scale);
// From the right edge of one plate around to that of another; `bulge` pixels wide.
QPainterPath sideEdge(const QRectF& from, const QRectF& to, double bulge, double scale);

}  // namespace interleave::ui
