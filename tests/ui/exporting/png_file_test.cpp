#include "ui/exporting/png_file.hpp"

#include <QImage>

#include <algorithm>
#include <cerrno>
#include <vector>

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

QImage picture(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) image.setPixel(x, y, qRgb(x * 7 % 256, y * 3 % 256, (x + y) * 31 % 256));
    return image;
}

TEST(PngFile, IsReadByOthersAsItWasDrawn) {
    for (const QSize size : {QSize(1, 1), QSize(64, 64), QSize(130, 129)}) {
        const QImage drawn = picture(size.width(), size.height());
        const auto bytes =
            pngFile(drawn, 3780, {{"Title", "Deadlock"}, {"Description", QString::fromUtf8("死锁 · 线程")}}, {});
        ASSERT_TRUE(bytes) << bytes.error().what;
        QImage read;
        ASSERT_TRUE(read.loadFromData(*bytes, "PNG"));
        EXPECT_EQ(read.convertToFormat(QImage::Format_RGB32), drawn);
        EXPECT_EQ(read.dotsPerMeterX(), 3780);
        EXPECT_EQ(read.text("Title"), "Deadlock");
        EXPECT_EQ(read.text("Description"), QString::fromUtf8("死锁 · 线程"));
    }
}

TEST(PngFile, TellsHowFarItIsAndStopsWhenItIsTold) {
    const QImage drawn = picture(200, 1000);
    std::vector<double> shares;
    ASSERT_TRUE(pngFile(drawn, 3780, {}, [&](double share) { shares.push_back(share); return true; }, 0.5));
    ASSERT_GT(shares.size(), 10U);
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_GE(shares.front(), 0.5);
    EXPECT_LT(shares.back(), 1.0);

    const auto given = pngFile(drawn, 3780, {}, [](double share) { return share < 0.3; });
    ASSERT_FALSE(given);
    EXPECT_EQ(given.error().code, ECANCELED);
}

TEST(PngFile, SaysWhyItCannotBeMadeInsteadOfPrintingIt) {
    testing::internal::CaptureStderr();
    const auto bytes = pngFile(QImage(), 3780, {}, {});
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    ASSERT_FALSE(bytes);
    EXPECT_NE(bytes.error().what.find("libpng"), std::string::npos);
}

}  // namespace
}  // namespace interleave::ui
