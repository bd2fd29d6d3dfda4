// A scenario run many times: outcomes counted by pace, and any run opened.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include "core/trace/saved_trace.hpp"
#include "ui/repeat/repeat_dialog.hpp"

namespace interleave::ui {
namespace {

class Repeat : public testing::Test {
protected:
    RunRequest race(Pace pace) {
        RunRequest request = defaultRequest("threads/race").value();
        request.params = {{"rounds", "2"}, {"think", "5"}};
        request.pace = pace;
        request.tempo = 20;
        request.seed = 7;
        return checkedRequest(request).value();
    }
    bool isOver(RepeatedRuns& runs) {
        return QTest::qWaitFor([&] { return !runs.isRunning(); }, 60'000);
    }
};

TEST_F(Repeat, CountsWhatCameOutAndKeepsEachRun) {
    RepeatedRuns runs;
    runs.setRunner(QStringLiteral(INTERLEAVE_RUNNER_PROGRAM));
    runs.start(race(Pace::steered), 3);
    EXPECT_TRUE(runs.isRunning());
    ASSERT_TRUE(isOver(runs));
    const Outcomes& outcomes = runs.series().at(Pace::steered).outcomes;
    EXPECT_EQ(outcomes.runs(), 3U);
    EXPECT_EQ(outcomes.wrong(), 3U) << "steered, each loses updates";
    for (std::uint32_t run = 0; run < 3; ++run) {
        const auto store = SavedTrace::open(runs.fileOf(Pace::steered, run).toStdString());
        ASSERT_TRUE(store) << store.error().what;
        EXPECT_EQ(store->facts().seed, 7U + run);
    }
}

TEST_F(Repeat, CancellingKeepsWhatIsOverAndLeavesNothingRunning) {
    RepeatedRuns runs;
    runs.setRunner(QStringLiteral(INTERLEAVE_RUNNER_PROGRAM));
    runs.start(race(Pace::free), 1000);
    ASSERT_TRUE(QTest::qWaitFor([&] { return runs.done() >= 2; }, 60'000));
    runs.cancel();
    EXPECT_FALSE(runs.isRunning());
    const std::uint32_t done = runs.done();
    QTest::qWait(100);
    EXPECT_EQ(runs.done(), done);
    EXPECT_EQ(runs.series().at(Pace::free).outcomes.runs(), done);
}

TEST_F(Repeat, WithoutARunnerSaysSoOnce) {
    RepeatedRuns runs;
    runs.setRunner(QStringLiteral("/no/such/runner"));
    QSignalSpy failed(&runs, &RepeatedRuns::failed);
    runs.start(race(Pace::free), 5);
    EXPECT_EQ(failed.size(), 1);
    EXPECT_FALSE(runs.isRunning());
}

TEST_F(Repeat, TheDialogShowsAHistogramByPaceAndOpensARun) {
    auto* dialog = new RepeatDialog(race(Pace::steered), Theme::named(ThemeName::light));
    dialog->runs().setRunner(QStringLiteral(INTERLEAVE_RUNNER_PROGRAM));
    dialog->setTimes(2);
    QSignalSpy opened(dialog, &RepeatDialog::openRequested);
    dialog->startOrCancel();
    ASSERT_TRUE(isOver(dialog->runs()));
    QTreeWidget& tree = dialog->tree();
    ASSERT_EQ(tree.topLevelItemCount(), 1) << "one pace so far";
    QTreeWidgetItem* pace = tree.topLevelItem(0);
    ASSERT_GE(pace->childCount(), 1);
    QTreeWidgetItem* outcome = pace->child(0);
    ASSERT_GE(outcome->childCount(), 1);
    emit tree.itemActivated(outcome->child(0), 0);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_TRUE(SavedTrace::open(opened[0][0].toString().toStdString()));
    delete dialog;
}

}  // namespace
}  // namespace interleave::ui
