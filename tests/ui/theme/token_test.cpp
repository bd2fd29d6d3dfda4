#include "ui/theme/token.hpp"

#include <gtest/gtest.h>

#include "ui/states/token_motion.hpp"

namespace interleave::ui {
namespace {

QPainterPath straight(QPointF from, QPointF to) {
    QPainterPath path(from);
    path.lineTo(to);
    return path;
}

TEST(TokenLetters, ShortNamesStayWhole) {
    EXPECT_EQ(tokenLetters("T1"), "T1");
    EXPECT_EQ(tokenLetters("C"), "C");
    EXPECT_EQ(tokenLetters("P12"), "P12");
}

TEST(TokenLetters, LongNamesKeepTheirFirstLetterAndTheirNumber) {
    EXPECT_EQ(tokenLetters("producer 2"), "P2");
    EXPECT_EQ(tokenLetters("worker 12"), "W12");
    EXPECT_EQ(tokenLetters("task-4096"), "T96");
    EXPECT_EQ(tokenLetters("main"), "M");
    EXPECT_EQ(tokenLetters(""), "");
}

TEST(TokenShape, TellsHuesOfOneColourApart) {
    const QRectF box(0, 0, 20, 20);
    const QPointF corner(2.5, 2.5);
    EXPECT_FALSE(tokenShape(box, 0).contains(corner));  // a circle
    EXPECT_TRUE(tokenShape(box, 5).contains(corner));   // a square
    EXPECT_FALSE(tokenShape(box, 10).contains(corner)); // a hexagon
    EXPECT_TRUE(tokenShape(box, 10).contains(QPointF(0.5, 10)));
}

TEST(TokenMotion, ATokenTravelsAndThenStands) {
    TokenMotion motion;
    motion.place({0}, {0, 0});
    EXPECT_FALSE(motion.moving(1000));
    motion.send({0}, straight({0, 0}, {100, 0}), 1000);
    EXPECT_TRUE(motion.moving(1100));
    EXPECT_NEAR(motion.at({0}, 1000).x(), 0, 0.1);
    EXPECT_NEAR(motion.at({0}, 1000 + TokenMotion::kTravel / 2).x(), 50, 1);
    EXPECT_EQ(motion.at({0}, 1000 + TokenMotion::kTravel), QPointF(100, 0));
    EXPECT_FALSE(motion.moving(1000 + TokenMotion::kTravel));
}

TEST(TokenMotion, OneSentOnUnderwayArrivesWhenItWasToArrive) {
    TokenMotion motion;
    motion.place({0}, {0, 0});
    motion.send({0}, straight({0, 0}, {100, 0}), 0);
    motion.send({0}, straight({50, 0}, {50, 80}), TokenMotion::kTravel - 10);
    EXPECT_EQ(motion.at({0}, TokenMotion::kTravel), QPointF(50, 80));
}

TEST(TokenMotion, TravelsWithinTheTimeThatMotionMayTake) {
    EXPECT_GE(TokenMotion::kTravel, 150);
    EXPECT_LE(TokenMotion::kTravel, 250);
}

}  // namespace
}  // namespace interleave::ui
