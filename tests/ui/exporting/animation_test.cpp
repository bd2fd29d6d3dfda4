// The GIF is decoded again by another program's code (Qt's reader): what was drawn is what is seen.
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/animation/animation.hpp"
#include "ui/exporting/export_run.hpp"

namespace interleave::ui {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

struct Decoded {
    std::vector<QImage> frames;
    std::vector<int> delays;  // ms
    int loops = 0;
};

Decoded decoded(const QByteArray& bytes) {
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "gif");
    Decoded all;
    for (QImage frame = reader.read(); !frame.isNull(); frame = reader.read()) {
        all.frames.push_back(frame.convertToFormat(QImage::Format_RGB32));
        all.delays.push_back(reader.nextImageDelay());
        all.loops = reader.loopCount();
    }
    return all;
}

QImage filled(QSize size, QRgb color) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

QByteArray gifOf(const std::vector<QImage>& frames, Duration each, bool loops = true) {
    ColorCount colors;
    for (const QImage& frame : frames) colors.add(frame, frame.rect());
    QByteArray bytes;
    auto gif = GifWriter::begin(frames.front().size(), Palette(colors, GifWriter::kMostColors), loops,
                                [&](std::string_view more) {
                                    bytes.append(more.data(), static_cast<qsizetype>(more.size()));
                                    return true;
                                });
    EXPECT_TRUE(gif) << gif.error().what;
    for (const QImage& frame : frames) EXPECT_TRUE(gif->add(frame, each));
    EXPECT_TRUE(gif->end());
    return bytes;
}

TEST(Palette, KeepsEveryColourWhereThereAreFew) {
    QImage image = filled({10, 10}, qRgb(1, 2, 3));
    image.setPixel(4, 4, qRgb(200, 100, 50));
    ColorCount colors;
    colors.add(image, image.rect());
    Palette palette(colors, 255);
    EXPECT_EQ(palette.colors().size(), 2u);
    EXPECT_EQ(palette.colors()[static_cast<std::size_t>(palette.indexOf(qRgb(200, 100, 50)))], qRgb(200, 100, 50));
}

TEST(Palette, OfManyKeepsTheFlatOnesExactlyAndTheOthersNearly) {
    QImage image = filled({256, 256}, qRgb(255, 255, 255));
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 256; ++x) image.setPixel(x, y, qRgb(x, y * 4, 128));
    ColorCount colors;
    colors.add(image, image.rect());
    Palette palette(colors, 255);
    EXPECT_LE(palette.colors().size(), 255u);
    EXPECT_EQ(palette.colors()[static_cast<std::size_t>(palette.indexOf(qRgb(255, 255, 255)))], qRgb(255, 255, 255));
    const QRgb shown = palette.colors()[static_cast<std::size_t>(palette.indexOf(qRgb(100, 100, 128)))];
    EXPECT_NEAR(qRed(shown), 100, 24);
    EXPECT_NEAR(qGreen(shown), 100, 24);
}

TEST(ChangedArea, IsTheSmallestRectangle) {
    const QImage before = filled({100, 80}, qRgb(0, 0, 0));
    QImage after = before;
    EXPECT_TRUE(changedArea(before, after).isEmpty());
    after.setPixel(20, 30, qRgb(1, 0, 0));
    after.setPixel(50, 60, qRgb(1, 0, 0));
    EXPECT_EQ(changedArea(before, after), QRect(QPoint(20, 30), QPoint(50, 60)));
}

TEST(Gif, IsDecodedToWhatWasDrawn) {
    std::vector<QImage> frames{filled({60, 40}, qRgb(10, 20, 30))};
    for (int i = 1; i < 4; ++i) {
        frames.push_back(frames.back());
        for (int y = 5; y < 20; ++y) frames.back().setPixel(10 * i, y, qRgb(250, 60 * i, 0));
    }
    const Decoded seen = decoded(gifOf(frames, 100ms));
    ASSERT_EQ(seen.frames.size(), frames.size());
    for (std::size_t i = 0; i < frames.size(); ++i) {
        EXPECT_EQ(seen.frames[i], frames[i]) << "frame " << i;
        EXPECT_EQ(seen.delays[i], 100);
    }
    EXPECT_EQ(seen.loops, -1) << "for ever";
    EXPECT_EQ(decoded(gifOf(frames, 100ms, false)).loops, 0) << "once";
}

TEST(Gif, LosesNoTimeInRoundingToHundredths) {
    std::vector<QImage> frames;
    for (int i = 0; i < 12; ++i) frames.push_back(filled({20, 20}, qRgb(20 * i, 0, 0)));
    const Decoded seen = decoded(gifOf(frames, 83'333'333ns));
    int sum = 0;
    for (const int delay : seen.delays) sum += delay;
    EXPECT_NEAR(sum, 1000, 10);
}

TEST(Gif, WritesNothingTwiceForFramesThatAreAlike) {
    const std::vector<QImage> frames(10, filled({200, 200}, qRgb(5, 5, 5)));
    const Decoded seen = decoded(gifOf(frames, 100ms));
    ASSERT_EQ(seen.frames.size(), 1u);
    EXPECT_EQ(seen.delays[0], 1000) << "it only stands longer";
}

TEST(FrameMoments, GoFromTheFirstMomentToTheLast) {
    const auto moments = frameMoments({TraceTime{} + 1s, TraceTime{} + 2s}, {.framesPerSecond = 10, .seconds = 2});
    ASSERT_EQ(moments.size(), 20u);
    EXPECT_EQ(moments.front(), TraceTime{} + 1s);
    EXPECT_EQ(moments.back(), TraceTime{} + 2s);
    EXPECT_TRUE(std::ranges::is_sorted(moments));
}

class Animation : public ::testing::Test {
protected:
    Animation() { options.animation = {.framesPerSecond = 6, .seconds = 2}; }
    std::string path(const char* name) const { return folder.filePath(name).toStdString(); }
    QByteArray read(const char* name) const {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }
    static int count(const QImage& image, const QColor& color, int fromRow) {
        int found = 0;
        for (int y = fromRow; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) found += image.pixelColor(x, y) == color ? 1 : 0;
        return found;
    }

    QTemporaryDir folder;
    Store store = scenes::deadlock();
    PictureOptions options{.size = {960, 540}};
};

TEST_F(Animation, LetsTheTimelineGrowInBothThemes) {
    for (const ThemeName theme : {ThemeName::light, ThemeName::dark}) {
        options.theme = theme;
        ASSERT_TRUE(exportRun(store, path("d.gif"), options));
        const Decoded seen = decoded(read("d.gif"));
        ASSERT_GE(seen.frames.size(), 10u);
        EXPECT_EQ(seen.frames.front().size(), QSize(960, 540));
        constexpr int kBelowLegend = 60;
        const QColor sleeping = Theme::named(theme).state(StateClass::sleeping);
        const QColor waiting = Theme::named(theme).state(StateClass::waitingLock);
        EXPECT_EQ(count(seen.frames.front(), sleeping, kBelowLegend), 0) << "nobody sleeps yet";
        EXPECT_GT(count(seen.frames[seen.frames.size() / 2], sleeping, kBelowLegend), 500);
        EXPECT_EQ(count(seen.frames[seen.frames.size() / 4], waiting, kBelowLegend), 0);
        EXPECT_GT(count(seen.frames.back(), waiting, kBelowLegend), 500);
        EXPECT_EQ(files().size(), 1) << "nothing beside it";
    }
}

TEST_F(Animation, DoesNotFlickerWhereNothingChanges) {
    ASSERT_TRUE(exportRun(store, path("d.gif"), options));
    const Decoded seen = decoded(read("d.gif"));
    for (const QImage& frame : seen.frames)
        for (int y = 100; y < 440; ++y)
            ASSERT_EQ(frame.pixel(6, y), seen.frames.front().pixel(6, y)) << "left of the names";
}

TEST_F(Animation, WithOnlyACursorShowsTheWholeRunFromTheFirstFrame) {
    options.animation.grows = false;
    ASSERT_TRUE(exportRun(store, path("d.gif"), options));
    const Decoded seen = decoded(read("d.gif"));
    const QColor waiting = Theme::named(ThemeName::light).state(StateClass::waitingLock);
    EXPECT_GT(count(seen.frames.front(), waiting, 60), 500);
}

TEST_F(Animation, ThatIsStoppedLeavesNothingBehind) {
    int asked = 0;
    const auto written = exportRun(store, path("d.gif"), options, [&](double) { return ++asked < 16; });
    ASSERT_FALSE(written);
    EXPECT_TRUE(wasStopped(written.error()));
    EXPECT_EQ(files().size(), 0);
}

TEST_F(Animation, TellsHowFarItIsFromNothingToNearlyAll) {
    std::vector<double> told;
    ASSERT_TRUE(exportRun(store, path("d.gif"), options, [&](double done) {
        told.push_back(done);
        return true;
    }));
    EXPECT_TRUE(std::ranges::is_sorted(told));
    EXPECT_EQ(told.front(), 0);
    EXPECT_GT(told.back(), 0.9);
    EXPECT_LE(told.back(), 1);
}

TEST_F(Animation, SaysThatTheDiskIsFull) {
    QFile::link("/dev/full", folder.filePath("full.gif"));
    const auto written = exportRun(store, path("full.gif"), options);
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().what, HasSubstr("disk is full"));
}

TEST_F(Animation, RefusesWhatCannotMove) {
    options.subject = PictureSubject::strip;
    const auto strip = exportRun(store, path("d.gif"), options);
    ASSERT_FALSE(strip);
    EXPECT_THAT(strip.error().what, HasSubstr("timeline"));
    EXPECT_FALSE(exportRun(Store{}, path("d.gif"), {}));
    EXPECT_EQ(files().size(), 0);
}

TEST(LongPicture, ThatIsStoppedIsNotWritten) {
    const Store store = scenes::deadlock();
    QTemporaryDir folder;
    int asked = 0;
    const auto written =
        exportRun(store, folder.filePath("d.png").toStdString(), {}, [&](double) { return ++asked < 2; });
    ASSERT_FALSE(written);
    EXPECT_TRUE(wasStopped(written.error()));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

}  // namespace
}  // namespace interleave::ui
