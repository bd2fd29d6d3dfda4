// Several runs side by side: their charts on one axis, and the numbers that all of them told. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <memory>
#include <vector>

#include "core/trace/store.hpp"
#include "ui/scheduling/gantt.hpp"

namespace interleave::ui {

using Runs = std::vector<std::shared_ptr<const Store>>;

// A number that every run told, by run.
struct ComparedNumber {
    QString label;
    std::vector<double> values;
};

class Comparison {
    Q_DECLARE_TR_FUNCTIONS(Comparison)

public:
    // What a run is called beside the others: its variant, else its place and runtime.
    static QString nameOf(const Runs& runs, std::size_t index);
    // Numbers that the runs have in common, in the order in which they were told, at most `most`; booleans are none.
    static std::vector<ComparedNumber> numbers(const Runs& runs, std::size_t most = 3);
    // One strip for each core that a run used. `runOfStrip` says whose each is.
    static GanttChart chart(const Runs& runs, std::vector<std::size_t>& runOfStrip);
};

// Whether bars of these heights are only to be compared by powers of ten.
bool needsPowersOfTen(const std::vector<ComparedNumber>& numbers);

}  // namespace interleave::ui
