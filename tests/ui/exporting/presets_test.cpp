// Slides, sheets and squares: what a preset's name promises is what the file has.
#include <QImage>
#include <QRegularExpression>
#include <QWidget>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/picture_file.hpp"
#include "ui/exporting/presets.hpp"

namespace interleave::ui {
namespace {

PictureOptions optionsOf(std::string_view name) {
    PictureOptions options;
    const auto preset = presetNamed(name);
    EXPECT_TRUE(preset) << preset.error().what;
    if (preset) take(*preset, options);
    return options;
}

QByteArray bytesOf(std::string_view name, ExportFormat format) {
    const Store store = scenes::deadlock();
    const auto bytes = pictureFile(store, {}, format, optionsOf(name));
    EXPECT_TRUE(bytes) << bytes.error().what;
    return bytes.value_or(QByteArray());
}

TEST(Presets, HaveTheirPixels) {
    EXPECT_EQ(pixelsOf(optionsOf("slide")), QSize(1920, 1080));
    EXPECT_EQ(pixelsOf(optionsOf("slide-4k")), QSize(3840, 2160));
    EXPECT_EQ(pixelsOf(optionsOf("slide-8k")), QSize(7680, 4320));
    EXPECT_EQ(pixelsOf(optionsOf("a4")), QSize(2480, 3508)) << "at 300 dots to the inch";
    EXPECT_EQ(pixelsOf(optionsOf("a4-landscape")), QSize(3508, 2480));
    EXPECT_EQ(pixelsOf(optionsOf("square")), QSize(1080, 1080));
}

TEST(Presets, AreFoundAgainByWhatTheySet) {
    for (const Preset& preset : presets()) {
        const Preset* found = presetOf(optionsOf(preset.name));
        ASSERT_NE(found, nullptr) << preset.name;
        EXPECT_STREQ(found->name, preset.name);
    }
    EXPECT_EQ(presetOf({.size = {1000, 700}}), nullptr);
}

TEST(Presets, AnUnknownOneIsRefusedByNamingThoseThereAre) {
    const auto preset = presetNamed("poster");
    ASSERT_FALSE(preset);
    EXPECT_THAT(preset.error().what,
                ::testing::AllOf(::testing::HasSubstr("poster"), ::testing::HasSubstr("slide-4k")));
}

TEST(Presets, ASheetIsRealPaperInEveryFormat) {
    QImage png;
    ASSERT_TRUE(png.loadFromData(bytesOf("a4", ExportFormat::png), "PNG"));
    EXPECT_EQ(png.size(), QSize(2480, 3508));
    EXPECT_EQ(png.dotsPerMeterX(), 11811) << "300 dots to the inch";
    EXPECT_THAT(bytesOf("a4", ExportFormat::svg).toStdString(),
                ::testing::HasSubstr("width=\"210mm\" height=\"297mm\""));
    const QString pdf = QString::fromLatin1(bytesOf("a4", ExportFormat::pdf));
    const auto box = QRegularExpression("/MediaBox \\[ ?([0-9. ]+)\\]").match(pdf);
    ASSERT_TRUE(box.hasMatch());
    const QStringList numbers = box.captured(1).simplified().split(' ');
    EXPECT_NEAR(numbers.value(2).toDouble(), 595.3, 0.5) << "points: 210 mm";
    EXPECT_NEAR(numbers.value(3).toDouble(), 841.9, 0.5);
}

TEST(Presets, ASheetsMarginsStayEmpty) {
    QImage png;
    ASSERT_TRUE(png.loadFromData(bytesOf("a4-landscape", ExportFormat::png), "PNG"));
    const QColor sheet = Theme::named(ThemeName::light).panel;
    const int margin = 138;  // 12 mm are 141 dots
    for (int x = 0; x < png.width(); ++x)
        for (const int y : {0, margin, png.height() - 1 - margin, png.height() - 1})
            ASSERT_EQ(png.pixelColor(x, y), sheet) << x << ", " << y;
    for (int y = 0; y < png.height(); ++y)
        for (const int x : {0, margin, png.width() - 1 - margin, png.width() - 1})
            ASSERT_EQ(png.pixelColor(x, y), sheet) << x << ", " << y;
}

TEST(Presets, EightKIsReallyWritten) {
    QImage png;
    ASSERT_TRUE(png.loadFromData(bytesOf("slide-8k", ExportFormat::png), "PNG"));
    EXPECT_EQ(png.size(), QSize(7680, 4320));
}

TEST(Presets, APictureDoesNotDependOnAnyWindowsSize) {
    const Store store = scenes::deadlock();
    const PictureOptions options = optionsOf("slide");
    const auto before = pictureImage(store, {}, options);
    QWidget window;
    window.resize(640, 300);
    window.show();
    const auto after = pictureImage(store, {}, options);
    ASSERT_TRUE(before && after);
    EXPECT_EQ(*before, *after);
}

TEST(Preview, ShowsAllOfThePictureInTheRoomThereIs) {
    const Store store = scenes::deadlock();
    for (const Preset& preset : presets()) {
        const auto image = previewImage(store, {}, optionsOf(preset.name), {600, 400});
        ASSERT_TRUE(image) << image.error().what;
        EXPECT_LE(image->width(), 600);
        EXPECT_LE(image->height(), 400);
        EXPECT_TRUE(image->width() == 600 || image->height() == 400) << preset.name << " wastes room";
        const QSizeF whole(pixelsOf(optionsOf(preset.name)));
        EXPECT_NEAR(double(image->width()) / image->height(), whole.width() / whole.height(), 0.01) << preset.name;
    }
}

}  // namespace
}  // namespace interleave::ui
