// Several runs side by side: their charts on one axis, the textbook's above what was measured,
// and the numbers that all of them told. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

#include "core/trace/store.hpp"
#include "ui/scheduling/gantt.hpp"

namespace interleave::ui {

using Runs = std::vector<std::shared_ptr<const Store>>;

// A number that every run told, by run.
struct ComparedNumber {
    QString label;               // without its unit
    QString unit;                // "ms"; empty: none was named
    std::vector<double> values;
};

struct ComparedRun {
    QString name;
    std::vector<GanttStrip> textbook;  // by core; empty: it has none, or is the textbook's
    std::vector<GanttStrip> measured;  // by core; empty: too long for a chart
};

// How one job fared in two runs. Times in ms; negative: it did not end there.
struct ComparedJob {
    QString name;
    double turnarounds[2] = {-1, -1};
};

struct Comparison {
    Q_DECLARE_TR_FUNCTIONS(Comparison)

public:
    std::vector<ComparedRun> runs;
    std::vector<ComparedNumber> numbers;  // in the order in which they were told; booleans are none
    double length = 0;                    // ms that the axis shows

    static constexpr std::size_t kMostNumbers = 3;
    static Comparison of(const Runs& runs);
    // What a run is called beside the others: its variant, else its place and runtime.
    static QString nameOf(const Runs& runs, std::size_t index);
    // Jobs that both runs had, by name, in the first one's order.
    static std::vector<ComparedJob> jobsOf(const Store& first, const Store& second);
    // Whether numbers are only to be compared by powers of ten.
    bool needsPowersOfTen() const;
    // Whether all numbers are of one unit, so that their bars have one scale.
    bool hasOneUnit() const;
    // What upper and lower strips are, where charts are shown, and how long the bars, in a few words; empty where that
    // needs none.
    QString legend(bool withCharts) const;
};

}  // namespace interleave::ui
