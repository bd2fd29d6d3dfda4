// Runs side by side as one picture, and pictures smaller than their layout.
#include <QImage>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/picture_file.hpp"

namespace interleave::ui {
namespace {

std::shared_ptr<const Store> runOf(std::int64_t until, const char* variant) {
    scenes::Scene scene;
    const ActorId t1 = scene.actor("T1");
    scene.runs(t1, 0).at(until).ends(t1).tells("wall_ms", until);
    auto store = std::make_shared<Store>(scene.finish(Ended::finished));
    store->facts().variant = variant;
    return store;
}

PictureOptions comparison() {
    PictureOptions options;
    options.subject = PictureSubject::comparison;
    return options;
}

// The rightmost pixel of that colour in the picture's left two thirds, where the charts are.
int rightmost(const QImage& image, const QColor& color, int top, int bottom) {
    for (int x = image.width() * 2 / 3; x >= 0; --x) {
        for (int y = top; y < bottom; ++y)
            if (image.pixelColor(x, y) == color) return x;
    }
    return -1;
}

TEST(ComparisonPicture, HasTheRunsBelowEachOtherOnOneAxis) {
    const auto brief = runOf(50, "brief");
    const auto lengthy = runOf(100, "lengthy");
    const auto image = pictureImage(*lengthy, Scene{{}, {}, {brief, lengthy}}, comparison());
    ASSERT_TRUE(image) << image.error().what;
    const QColor hue = Theme::named(ThemeName::light).actor(brief->actors()[0].hue);
    const int first = rightmost(*image, hue, 0, image->height() / 8);
    const int second = rightmost(*image, hue, image->height() / 8, image->height());
    ASSERT_GT(first, 0);
    ASSERT_GT(second, 0);
    EXPECT_LT(first, second) << "the run that took half as long has a bar half as long";
}

TEST(ComparisonPicture, OfOneRunIsRefusedInASentence) {
    const auto alone = runOf(50, "alone");
    const auto image = pictureImage(*alone, Scene{{}, {}, {alone}}, comparison());
    ASSERT_FALSE(image);
    EXPECT_THAT(image.error().what, testing::HasSubstr("no runs to compare"));
}

TEST(ExportedPicture, SmallerThanItsLayoutShowsAllOfIt) {
    const Store store = scenes::deadlock();
    PictureOptions options;
    const auto whole = pictureImage(store, {}, options);
    options.scale = 0.4;
    const auto small = pictureImage(store, {}, options);
    ASSERT_TRUE(whole && small);
    ASSERT_EQ(small->size(), whole->size() * 0.4);
    const QImage back = whole->scaled(small->size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    std::int64_t off = 0;
    for (int y = 0; y < back.height(); ++y)
        for (int x = 0; x < back.width(); ++x) off += std::abs(qGray(back.pixel(x, y)) - qGray(small->pixel(x, y)));
    EXPECT_LT(off / (std::int64_t{back.width()} * back.height()), 2) << "it is a part of the picture, or another one";
}

}  // namespace
}  // namespace interleave::ui
