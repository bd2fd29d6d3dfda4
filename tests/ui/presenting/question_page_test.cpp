#include "ui/presenting/question_page.hpp"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "ui/timeline/timeline_style.hpp"

namespace interleave::ui {
namespace {

class QuestionPageTest : public testing::Test {
protected:
    QuestionPageTest() {
        m_page.resize(1840, 900);
        m_asked = {
            .text = "Two threads need both locks and take them in opposite order. Will they finish?",
            .choices = {"Yes, both of them", "Only the one that gets its first lock earlier", "No, neither of them"},
            .taken = {},
            .right = {},
            .hint = "1, 2, 3: what do you expect?"};
        m_page.ask(m_asked);
        m_page.show();
    }

    QuestionPage m_page{nullptr};
    WallQuestion m_asked;
};

TEST_F(QuestionPageTest, HasThreeChoicesOneBelowTheOther) {
    for (int i = 0; i < 3; ++i) {
        EXPECT_FALSE(m_page.choiceBox(i).isEmpty());
        EXPECT_TRUE(QRectF(m_page.rect()).contains(m_page.choiceBox(i)));
    }
    for (int i = 1; i < 3; ++i) EXPECT_GT(m_page.choiceBox(i).top(), m_page.choiceBox(i - 1).bottom());
    EXPECT_TRUE(m_page.choiceBox(3).isEmpty());
    EXPECT_GE(m_page.choiceTypeSize(), 28);
}

TEST_F(QuestionPageTest, AClickOnAChoiceTakesIt) {
    QSignalSpy chosen(&m_page, &QuestionPage::chosen);
    QTest::mouseClick(&m_page, Qt::LeftButton, {}, m_page.choiceBox(2).center().toPoint());
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.front().front().toInt(), 2);
    QTest::mouseClick(&m_page, Qt::LeftButton, {}, {5, 5});
    EXPECT_EQ(chosen.count(), 1);
}

TEST_F(QuestionPageTest, TheRightOneIsMarkedOnlyOnceItIsKnown) {
    const QColor told =
        edgeColor(Theme::named(ThemeName::light).state(StateClass::running), Theme::named(ThemeName::light).ground);
    const auto marked = [&](int index) {
        const QImage page = m_page.grab().toImage();
        const QRectF box = m_page.choiceBox(index);
        return page.pixelColor(static_cast<int>(box.center().x()), static_cast<int>(box.top()) + 2) == told;
    };
    m_asked.taken = 0;
    m_page.ask(m_asked);
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(marked(i)) << i;
    m_asked.right = 2;
    m_page.ask(m_asked);
    EXPECT_FALSE(marked(0));
    EXPECT_TRUE(marked(2));
    EXPECT_TRUE(m_page.accessibleDescription().contains("what happened")) << "and in words, for whoever cannot see it";
}

}  // namespace
}  // namespace interleave::ui
