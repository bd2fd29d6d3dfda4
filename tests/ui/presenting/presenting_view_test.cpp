// What the wall shows, of traces made by hand.
#include "ui/presenting/presenting_view.hpp"

#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/scheduling/compare_panel.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/point_choice.hpp"
#include "ui/theme/card.hpp"
#include "ui/timeline/timeline_plot.hpp"

namespace interleave::ui {
namespace {

class PresentingViewTest : public testing::Test {
protected:
    PresentingViewTest() {
        m_view.resize(1920, 1080);
        m_view.show();
    }
    ~PresentingViewTest() override { speak(Language::english); }

    void showDeadlock() {
        m_model.chooseScenario("locks/deadlock");
        m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
        QTest::qWait(30);
    }
    static WallPlace lesson(int step) {
        WallPlace place;
        place.step = step;
        place.of = 5;
        place.sentence = step > 0 ? "T1 takes A." : "";
        place.question = {.text = "Will they finish?",
                          .choices = {"yes", "one of them", "no"},
                          .taken = {},
                          .right = {},
                          .hint = "go on"};
        return place;
    }

    Model m_model;
    PresentingView m_view{m_model, pointPanels(m_model)};
};

TEST_F(PresentingViewTest, TitleSentenceAndPanelsAreLargeEnoughForTheLastRow) {
    showDeadlock();
    m_view.setPlace(lesson(2));
    EXPECT_GE(m_view.header().typeSize(), 40);
    EXPECT_GE(m_view.sentence().typeSize(), 32);
    ASSERT_NE(m_view.point(), nullptr);
    EXPECT_GE(std::lround(13 * m_view.point()->textScale()), 24) << "the panels' smallest type";
    EXPECT_GE(m_view.timeline().look().style.detailFont.pixelSize(), 24);
    EXPECT_TRUE(m_view.timeline().look().style.wall);
}

TEST_F(PresentingViewTest, SaysUnderWhichConditionsTheRunIsShown) {
    m_model.chooseScenario("locks/deadlock");
    ASSERT_EQ(m_view.header().plates().size(), 2);
    EXPECT_EQ(m_view.header().plates()[0], "threads");
    EXPECT_EQ(m_view.header().plates()[1], "steered");
    EXPECT_FALSE(m_view.header().title().isEmpty());
}

TEST_F(PresentingViewTest, BeforeAnythingHasRunTheQuestionIsAllThatThereIs) {
    m_model.chooseScenario("locks/deadlock");
    m_view.setPlace(lesson(0));
    EXPECT_TRUE(m_view.asks());
    EXPECT_TRUE(m_view.question().isVisible());
    EXPECT_FALSE(m_view.timeline().isVisible());
    EXPECT_FALSE(m_view.sentence().isVisible());
    EXPECT_TRUE(m_view.placeShown().isEmpty());
}

TEST_F(PresentingViewTest, AStepIsItsSentenceTheTimelineAndOnePanel) {
    showDeadlock();
    m_view.setPlace(lesson(3));
    EXPECT_FALSE(m_view.asks());
    EXPECT_TRUE(m_view.timeline().isVisible());
    EXPECT_TRUE(m_view.sentence().isVisible());
    EXPECT_EQ(m_view.sentence().said().text, "T1 takes A.");
    EXPECT_EQ(m_view.placeShown(), "3 / 5");
    int cards = 0;
    for (Card* card : m_view.findChildren<Card*>()) cards += card->isVisible() ? 1 : 0;
    EXPECT_EQ(cards, 1);
}

TEST_F(PresentingViewTest, AlarmMarksASentenceOnlyWhereItTellsOfTheDeadlock) {
    showDeadlock();
    m_view.setPlace(lesson(1));
    m_model.view().setCursor({100'000'000});
    QTest::qWait(30);
    EXPECT_FALSE(m_view.sentence().said().alarm);
    m_model.view().setCursor(m_model.store().deadlocks().front().at);
    QTest::qWait(30);
    EXPECT_TRUE(m_view.sentence().said().alarm);
}

TEST_F(PresentingViewTest, LargerTypeIsLargerEverywhere) {
    showDeadlock();
    m_view.setPlace(lesson(2));
    const int title = m_view.header().typeSize();
    const int label = m_view.timeline().look().style.detailFont.pixelSize();
    m_view.setType(1.3);
    EXPECT_GT(m_view.header().typeSize(), title);
    EXPECT_GT(m_view.timeline().look().style.detailFont.pixelSize(), label);
    EXPECT_GT(m_view.point()->textScale(), 2);
}

TEST_F(PresentingViewTest, AnotherLanguageIsSpokenAtOnce) {
    m_model.chooseScenario("locks/deadlock");
    const QString english = m_view.header().title();
    speak(Language::chinese);
    QTest::qWait(30);
    EXPECT_NE(m_view.header().title(), english);
    EXPECT_NE(m_view.header().plates()[0], "threads");
}

TEST_F(PresentingViewTest, RunsThatAreComparedStandBesideEachOther) {
    m_model.chooseScenario("multitasking/policy-race");
    EXPECT_NE(qobject_cast<ComparePanel*>(m_view.point()), nullptr);
    RunRequest one = m_model.request();
    for (auto& [name, value] : one.params)
        if (name == "policy") value = "srtf";
    m_model.setRequest(one);
    EXPECT_EQ(qobject_cast<ComparePanel*>(m_view.point()), nullptr) << "one run has nothing beside it";
}

TEST_F(PresentingViewTest, EachChapterHasItsPanel) {
    const Store empty;
    EXPECT_EQ(pointOf("locks/deadlock", empty), PanelKind::waitGraph);
    EXPECT_EQ(pointOf("queues/producer-consumer", empty), PanelKind::queues);
    EXPECT_EQ(pointOf("threads/race", empty), PanelKind::interleaving);
    EXPECT_EQ(pointOf("multitasking/round-robin", empty), PanelKind::ready);
    EXPECT_EQ(pointOf("coroutines/generator", empty), PanelKind::frames);
    EXPECT_EQ(pointOf("coroutines/event-loop", empty), PanelKind::loop);
    EXPECT_EQ(pointOf("processes/fork", empty), PanelKind::processes);
    EXPECT_EQ(pointOf("locks/bankers", empty), PanelKind::bank);
    EXPECT_EQ(pointOf("threads/start-join", empty), PanelKind::code);
}

}  // namespace
}  // namespace interleave::ui
