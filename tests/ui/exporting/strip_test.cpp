// Several moments on one page: which ones, where they stand, and that what comes after each is pale.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/broken_lines.hpp"
#include "ui/exporting/picture_file.hpp"
#include "ui/exporting/strip/moments.hpp"
#include "ui/exporting/strip/strip_layout.hpp"
#include "ui/exporting/strip/strip_picture.hpp"
#include "ui/live/scenario_text.hpp"

namespace interleave::ui {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using Choice = StripMoments::Choice;

std::vector<StripMoment> momentsFor(const Store& store, const StripMoments& wanted) {
    const auto moments = stripMoments(store, wanted, {});
    EXPECT_TRUE(moments) << moments.error().what;
    return moments.value_or(std::vector<StripMoment>{});
}

TEST(StripMoments, AreSpreadEvenlyAndTheLastIsTheEnd) {
    const Store store = scenes::deadlock();
    const auto moments = momentsFor(store, {.count = 3});
    ASSERT_EQ(moments.size(), 3u);
    EXPECT_EQ(moments.back().at, store.span().end);
    EXPECT_EQ(moments[1].at - moments[0].at, moments[2].at - moments[1].at);
}

TEST(StripMoments, OfAPartAreSpreadOverThatPart) {
    const Store store = scenes::deadlock();
    const auto moments = stripMoments(store, {.count = 2}, {TraceTime{} + 100ms, TraceTime{} + 300ms});
    ASSERT_TRUE(moments);
    EXPECT_EQ(moments->at(0).at, TraceTime{} + 200ms);
    EXPECT_EQ(moments->at(1).at, TraceTime{} + 300ms);
}

TEST(StripMoments, OfAPersonsOwnStandInOrderOnceEachAndWithinTheRun) {
    const Store store = scenes::deadlock();
    const auto moments = momentsFor(store, {.choice = Choice::chosen, .at = {1s, 500ms, 1s, 1h}});
    ASSERT_EQ(moments.size(), 3u);
    EXPECT_EQ(moments[0].at, TraceTime{} + 500ms);
    EXPECT_EQ(moments[1].at, TraceTime{} + 1s);
    EXPECT_EQ(moments[2].at, store.span().end);
}

TEST(StripMoments, WhereTheRunTurnsAreTheDeadlockAndWhatLedToIt) {
    const Store store = scenes::deadlock();
    const auto moments = momentsFor(store, {.choice = Choice::turningPoints});
    ASSERT_GE(moments.size(), 2u);
    EXPECT_LT(moments.front().at, store.deadlocks().front().at);
    const auto atDeadlock = std::ranges::find(moments, store.deadlocks().front().at, &StripMoment::at);
    ASSERT_NE(atDeadlock, moments.end());
    EXPECT_TRUE(atDeadlock->alarm);
    EXPECT_THAT(atDeadlock->sentence.toStdString(), HasSubstr("T1"));
}

TEST(StripMoments, OfALessonAreItsStepsWithTheirOwnSentences) {
    Store store = scenes::deadlock();
    store.facts().scenario = "locks/deadlock";
    const auto& steps = scenarioText("locks/deadlock").steps;
    if (steps.empty()) GTEST_SKIP() << "the lesson of locks/deadlock is not written yet";
    const auto moments = momentsFor(store, {.choice = Choice::steps});
    ASSERT_FALSE(moments.empty());
    for (const StripMoment& moment : moments)
        EXPECT_TRUE(
            std::ranges::any_of(steps, [&](const LessonStep& step) { return step.text.shown() == moment.sentence; }));
    EXPECT_TRUE(std::ranges::is_sorted(moments, {}, &StripMoment::at));
}

TEST(StripMoments, OfAScenarioWithoutStepsAreRefusedWithAWayOn) {
    Store store = scenes::deadlock();
    store.facts().scenario = "no/such";
    const auto moments = stripMoments(store, {.choice = Choice::steps}, {});
    ASSERT_FALSE(moments);
    EXPECT_THAT(moments.error().what, HasSubstr("by number or by time"));
}

TEST(StripMoments, OfNoRunAreRefused) {
    const Store empty;
    const auto moments = stripMoments(empty, {}, {});
    ASSERT_FALSE(moments);
    EXPECT_THAT(moments.error().what, HasSubstr("run"));
}

TEST(StripPicture, WithTooLittleRoomForItsLanesIsRefusedWithAWayOn) {
    const Store store = scenes::deadlock();
    PictureOptions options{.subject = PictureSubject::strip, .size = {1920, 1080}};
    options.moments = {.count = 12, .columns = 1};
    const auto strip = stripPicture(store, Scene{}, options);
    ASSERT_FALSE(strip);
    EXPECT_THAT(strip.error().what, HasSubstr("choose fewer"));
    options.moments.columns = 4;
    EXPECT_TRUE(stripPicture(store, Scene{}, options));
}

TEST(StripGrid, CellsFillThePageAndNeverOverlap) {
    const StripGrid grid = gridOf(5, 2, {1000, 620}, 10);
    EXPECT_EQ(grid.rows, 3);
    const QRectF page(0, 0, 1000, 620);
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(page.adjusted(-0.01, -0.01, 0.01, 0.01).contains(grid.cellOf(i, {0, 0})));
        for (int j = 0; j < i; ++j) EXPECT_FALSE(grid.cellOf(i, {0, 0}).intersects(grid.cellOf(j, {0, 0})));
    }
}

TEST(StripGrid, TakesWhatShowsMostAndLeavesNoPlaceEmptyIfItCan) {
    const auto wide = [](QSizeF cell) { return cell.width(); };
    EXPECT_EQ(bestGrid(4, {1000, 1000}, 0, wide).columns, 1);
    const auto high = [](QSizeF cell) { return cell.height(); };
    EXPECT_EQ(bestGrid(4, {1000, 1000}, 0, high).columns, 4);
    const auto alike = [](QSizeF) { return 1.0; };
    EXPECT_EQ(bestGrid(3, {1000, 1000}, 0, alike).columns, 1) << "below each other they are compared by looking down";
}

TEST(BrokenLines, BreakBetweenWordsAndCutWhatIsLeftOver) {
    const QFontMetricsF metrics(textFont(16));
    const QString text = "one two three four five six seven eight nine ten";
    const double width = metrics.horizontalAdvance("one two three four") + 1;
    const auto lines = brokenLines(text, metrics, width, 2);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0], "one two three four");
    EXPECT_TRUE(lines[1].endsWith(QChar(0x2026))) << lines[1].toStdString();
    EXPECT_EQ(brokenLines("short", metrics, 500, 2).size(), 1u);
    EXPECT_TRUE(brokenLines("", metrics, 500, 2).empty());
    for (const QString& line : brokenLines("一个线程等待另一个线程所持有的锁，而后者又在等它", metrics, 150, 9))
        EXPECT_LE(metrics.horizontalAdvance(line), 150);
}

// Pixels of exactly that colour in a part of the picture.
int count(const QImage& image, const QRect& area, const QColor& color) {
    int found = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x) found += image.pixelColor(x, y) == color ? 1 : 0;
    return found;
}

TEST(Strip, ShowsMoreOfTheRunFromMomentToMoment) {
    const Store store = scenes::deadlock();
    for (const ThemeName theme : {ThemeName::light, ThemeName::dark, ThemeName::print}) {
        PictureOptions options{.subject = PictureSubject::strip, .theme = theme};
        options.moments = {.count = 3, .columns = 3};
        const auto image = pictureImage(store, {}, options);
        ASSERT_TRUE(image) << image.error().what;
        EXPECT_EQ(image->size(), QSize(1920, 1080));
        const QColor sleeping = Theme::named(theme).state(StateClass::sleeping);
        int before = -1;
        for (int i = 0; i < 3; ++i) {
            const int now = count(*image, QRect(i * 640, 120, 640, 800), sleeping);  // below the legend
            EXPECT_GT(now, before) << "moment " << i;
            before = i < 1 ? now : before;  // T1 and T2 sleep until the second third, and are seen in the last one, too
        }
    }
}

TEST(Strip, IsWrittenAsPictureDrawingAndPage) {
    const Store store = scenes::deadlock();
    const PictureOptions options{.subject = PictureSubject::strip};
    for (const auto& [format, begins] :
         {std::pair{ExportFormat::png, "\x89PNG"}, {ExportFormat::svg, "<?xml"}, {ExportFormat::pdf, "%PDF-"}}) {
        const auto bytes = pictureFile(store, {}, format, options);
        ASSERT_TRUE(bytes) << bytes.error().what;
        EXPECT_TRUE(bytes->startsWith(begins));
    }
}

}  // namespace
}  // namespace interleave::ui
