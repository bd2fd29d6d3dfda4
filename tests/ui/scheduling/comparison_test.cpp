// Runs put side by side, and the window's middle that shows them.
#include <gtest/gtest.h>

#include <QTest>

#include "core/sched/policy_options.hpp"
#include "tests/support/scenes.hpp"
#include "ui/scheduling/compare_panel.hpp"
#include "ui/scheduling/comparison.hpp"
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
    const auto numbers = Comparison::numbers(runs);
    ASSERT_EQ(numbers.size(), 2U);
    EXPECT_EQ(numbers[0].values, (std::vector<double>{1, 2}));
    EXPECT_EQ(numbers[1].label, QStringLiteral("other ms"));
    EXPECT_EQ(Comparison::nameOf(runs, 1), QStringLiteral("two"));
}

TEST(Comparison, CountsInPowersOfTenWhatIsFarApart) {
    EXPECT_TRUE(needsPowersOfTen({{QString(), {3000, 200}}}));
    EXPECT_FALSE(needsPowersOfTen({{QString(), {300, 200}}}));
    EXPECT_FALSE(needsPowersOfTen({{QString(), {300, 0}}}));
}

class Comparing : public testing::Test {
protected:
    Comparing() { m_model.setRunner(QStringLiteral(INTERLEAVE_RUNNER_PROGRAM)); }
    bool runsToItsEnd(const char* scenario, const ParamValues& params) {
        m_model.chooseScenario(scenario);
        RunRequest request = m_model.request();
        request.runtime = RuntimeKind::virtualTime;
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
