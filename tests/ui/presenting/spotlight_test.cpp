#include "ui/presenting/spotlight.hpp"

#include <QImage>
#include <QPaintEvent>
#include <QTest>

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

class SpotlightTest : public testing::Test {
protected:
    SpotlightTest() {
        m_wall.resize(1200, 800);
        m_wall.setStyleSheet("background: white;");
        m_light = new Spotlight(&m_wall);
        m_light->resize(m_wall.size());
        m_light->setRadius(100);
        m_light->moveTo({300, 300});
        m_light->show();
        m_wall.show();
        QTest::qWait(50);
    }
    QColor seenAt(QPoint point) { return m_wall.grab().toImage().pixelColor(point); }

    QWidget m_wall;
    Spotlight* m_light = nullptr;
};

// Gathers what of a widget is painted.
class Painted : public QObject {
public:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) region += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
    QRegion region;
};

TEST_F(SpotlightTest, IsClearInTheMiddleAndDarkAround) {
    EXPECT_EQ(seenAt({300, 300}), QColor(Qt::white));
    EXPECT_EQ(seenAt({360, 300}), QColor(Qt::white)) << "well within the pool";
    EXPECT_LT(seenAt({900, 600}).lightness(), 100);
    EXPECT_EQ(seenAt({201, 201}).lightness(), seenAt({900, 600}).lightness()) << "the pool is round";
    const int edge = seenAt({392, 300}).lightness();
    EXPECT_LT(edge, 255);
    EXPECT_GT(edge, seenAt({900, 600}).lightness());
}

TEST_F(SpotlightTest, FollowsThePointer) {
    m_light->moveTo({800, 500});
    EXPECT_EQ(seenAt({800, 500}), QColor(Qt::white));
    EXPECT_LT(seenAt({300, 300}).lightness(), 100);
}

TEST_F(SpotlightTest, PaintsOnlyWhereItWasAndWhereItIs) {
    Painted painted;
    m_light->installEventFilter(&painted);
    const QRect before = m_light->pool();
    m_light->moveTo({320, 310});
    QTest::qWait(50);
    ASSERT_FALSE(painted.region.isEmpty());
    EXPECT_TRUE((painted.region - (QRegion(before) + m_light->pool())).isEmpty());
}

TEST_F(SpotlightTest, TakesNoClicks) { EXPECT_TRUE(m_light->testAttribute(Qt::WA_TransparentForMouseEvents)); }

}  // namespace
}  // namespace interleave::ui
