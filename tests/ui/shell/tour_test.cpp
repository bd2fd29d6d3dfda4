#include "ui/shell/tour.hpp"

#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <gtest/gtest.h>

#include "ui/shell/main_window.hpp"

namespace interleave::ui {
namespace {

constexpr QSize kHint{300, 160};
constexpr QSize kSmallWindow{1280, 720};
const QRect kWholeWindow = QRect(QPoint(0, 0), kSmallWindow);

TEST(TourPlace, TheFirstSideWithRoomIsTaken) {
    const auto place = placeOfHint({0, 100, 200, 500}, kHint, kSmallWindow, {TourSide::right, TourSide::below});
    EXPECT_EQ(place.beside, TourSide::right);
    EXPECT_EQ(place.box.left(), 200);
    EXPECT_NEAR(place.box.center().y(), 349, 1);
    EXPECT_NEAR(place.box.top() + place.arrow, 349, 1);
}

TEST(TourPlace, WithoutRoomThereTheNextSideIsTaken) {
    const auto place = placeOfHint({1100, 10, 100, 40}, kHint, kSmallWindow, {TourSide::right, TourSide::below});
    EXPECT_EQ(place.beside, TourSide::below);
    EXPECT_EQ(place.box.top(), 50);
    EXPECT_TRUE(kWholeWindow.contains(place.box));
}

TEST(TourPlace, NearACornerTheHintStaysInTheWindowAndItsArrowStillPointsAtTheTarget) {
    const QRect button(1200, 10, 60, 40);
    const auto place = placeOfHint(button, kHint, kSmallWindow, {TourSide::below});
    EXPECT_EQ(place.box.right() + 1, kSmallWindow.width() - kTourMargin);
    EXPECT_NEAR(place.box.left() + place.arrow, button.center().x(), 1);
}

TEST(TourPlace, BesideWhatFillsTheWindowThereIsNoRoomSoItLiesWithin) {
    const std::vector<TourSide> anywhere{TourSide::right, TourSide::left, TourSide::below, TourSide::above};
    const auto place = placeOfHint(kWholeWindow, kHint, kSmallWindow, anywhere);
    EXPECT_EQ(place.beside, TourSide::within);
    EXPECT_TRUE(kWholeWindow.contains(place.box));
}

class TourTest : public testing::Test {
protected:
    TourTest() {
        QSettings().clear();
        m_window.resize(1280, 720);
        m_window.chooseScenario("locks/deadlock");
        m_window.show();
        QTest::qWait(50);
        QAction* tour = nullptr;
        for (QAction* each : m_window.actions())
            if (each->text() == "&Tour of the window") tour = each;
        if (tour != nullptr) tour->trigger();
    }
    ~TourTest() override { speak(Language::english); }

    TourCallout* hint() { return m_window.findChild<TourCallout*>(); }
    QPushButton* button(const QString& text) {
        for (QPushButton* each : hint()->findChildren<QPushButton*>())
            if (each->text() == text) return each;
        return nullptr;
    }

    Model m_model;
    MainWindow m_window{m_model};
};

TEST_F(TourTest, ThreeHintsFollowEachOtherWithinTheWindow) {
    for (int step = 0; step < 3; ++step) {
        ASSERT_EQ(m_window.tour().at(), step);
        QTest::qWait(250);  // it slides
        EXPECT_TRUE(hint()->isVisible());
        EXPECT_TRUE(m_window.rect().contains(hint()->geometry())) << step;
        EXPECT_FALSE(hint()->accessibleDescription().isEmpty());
        QTest::mouseClick(button(step == 2 ? "Begin" : "Next"), Qt::LeftButton);
    }
    EXPECT_FALSE(m_window.tour().isOn());
    EXPECT_FALSE(hint()->isVisible());
}

TEST_F(TourTest, EscapeSkipsTheRest) {
    QTest::keyClick(&m_window, Qt::Key_Escape);
    EXPECT_FALSE(m_window.tour().isOn());
}

TEST_F(TourTest, WhatIsUnderAHintWorksOn) {
    EXPECT_EQ(hint()->windowModality(), Qt::NonModal);
    m_window.chooseScenario("locks/mutex");
    EXPECT_EQ(m_model.scenario()->id, "locks/mutex");
    EXPECT_TRUE(m_window.tour().isOn());
}

TEST_F(TourTest, AHintKeepsBesideItsPartAsTheWindowGrows) {
    QTest::qWait(250);
    const QPoint before = hint()->pos();
    m_window.resize(1900, 1000);
    EXPECT_TRUE(QTest::qWaitFor([&] { return hint()->pos() != before; }, 5000));
    EXPECT_TRUE(m_window.rect().contains(hint()->geometry()));
}

TEST_F(TourTest, ItChangesItsLanguageWithTheWindow) {
    const QString english = hint()->accessibleName();
    speak(Language::chinese);
    EXPECT_TRUE(QTest::qWaitFor([&] { return hint()->accessibleName() != english; }, 5000));
}

TEST_F(TourTest, WithoutAnimationsAHintStandsWhereItBelongsAtOnce) {
    QTest::qWait(500);  // until all that a hint points at has its place
    m_window.tour().end();
    m_window.tour().setAnimated(false);
    m_window.tour().begin();
    const QPoint at = hint()->pos();
    QTest::qWait(250);
    EXPECT_EQ(hint()->pos(), at);
}

TEST_F(TourTest, BySelfItIsShownOnce) {
    EXPECT_TRUE(Tour::isDue());
    EXPECT_FALSE(Tour::isDue());
}

}  // namespace
}  // namespace interleave::ui
