// A run as PNG, SVG and PDF: judged by size, by the colours of a lane over time, and by what elements a file has.
#include <QHash>
#include <QImage>
#include <QXmlStreamReader>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/picture_file.hpp"

namespace interleave::ui {
namespace {

QImage pngOf(const Store& store, const PictureOptions& options, const Scene& scene = {}) {
    const auto bytes = pictureFile(store, scene, ExportFormat::png, options);
    EXPECT_TRUE(bytes) << bytes.error().what;
    QImage image;
    EXPECT_TRUE(image.loadFromData(bytes.value_or(QByteArray()), "PNG"));
    return image;
}

// From the first to the last column in which `row` has `color`; (-1, -1) where it has none.
std::pair<int, int> stretchOf(const QImage& image, int row, const QColor& color) {
    std::pair<int, int> found{-1, -1};
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixelColor(x, row) != color) continue;
        if (found.first < 0) found.first = x;
        found.second = x;
    }
    return found;
}

// The first row from the top in which `color` fills at least `least` pixels.
int rowWith(const QImage& image, const QColor& color, int least) {
    for (int y = 0; y < image.height(); ++y) {
        int count = 0;
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == color ? 1 : 0;
        if (count >= least) return y;
    }
    return -1;
}

TEST(ExportedPicture, HasTheSizeTimesTheScaleInPixels) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(pngOf(store, {}).size(), QSize(1920, 1080));
    EXPECT_EQ(pngOf(store, {.size = {1280, 720}, .scale = 1.5}).size(), QSize(1920, 1080));
    EXPECT_EQ(pngOf(store, {.size = {640, 400}, .scale = 0.25}).size(), QSize(160, 100));
}

TEST(ExportedPicture, ShowsEachStateForItsShareOfTheTime) {
    const Store store = scenes::deadlock();
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::print}) {
        const Theme& theme = Theme::named(name);
        const QImage image = pngOf(store, {.theme = name});
        const int row = rowWith(image, theme.state(StateClass::sleeping), 200);
        ASSERT_GE(row, 0);
        // Near the top of T1's bar, where no label stands: it computes 22–340 ms and sleeps 340–1345 ms.
        const auto running = stretchOf(image, row + 8, theme.state(StateClass::running));
        const auto sleeping = stretchOf(image, row + 8, theme.state(StateClass::sleeping));
        ASSERT_GE(running.first, 0);
        const double pixelsPerMs = (sleeping.second - sleeping.first) / 1005.0;
        EXPECT_NEAR((sleeping.first - running.first) / pixelsPerMs, 340 - 22, 8) << "theme " << static_cast<int>(name);
        const auto waiting = stretchOf(image, row + 8, theme.state(StateClass::waitingLock));
        EXPECT_NEAR((waiting.first - sleeping.first) / pixelsPerMs, 1357 - 340, 30)
            << "the first pixel between two lines of its hatch";
        EXPECT_NEAR((waiting.second - sleeping.first) / pixelsPerMs, 3000 - 340, 30) << "up to the end of the run";
    }
}

TEST(ExportedPicture, MarksTheDeadlockAndLeavesItOutBeforeItIsClosed) {
    const Store store = scenes::deadlock();
    const QColor danger = Theme::named(ThemeName::light).danger;
    EXPECT_GE(rowWith(pngOf(store, {}), danger, 60), 0) << "the plate with its words";
    const Scene before{{{0}, {1'000'000'000}}, TraceTime{900'000'000}, {}};
    EXPECT_EQ(rowWith(pngOf(store, {}, before), danger, 20), -1);
}

TEST(ExportedPicture, WithoutACaptionGivesItsRoomToTheTimeline) {
    const Store store = scenes::deadlock();
    const QColor muted = Theme::named(ThemeName::light).hairline;
    const QImage with = pngOf(store, {});
    const QImage without = pngOf(store, {.caption = false});
    // The hairline above the caption runs from edge to edge.
    EXPECT_GE(rowWith(with, muted, 1700), 0);
    EXPECT_EQ(rowWith(without, muted, 1700), -1);
}

TEST(ExportedPicture, IsTheSameEachTime) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(pngOf(store, {}), pngOf(store, {}));
}

TEST(ExportedPicture, TellsItsConditionsInThePngToo) {
    const QImage image = pngOf(scenes::deadlock(), {});
    EXPECT_TRUE(image.text("Description").contains("steered"));
    EXPECT_TRUE(image.text("Software").startsWith("Interleave "));
}

TEST(ExportedPicture, AsSvgIsShapesAndTextWithoutBitmaps) {
    const auto svg = pictureFile(scenes::deadlock(), {}, ExportFormat::svg, {});
    ASSERT_TRUE(svg);
    QXmlStreamReader reader(*svg);
    QHash<QString, int> elements;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement) ++elements[reader.name().toString()];
    ASSERT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_GT(elements["path"], 20);
    EXPECT_GE(elements["rect"], 2);
    EXPECT_GT(elements["text"], 10);
    EXPECT_EQ(elements["image"], 0);
    EXPECT_TRUE(svg->contains("held by T1"));
    EXPECT_TRUE(svg->contains(Theme::named(ThemeName::light).state(StateClass::waitingLock).name().toUtf8()));
}

TEST(ExportedPicture, AsPdfIsOnePageOfVectors) {
    const auto pdf = pictureFile(scenes::deadlock(), {}, ExportFormat::pdf, {.size = {1280, 720}});
    ASSERT_TRUE(pdf);
    EXPECT_TRUE(pdf->startsWith("%PDF-1."));
    EXPECT_EQ(pdf->count("/Type /Page\n"), 1);
    EXPECT_TRUE(pdf->contains("/MediaBox [0 0 960.000000 540.000000]") || pdf->contains("/MediaBox [0 0 960 540]"));
    EXPECT_FALSE(pdf->contains("/Subtype /Image"));
}

TEST(ExportedPicture, GrowsItsTypeIntoTheRoomAndShrinksItForManyLanes) {
    EXPECT_GT(fontScaleFor(scenes::deadlock(), {1920, 1000}), 1.5);
    EXPECT_EQ(fontScaleFor(scenes::deadlock(), {1000, 1000}), 1.0) << "not at the cost of the time axis";
    const double crowded = fontScaleFor(scenes::large(40, 400), {1920, 700});
    EXPECT_LT(crowded, 1.0);
    EXPECT_EQ(lanesLeftOut(scenes::large(40, 400), {1920, 700}, crowded), 0u);
}

TEST(ExportedPicture, SaysHowManyLanesDoNotFit) {
    const Store crowd = scenes::large(200, 400);
    const std::size_t leftOut = lanesLeftOut(crowd, {1920, 700}, fontScaleFor(crowd, {1920, 700}));
    EXPECT_GT(leftOut, 100u);
    EXPECT_LT(leftOut, 200u);
    const auto svg = pictureFile(crowd, {}, ExportFormat::svg, {});
    ASSERT_TRUE(svg);
    EXPECT_TRUE(svg->contains("lanes do not fit"));
}

TEST(ExportedPicture, OfAnEmptyTraceIsStillAPicture) { EXPECT_EQ(pngOf(Store(), {}).size(), QSize(1920, 1080)); }

TEST(ExportedPicture, RefusesASizeThatCannotBeDrawn) {
    EXPECT_FALSE(pictureFile(scenes::deadlock(), {}, ExportFormat::png, {.size = {100'000, 100'000}}));
}

}  // namespace
}  // namespace interleave::ui
