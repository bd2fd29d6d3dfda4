#include "ui/theme/segments.hpp"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

class SegmentsTest : public testing::Test {
protected:
    SegmentsTest() {
        for (int i = 0; i < 3; ++i) m_segments.add(i, QString::number(i));
        m_segments.show();
    }
    QToolButton* button(int id) const { return m_segments.findChildren<QToolButton*>().at(id); }
    Segments m_segments;
};

TEST_F(SegmentsTest, AClickChoosesAndIsTold) {
    QSignalSpy picked(&m_segments, &Segments::picked);
    m_segments.setChosen(0);
    QTest::mouseClick(button(2), Qt::LeftButton);
    EXPECT_EQ(m_segments.chosenId(), 2);
    EXPECT_EQ(picked.count(), 1);
}

TEST_F(SegmentsTest, ChoosingFromTheProgramIsNotTold) {
    QSignalSpy picked(&m_segments, &Segments::picked);
    m_segments.setChosen(1);
    EXPECT_EQ(m_segments.chosenId(), 1);
    m_segments.setChosen(-1);
    EXPECT_EQ(m_segments.chosenId(), -1);
    EXPECT_EQ(picked.count(), 0);
}

TEST_F(SegmentsTest, OneThatIsNotAvailableSaysWhyAndCannotBeChosen) {
    m_segments.setChosen(0);
    m_segments.setAvailable(1, false, "because");
    QTest::mouseClick(button(1), Qt::LeftButton);
    EXPECT_EQ(m_segments.chosenId(), 0);
    EXPECT_EQ(button(1)->toolTip(), "because");
}

}  // namespace
}  // namespace interleave::ui
