// Runs put side by side, and the window's middle that shows them.
#include <gtest/gtest.h>

#include <QTest>

#include "core/sched/policy_options.hpp"
#include "tests/support/scenes.hpp"
#include "ui/scheduling/compare_panel.hpp"
#include "ui/scheduling/comparison.hpp"
#include "ui/scheduling/comparison_painter.hpp"
#include "ui/shell/centre_pages.hpp"

namespace interleave::ui {
namespace {

std::shared_ptr<const Store> runCalled(const std::string& variant, std::int64_t first, std::int64_t second) {
    scenes::Scene scene;
    const ActorId t1 = scene.actor("T1");
    scene.runs(t1, 0).at(5).ends(t1).tells("wall_ms", first).tells("other_ms", second);
    auto store = std::make_shared<Store>(scene.finish(Ended::finished));
    store->facts().variant = variant;
    return store;
}

TEST(Comparison, TakesTheNumbersThatEveryRunTold) {
    const Runs runs{runCalled("one", 1, 10), runCalled("two", 2, 20)};
    const Comparison comparison = Comparison::of(runs);
    ASSERT_EQ(comparison.numbers.size(), 2U);
    EXPECT_EQ(comparison.numbers[0].values, (std::vector<double>{1, 2}));
    EXPECT_EQ(comparison.numbers[1].label, QStringLiteral("other ms"));
    EXPECT_EQ(comparison.runs[1].name, QStringLiteral("two"));
    EXPECT_FALSE(comparison.runs[1].measured.empty());
    EXPECT_TRUE(comparison.runs[1].textbook.empty()) << "it was given no jobs and no policy";
}

TEST(Comparison, TurnsTooShortToTellApartBecomeOneBarThatCoversThem) {
    scenes::Scene scene;
    const ActorId t1 = scene.actor("T1"), t2 = scene.actor("T2");
    scene.runs(t1, 0).at(50).readies(t1);
    for (int i = 0; i < 10'000; ++i) {  // 20 ms of turns of 1 µs
        scene.at(60 + i * 0.002).runs(t1, 0).afterUs(1).readies(t1).runs(t2, 0).afterUs(1).readies(t2);
    }
    const auto store = std::make_shared<Store>(scene.at(100).ends(t1).ends(t2).finish(Ended::finished));
    const Comparison comparison = Comparison::of({store});
    const std::vector<GanttBar>& bars = comparison.runs.at(0).measured.at(0).bars;
    EXPECT_LT(bars.size(), 2000U);
    EXPECT_EQ(bars.front().end, 50) << "a long one stays as it is";
    double covered = 0;
    for (const GanttBar& bar : bars) covered += bar.end - bar.begin;
    EXPECT_NEAR(covered, 70, 1);
}

TEST(Comparison, CountsInPowersOfTenWhatIsFarApart) {
    const auto far = [](std::vector<double> values) {
        Comparison comparison;
        comparison.numbers = {{QStringLiteral("wall"), QStringLiteral("ms"), std::move(values)}};
        return comparison.needsPowersOfTen();
    };
    EXPECT_TRUE(far({3000, 200}));
    EXPECT_FALSE(far({300, 200}));
    EXPECT_FALSE(far({300, 0}));
}

TEST(Comparison, CountsSeveralInPowersOfTenOnlyWhereEachHasAScaleOfItsOwn) {
    Comparison comparison;
    comparison.numbers = {{QStringLiteral("switch"), QStringLiteral("ns"), {9000, 9500, 300}},
                          {QStringLiteral("idle"), QStringLiteral("bytes"), {180'000, 19'000, 750}}};
    EXPECT_TRUE(comparison.needsPowersOfTen());
    comparison.numbers[1].unit = QStringLiteral("ns");
    EXPECT_FALSE(comparison.needsPowersOfTen());
}

TEST(Comparison, RowsFillTheirAreaWithoutOverlap) {
    Comparison comparison;
    for (int i = 0; i < 10; ++i) comparison.runs.push_back({QString::number(i), {}, {}});
    comparison.numbers = {{QStringLiteral("wall"), QStringLiteral("ms"), std::vector<double>(10, 1.0)}};
    comparison.length = 10;
    const QRectF area(10, 20, 900, 400);
    const ComparisonPlaces places = placeComparison(area, comparison, 1);
    for (std::size_t i = 0; i < 10; ++i) {
        EXPECT_TRUE(area.adjusted(-1, -1, 1, 1).contains(places.row(i)));
        EXPECT_EQ(places.rowAt(places.row(i).center(), 10), i);
    }
    EXPECT_LT(places.names.right(), places.charts.left() + 1);
    EXPECT_LT(places.charts.right(), places.bars.left());
    EXPECT_EQ(places.rowAt({5, 5}, 10), std::nullopt);
}

TEST(Comparison, WhereThereIsNoRoomForBothNumbersAreShownWithoutCharts) {
    Comparison comparison;
    for (int i = 0; i < 4; ++i) comparison.runs.push_back({QString::number(i), {}, {}});
    comparison.numbers = {{QStringLiteral("wall"), QStringLiteral("ms"), std::vector<double>(4, 1.0)}};
    comparison.length = 10;
    const QRectF area(10, 20, 900, 400);
    EXPECT_FALSE(placeComparison(area, comparison, 1).charts.isEmpty());
    const ComparisonPlaces large = placeComparison(area, comparison, 2);
    EXPECT_TRUE(large.charts.isEmpty());
    EXPECT_GT(large.bars.width(), area.width() / 2);
    EXPECT_EQ(large.rowAt(large.row(3).center(), 4), 3U);
    EXPECT_TRUE(large.header) << "one number has its label once";
    EXPECT_LT(area.top(), large.names.top());
    comparison.numbers.clear();
    EXPECT_FALSE(placeComparison(area, comparison, 2).charts.isEmpty()) << "there is nothing else to show";
}

class Comparing : public testing::Test {
protected:
    Comparing() { m_model.setRunner(QStringLiteral(INTERLEAVE_RUNNER_PROGRAM)); }
    bool runsToItsEnd(const char* scenario, const ParamValues& params, RuntimeKind runtime = RuntimeKind::virtualTime) {
        m_model.chooseScenario(scenario);
        RunRequest request = m_model.request();
        request.runtime = runtime;
        for (const auto& [name, value] : params) {
            for (auto& [held, old] : request.params)
                if (held == name) old = value;
        }
        m_model.setRequest(request);
        m_model.run();
        return QTest::qWaitFor([&] { return !m_model.isTicking(); }, 30'000);
    }
    Model m_model;
};

TEST_F(Comparing, MakesEachRunAfterTheOtherAndShowsThemBesideEachOther) {
    auto* timeline = new QWidget;
    CentrePages pages(m_model, timeline);
    ASSERT_TRUE(runsToItsEnd("multitasking/policy-race", {}));
    ASSERT_EQ(m_model.finished().size(), policies().size());
    EXPECT_EQ(m_model.finished().front()->facts().variant, "fcfs");
    EXPECT_TRUE(pages.showsComparison());
    m_model.showFinished(0);
    EXPECT_EQ(m_model.store().facts().variant, "fcfs");
}

TEST_F(Comparing, TheTextbookHasAsManyCoresAsTheRunHad) {
    ASSERT_TRUE(runsToItsEnd("multitasking/policy-race", {{"policy", "fcfs"}}, RuntimeKind::workers));
    const Comparison comparison = Comparison::of(m_model.finished());
    ASSERT_EQ(comparison.runs.size(), 1U);
    EXPECT_EQ(comparison.runs[0].measured.size(), 1U);
    EXPECT_EQ(comparison.runs[0].textbook.size(), 1U);
    EXPECT_FALSE(comparison.legend(true).isEmpty());
    EXPECT_TRUE(comparison.legend(false).isEmpty()) << "there is no textbook without charts";
}

TEST_F(Comparing, TheRunThatTheTimelineShowsIsMarked) {
    ComparePanel panel(m_model);
    ASSERT_TRUE(runsToItsEnd("multitasking/policy-race", {}));
    panel.grab();
    EXPECT_EQ(panel.shownRow(), policies().size() - 1);
    m_model.showFinished(2);
    EXPECT_EQ(panel.shownRow(), 2U);
}

TEST_F(Comparing, TwoThatAreChosenStandAloneJobByJob) {
    ComparePanel panel(m_model);
    ASSERT_TRUE(runsToItsEnd("multitasking/policy-race", {}));
    panel.resize(900, 600);
    panel.grab();
    ASSERT_EQ(panel.runs().size(), policies().size());
    panel.choose(3);
    panel.choose(0);
    panel.grab();
    ASSERT_TRUE(panel.showsPair());
    ASSERT_EQ(panel.comparison().runs.size(), 2U);
    EXPECT_EQ(panel.comparison().runs[0].name, QStringLiteral("FCFS"));
    ASSERT_FALSE(panel.jobs().empty());
    for (const ComparedJob& job : panel.jobs()) EXPECT_GT(job.turnarounds[0], 0) << job.name.toStdString();
    int chosen = -1;
    QObject::connect(&panel, &ComparePanel::runChosen, [&](int index) { chosen = index; });
    QTest::keyClick(&panel, Qt::Key_Down);
    QTest::keyClick(&panel, Qt::Key_Return);
    EXPECT_EQ(chosen, 3);
    QTest::keyClick(&panel, Qt::Key_Escape);
    panel.grab();
    EXPECT_EQ(panel.runs().size(), policies().size());
}

TEST_F(Comparing, OfOneRunAloneShowsTheTimeline) {
    CentrePages pages(m_model, new QWidget);
    ASSERT_TRUE(runsToItsEnd("multitasking/policy-race", {{"policy", "srtf"}}));
    EXPECT_EQ(m_model.finished().size(), 1U);
    EXPECT_FALSE(pages.showsComparison());
    m_model.chooseScenario("locks/deadlock");
    EXPECT_TRUE(m_model.finished().empty());
}

}  // namespace
}  // namespace interleave::ui
