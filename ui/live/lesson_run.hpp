// A scenario's lesson on the runs that were made: where its steps lie, and which of its choices came true. Pure.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "ui/live/scenario_text.hpp"

namespace interleave::ui {

using Runs = std::vector<std::shared_ptr<const Store>>;

// Where one step lies: on which of the runs, and when; no moment where that run has none.
struct FoundStep {
    std::size_t run = 0;
    std::optional<Moment> moment;
};

// Whether the step speaks of what happens on that run's runtime: not every runtime knows each kind of wait.
bool isMeantFor(const LessonStep& step, RuntimeKind runtime);

// In the order of the steps. A step that names no variant is on the run of the step before; the first one, on the last
// run. A step on a variant that was not run, or meant for other runtimes, has no moment. Walks over each run's events:
// once for each set of runs.
std::vector<FoundStep> findSteps(const std::vector<LessonStep>& steps, const Runs& runs, const TaggedLines& lines);

// Which of the choices the runs bear out.
struct Verdict {
    std::vector<bool> holds;   // by choice
    std::string trouble;       // why one of them could not be asked; empty: all could
    // The right choice; -1 where not exactly one holds.
    int right() const;
};
Verdict judge(const std::vector<Choice>& choices, const Runs& runs);

// The marked lines of a source: `//@ tag` at the end of a line.
TaggedLines taggedLines(const QString& cpp);
// Those of a scenario's own source, as built in; read once each and kept. GUI thread only.
const TaggedLines& linesOf(std::string_view scenario);

// What a view of a run of that span is to show so that the step at `index` can be seen: all of it, unless what happens
// there, or what lies between it and the step beside it, would be too short to be drawn; then just so much less.
TimeRange rangeShowing(const std::vector<FoundStep>& steps, std::size_t index, TimeRange span);

}  // namespace interleave::ui
