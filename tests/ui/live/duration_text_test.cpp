#include "ui/live/duration_text.hpp"

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

using namespace std::chrono_literals;

// As typed: with plain spaces.
std::string plain(QString text) {
    return text.replace(QChar(0x00A0), ' ').replace(QChar(0x202F), ' ').replace(QChar(0x2212), '-').toStdString();
}

TEST(DurationText, HasAboutThreeFiguresAndAUnit) {
    EXPECT_EQ(plain(durationText(350ns)), "350 ns");
    EXPECT_EQ(plain(durationText(1500ns)), "1.5 µs");
    EXPECT_EQ(plain(durationText(12us)), "12 µs");
    EXPECT_EQ(plain(durationText(400us)), "0.4 ms");
    EXPECT_EQ(plain(durationText(34ms + 240us)), "34.2 ms");
    EXPECT_EQ(plain(durationText(720ms)), "720 ms");
    EXPECT_EQ(plain(durationText(3200ms)), "3.20 s");
    EXPECT_EQ(plain(durationText(32s)), "32.0 s");
}

TEST(DurationText, LongOnesAreInMinutesAndHours) {
    EXPECT_EQ(plain(durationText(125s)), "2 min 05 s");
    EXPECT_EQ(plain(durationText(1h + 5min)), "1 h 05 min");
}

TEST(DurationText, RoundingNeverYieldsAThousandOfAUnit) {
    EXPECT_EQ(plain(durationText(999'900us)), "1.00 s");
    EXPECT_EQ(plain(durationText(99'960us)), "100 ms");
    EXPECT_EQ(plain(durationText(9'999us)), "10.0 ms");
    EXPECT_EQ(plain(durationText(99'960ms)), "1 min 40 s");
}

TEST(DurationText, ZeroAndNegative) {
    EXPECT_EQ(plain(durationText(0ns)), "0 s");
    EXPECT_EQ(plain(durationText(-1500us)), "-1.5 ms");
}

TEST(DurationText, ItsNumberAndUnitStayOnOneLine) {
    EXPECT_FALSE(durationText(1500us).contains(' '));
}

TEST(TimeText, HasAsManyDecimalsAsCanBeToldApart) {
    const TraceTime time{1'420'000'400};
    EXPECT_EQ(plain(timeText(time)), "1.420 s");
    EXPECT_EQ(plain(timeText(time, 50us)), "1.420000 s");
    EXPECT_EQ(plain(timeText(time, 100ns)), "1.420000400 s");
}

TEST(CountText, GroupsByThree) {
    EXPECT_EQ(plain(countText(316)), "316");
    EXPECT_EQ(plain(countText(1234567)), "1 234 567");
    EXPECT_EQ(plain(countText(-1000)), "-1 000");
}

}  // namespace
}  // namespace interleave::ui
