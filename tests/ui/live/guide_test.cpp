// The guide with a real runner behind it.
#include "ui/live/guide.hpp"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave::ui {
namespace {

constexpr int kPatience = 20'000;  // ms: a loaded machine may take its time

// The scenario of two locks, as it was run.
class GuideTest : public testing::Test {
protected:
    GuideTest() { m_model.setRunner(INTERLEAVE_RUNNER_PROGRAM); }

    void choose(const char* scenario) {
        m_model.chooseScenario(scenario);
        m_model.setTempo(8);
    }
    bool waitForTheEnd() {
        return QTest::qWaitFor([&] { return !m_model.isTicking(); }, kPatience);
    }
    // Every step in turn; whether each put the cursor on its own moment.
    void goThroughAllSteps() {
        for (int place = 1; place <= m_guide.count(); ++place) {
            ASSERT_TRUE(m_guide.canGoOn()) << "before step " << place;
            ASSERT_TRUE(m_guide.next());
            ASSERT_EQ(m_guide.place(), place) << "step " << place << " was not found";
            ASSERT_TRUE(m_guide.momentOf(place).has_value());
            EXPECT_EQ(m_model.view().cursor(), m_guide.momentOf(place)->at) << "step " << place;
            EXPECT_TRUE(m_model.view().visible().begin <= m_model.view().cursor() &&
                        m_model.view().cursor() <= m_model.view().visible().end);
        }
    }

    Model m_model;
    Guide m_guide{m_model};
};

TEST_F(GuideTest, WithoutAScenarioThereIsNowhereToGo) {
    EXPECT_FALSE(m_guide.hasLesson());
    EXPECT_EQ(m_guide.count(), 0);
    EXPECT_FALSE(m_guide.canGoOn());
    EXPECT_FALSE(m_guide.next());
    EXPECT_FALSE(m_guide.previous());
    EXPECT_FALSE(m_guide.goTo(1));
    m_guide.choose(0);
    EXPECT_FALSE(m_guide.taken().has_value());
}

TEST_F(GuideTest, BeforeTheRunThereIsTheQuestionAndNoAnswer) {
    choose("locks/deadlock");
    EXPECT_EQ(m_guide.phase(), Guide::Phase::before);
    EXPECT_EQ(m_guide.place(), 0);
    EXPECT_EQ(m_guide.sentence(), m_guide.text().question.shown());
    EXPECT_FALSE(m_guide.right().has_value());
    EXPECT_FALSE(m_guide.canGoTo(1));
    EXPECT_TRUE(m_guide.canGoOn());
}

TEST_F(GuideTest, GoingOnFromTheQuestionRunsTheScenarioAndThenLeadsThroughItsSteps) {
    choose("locks/deadlock");
    QSignalSpy changed(&m_guide, &Guide::changed);
    m_guide.choose(1);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_TRUE(m_guide.next());
    EXPECT_EQ(m_guide.phase(), Guide::Phase::running);
    EXPECT_FALSE(m_guide.right().has_value());
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_EQ(m_guide.phase(), Guide::Phase::over);
    EXPECT_EQ(m_guide.taken(), 1);
    ASSERT_TRUE(m_guide.right().has_value());
    m_guide.choose(2);  // too late: the answer is known
    EXPECT_EQ(m_guide.taken(), 1);
    goThroughAllSteps();
    EXPECT_FALSE(m_guide.canGoOn());
    EXPECT_FALSE(m_guide.next());
    while (m_guide.place() > 0) ASSERT_TRUE(m_guide.previous());
    EXPECT_FALSE(m_guide.previous());
}

TEST_F(GuideTest, AnotherRunBeginsAtTheQuestionAndKeepsTheChoice) {
    choose("locks/deadlock");
    m_guide.choose(0);
    m_model.run();
    ASSERT_TRUE(waitForTheEnd());
    ASSERT_TRUE(m_guide.goTo(2));
    m_model.run();
    EXPECT_EQ(m_guide.place(), 0);
    EXPECT_EQ(m_guide.taken(), 0);
    EXPECT_FALSE(m_guide.right().has_value());
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_TRUE(m_guide.right().has_value());
}

TEST_F(GuideTest, AnotherScenarioForgetsTheChoice) {
    choose("locks/deadlock");
    m_guide.choose(0);
    choose("threads/race");
    EXPECT_FALSE(m_guide.taken().has_value());
    EXPECT_EQ(m_guide.place(), 0);
}

TEST_F(GuideTest, ASavedRunIsOverAndHasItsSteps) {
    m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
    EXPECT_EQ(m_guide.phase(), Guide::Phase::over);
    EXPECT_TRUE(m_guide.right().has_value());
    EXPECT_TRUE(m_guide.canGoTo(1));
}

TEST_F(GuideTest, ARunThatWasStoppedBearsNoneOfTheChoicesOut) {
    m_model.chooseScenario("queues/producer-consumer");
    m_model.run();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_model.store().totals().events > 50; }, kPatience));
    m_model.stop();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_EQ(m_guide.phase(), Guide::Phase::over);
    EXPECT_FALSE(m_guide.right().has_value());
}

TEST_F(GuideTest, BetweenTheRunsOfAComparisonItStaysWithTheRunAndTellsNoAnswer) {
    choose("multitasking/policy-race");
    int ends = 0;
    int answers = 0;
    QObject::connect(&m_guide, &Guide::changed, [&] {
        ends += m_guide.phase() == Guide::Phase::over ? 1 : 0;
        answers += m_guide.right().has_value() ? 1 : 0;
    });
    ASSERT_TRUE(m_guide.next());
    ASSERT_TRUE(waitForTheEnd());
    ASSERT_GE(m_model.finished().size(), 2u);
    EXPECT_EQ(ends, 1);
    EXPECT_EQ(answers, 1);
}

TEST_F(GuideTest, StepsOfAComparisonShowTheRunThatTheyAreOn) {
    choose("multitasking/policy-race");
    ASSERT_TRUE(m_guide.next());
    ASSERT_TRUE(waitForTheEnd());
    ASSERT_GE(m_model.finished().size(), 2u);
    EXPECT_TRUE(m_guide.right().has_value());
    goThroughAllSteps();
}

}  // namespace
}  // namespace interleave::ui
