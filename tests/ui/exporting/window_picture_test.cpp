// The whole window as a picture, without touching the one that may be open.
#include <QApplication>
#include <QImage>
#include <QPalette>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/picture_file.hpp"

namespace interleave::ui {
namespace {

constexpr PictureOptions kWindow{.subject = PictureSubject::window, .size = {1600, 900}};

int pixelsOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

TEST(WindowPicture, HasTheTimelineAndThePanelsInTheThemeAskedFor) {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark}) {
        PictureOptions options = kWindow;
        options.theme = name;
        const auto image = pictureImage(scenes::deadlock(), {}, options);
        ASSERT_TRUE(image) << image.error().what;
        EXPECT_EQ(image->size(), QSize(1600, 900));
        const Theme& theme = Theme::named(name);
        EXPECT_GT(pixelsOf(*image, theme.state(StateClass::sleeping)), 2000);
        EXPECT_GT(pixelsOf(*image, theme.actor(0)), 500);
        EXPECT_GT(pixelsOf(*image, theme.ground), 10'000);
    }
}

TEST(WindowPicture, LeavesTheProgramsOwnColoursAsTheyWere) {
    const QPalette before = QApplication::palette();
    PictureOptions options = kWindow;
    options.theme = ThemeName::dark;
    ASSERT_TRUE(pictureImage(scenes::deadlock(), {}, options));
    EXPECT_EQ(QApplication::palette(), before);
}

TEST(WindowPicture, IsRefusedWhereTheWindowDoesNotFit) {
    PictureOptions options = kWindow;
    options.size = {640, 400};
    const auto image = pictureImage(scenes::deadlock(), {}, options);
    ASSERT_FALSE(image);
    EXPECT_NE(image.error().what.find("640x400"), std::string::npos) << image.error().what;
}

}  // namespace
}  // namespace interleave::ui
