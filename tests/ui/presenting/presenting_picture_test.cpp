// What a class sees, as a picture, without a display.
#include <QImage>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/picture_file.hpp"

namespace interleave::ui {
namespace {

PictureOptions wall(QSize size, ThemeName theme = ThemeName::light) {
    return {.subject = PictureSubject::presenting, .size = size, .scale = 1, .theme = theme, .caption = false};
}

int pixelsOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

TEST(PresentingPicture, HasTheTimelineAndTheSentenceInTheThemeAskedFor) {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark}) {
        const auto image = pictureImage(scenes::deadlock(), {}, wall({1920, 1080}, name));
        ASSERT_TRUE(image) << image.error().what;
        EXPECT_EQ(image->size(), QSize(1920, 1080));
        const Theme& theme = Theme::named(name);
        EXPECT_GT(pixelsOf(*image, theme.state(StateClass::sleeping)), 10'000);
        EXPECT_GT(pixelsOf(*image, theme.dangerGround), 100'000) << "it ended in a deadlock, and says so";
        EXPECT_GT(pixelsOf(*image, theme.actor(0)), 2'000);
    }
}

TEST(PresentingPicture, IsRefusedForAStepThatTheScenarioDoesNotHave) {
    PictureOptions options = wall({1280, 720});
    options.step = 42;
    const auto image = pictureImage(scenes::deadlock(), {}, options);
    ASSERT_FALSE(image);
    EXPECT_NE(image.error().what.find("42"), std::string::npos) << image.error().what;
}

}  // namespace
}  // namespace interleave::ui
