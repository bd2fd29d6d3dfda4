// What a class is shown is large enough for its last row, on whatever screen.
#include "ui/presenting/wall_sizes.hpp"

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

constexpr QSize kScreens[] = {{1280, 720}, {1024, 768}, {1920, 1080}, {2560, 1440}, {3840, 2160}};

TEST(WallSizes, OnAThousandAndEightyLinesEverythingIsAtLeastAsLargeAsAClassNeeds) {
    const WallSizes sizes({1920, 1080});
    EXPECT_GE(sizes.title(), 40);
    EXPECT_GE(sizes.sentence(), 32);
    EXPECT_GE(sizes.leastSentence(), 32);
    EXPECT_GE(sizes.label(), 24);
    EXPECT_GE(sizes.plate(), 24);
    EXPECT_GE(13 * sizes.panelScale(), 24) << "the smallest type of panels and timeline";
}

TEST(WallSizes, GrowWithTheScreensHeightAndWithTheTypeChosen) {
    const WallSizes small({1280, 720}), large({3840, 2160}), chosen({1920, 1080}, 1.3);
    EXPECT_EQ(small.title(), 32);
    EXPECT_EQ(large.title(), 96);
    EXPECT_NEAR(chosen.title(), 48 * 1.3, 0.5);
    EXPECT_GT(chosen.panelScale(), WallSizes({1920, 1080}).panelScale());
}

TEST(WallSizes, AScreenThatIsAsHighAsWideHasSmallerTypeAndNotLessBesideIt) {
    EXPECT_LT(WallSizes({1080, 1080}).title(), WallSizes({1920, 1080}).title());
}

TEST(WallSizes, TypeGoesUpAndDownInStepsThatEnd) {
    EXPECT_GT(largerType(1.0), 1.0);
    EXPECT_DOUBLE_EQ(smallerType(largerType(1.0)), 1.0);
    EXPECT_DOUBLE_EQ(largerType(kLargestType), kLargestType);
    EXPECT_DOUBLE_EQ(smallerType(kSmallestType), kSmallestType);
}

TEST(WallPlaces, LieBesideEachOtherAndNeverOverlap) {
    for (const QSize screen : kScreens) {
        for (const double type : {kSmallestType, 1.0, kLargestType}) {
            for (const Beside beside : {Beside::nothing, Beside::panel, Beside::widePanel}) {
                const WallPlaces places = placesOn(screen, WallSizes(screen, type), beside);
                const QRectF all[] = {places.header, places.timeline, places.panel, places.sentence, places.foot};
                for (const QRectF& one : all) {
                    EXPECT_TRUE(one.isEmpty() || QRectF({0, 0}, screen).contains(one)) << screen.width() << " " << type;
                    for (const QRectF& other : all)
                        EXPECT_TRUE(&one == &other || !one.intersects(other)) << screen.width() << " at " << type;
                }
                EXPECT_EQ(places.panel.isEmpty(), beside == Beside::nothing);
                EXPECT_GT(places.timeline.height(), screen.height() / 3.0);
                EXPECT_GT(places.timeline.width(), screen.width() * 0.45);
            }
        }
    }
}

}  // namespace
}  // namespace interleave::ui
