// What the two panels about scheduling show of a run, and the table of jobs.
#include <gtest/gtest.h>

#include <QDialogButtonBox>
#include <QPushButton>

#include "tests/support/lab_run.hpp"
#include "ui/scheduling/pick_words.hpp"
#include "ui/scheduling/ready_panel.hpp"
#include "ui/scheduling/schedule_panel.hpp"
#include "ui/shell/jobs_dialog.hpp"
#include "ui/shell/jobs_text.hpp"

namespace interleave::ui {
namespace {

using namespace std::chrono_literals;

// Three jobs in turn, 4 ms each, on one virtual core.
std::unique_ptr<Store> roundRobin() {
    auto store = std::make_unique<Store>(runInThisProcess(testOrder(RuntimeKind::virtualTime, 1), [](Lab& lab) {
        lab.schedule("rr", 4ms);
        for (const auto& [name, length] : {std::pair{"P1", 24ms}, {"P2", 3ms}, {"P3", 3ms}})
            lab.spawn(name, [length = Duration{length}](Self self) -> Task { co_await self.compute(length); });
    }));
    store->facts().cores = 1;
    store->facts().ended = Ended::finished;
    return store;
}

TEST(ReadyPanel, ShowsWhoIsServedNextFirst) {
    Model model;
    ReadyPanel panel(model);
    panel.resize(440, 240);
    model.showTrace(roundRobin());
    model.view().setCursor({1'000'000});
    (void)panel.grab();
    ASSERT_EQ(panel.rows().size(), 1U);
    EXPECT_EQ(panel.rows()[0].actors, (std::vector<ActorId>{{1}, {2}}));
    EXPECT_FALSE(panel.tokenBox(0, 1).isEmpty());
    EXPECT_GT(panel.tokenBox(0, 1).left(), panel.tokenBox(0, 0).right());
    EXPECT_TRUE(panel.sentence().contains(QStringLiteral("P1"))) << panel.sentence().toStdString();
}

TEST(SchedulePanel, HasARowForEachJobAndTheAverages) {
    Model model;
    SchedulePanel panel(model);
    panel.resize(460, 500);
    model.showTrace(roundRobin());
    (void)panel.grab();
    ASSERT_EQ(panel.rows().size(), 4U);
    EXPECT_EQ(panel.rows()[0][4], QStringLiteral("30.0"));  // turnaround of P1
    EXPECT_EQ(panel.rows()[3][5], QStringLiteral("5.67"));  // average waiting
    ASSERT_EQ(panel.chart().strips.size(), 1U);
    EXPECT_EQ(panel.chart().strips[0].bars.size(), 4U);
}

TEST(ScheduleRows, PutTheTextbooksTurnaroundBesideTheMeasured) {
    auto store = roundRobin();
    store->facts().runtime = RuntimeKind::workers;  // as if it had been measured
    store->facts().params = {{"jobs", "24,3,3"}, {"policy", "rr"}, {"options", "quantum=4"}};
    const ScheduleView view = ScheduleRows::viewOf(*store);
    ASSERT_TRUE(view.textbook.has_value());
    EXPECT_EQ(ScheduleRows::rows(view)[0].back(), QStringLiteral("0 %"));
    EXPECT_EQ(ScheduleRows::chart(*store, view, {}).strips.size(), 2U);
    EXPECT_FALSE(ScheduleRows::deviation(view).isEmpty());
}

TEST(JobsText, ReadsRowsAsASpreadsheetCopiesThem) {
    const auto rows = pastedRows(QStringLiteral("name\tarrival\tbursts\tpriority\nA\t0\t5 3 4\t2\nB\t1\t7\t\n"));
    ASSERT_EQ(rows.size(), 2U);
    const auto job = jobOf(rows[0], 1);
    ASSERT_TRUE(job) << job.error().what;
    EXPECT_EQ(*job, *parseJob("name=A,cpu=5,io=3,cpu=4,priority=2", 1));
    EXPECT_EQ(pastedRows(QStringLiteral("24\n3\n3")).size(), 3U);
}

TEST(JobsText, IsTheSameThereAndBack) {
    for (const Job& job : randomJobs(20, 4)) EXPECT_EQ(*jobOf(cellsOf(job), 1), job);
}

TEST(JobsDialog, AcceptsNothingThatMakesNoSense) {
    JobsDialog dialog(QStringLiteral("24,3,3"));
    auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    EXPECT_TRUE(ok->isEnabled());
    dialog.paste(QStringLiteral("A\t0\tnonsense 1\t1"));
    EXPECT_FALSE(ok->isEnabled());
    dialog.makeUp(6, 1);
    EXPECT_TRUE(ok->isEnabled());
    EXPECT_EQ(*parseJobs(dialog.jobs().toStdString()), randomJobs(6, 1));
}

}  // namespace
}  // namespace interleave::ui
