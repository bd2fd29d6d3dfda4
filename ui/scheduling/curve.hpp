// Compared runs as a curve: a number that each of them told over a parameter, a line for each value of another one, as
// their scenario says (core/scenario, Curve). Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <vector>

#include "ui/scheduling/comparison.hpp"

namespace interleave::ui {

struct ComparedCurve {
    Q_DECLARE_TR_FUNCTIONS(ComparedCurve)

public:
    struct Line {
        QString name;
        std::vector<double> keys;    // ascending
        std::vector<double> values;
    };
    QString along;   // below the axis
    QString result;  // beside it
    std::vector<Line> lines;

    // Nothing where there is no curve to show: the scenario has none, or no line would have two points.
    static ComparedCurve of(const Runs& runs);
    bool empty() const { return lines.empty(); }
};

}  // namespace interleave::ui
