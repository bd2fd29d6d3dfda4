// Which file a name asks for, and which pictures are refused before anything is drawn.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "ui/exporting/caption_painter.hpp"
#include "ui/exporting/export_options.hpp"

namespace interleave::ui {
namespace {

TEST(ExportFormat, IsToldByTheEndingInWhateverCase) {
    EXPECT_EQ(exportFormatOf("a/b.png"), ExportFormat::png);
    EXPECT_EQ(exportFormatOf("SLIDE.SVG"), ExportFormat::svg);
    EXPECT_EQ(exportFormatOf("x.y.pdf"), ExportFormat::pdf);
    EXPECT_EQ(exportFormatOf("x.Gif"), ExportFormat::gif);
    EXPECT_EQ(exportFormatOf("t.csv"), ExportFormat::csv);
    EXPECT_EQ(exportFormatOf("t.json"), ExportFormat::chromeJson);
}

TEST(ExportFormat, RefusesOtherEndingsNamingThoseThereAre) {
    for (const char* name : {"picture.jpeg", "picture", "", "png", "a.png/"}) {
        const auto format = exportFormatOf(name);
        ASSERT_FALSE(format) << name;
        EXPECT_NE(format.error().what.find(".png, .svg, .pdf, .gif, .csv"), std::string::npos) << format.error().what;
    }
}

TEST(ExportedPicture, UpTo8KIsAccepted) {
    EXPECT_TRUE(checkPicture({.size = {1920, 1080}, .scale = 4}));
    EXPECT_TRUE(checkPicture({.size = {7680, 4320}}));
    EXPECT_TRUE(checkPicture({.size = {320, 200}, .scale = 0.25}));
}

TEST(ExportedPicture, BeyondThatIsRefusedWithTheNumberThatIsTooLarge) {
    const auto tooLarge = checkPicture({.size = {1920, 1080}, .scale = 5});
    ASSERT_FALSE(tooLarge);
    EXPECT_NE(tooLarge.error().what.find("9600"), std::string::npos) << tooLarge.error().what;
    EXPECT_FALSE(checkPicture({.size = {7681, 100}}));
    EXPECT_FALSE(checkPicture({.size = {100, 100}}));
    EXPECT_FALSE(checkPicture({.scale = 0}));
    EXPECT_FALSE(checkPicture({.scale = std::numeric_limits<double>::quiet_NaN()}));
}

TEST(Caption, BreaksBetweenPartsAndNeverInOne) {
    using ::testing::ElementsAre;
    EXPECT_THAT(breakCaption({90, 70, 60}, 10, 1000), ElementsAre(3));
    EXPECT_THAT(breakCaption({90, 70, 60}, 10, 170), ElementsAre(2, 1)) << "90 and 10 and 70 fit exactly";
    EXPECT_THAT(breakCaption({90, 70, 60}, 10, 169), ElementsAre(1, 2));
    EXPECT_THAT(breakCaption({90, 500, 60}, 10, 100), ElementsAre(1, 1, 1)) << "a part too wide stands alone";
    EXPECT_THAT(breakCaption({}, 10, 100), ElementsAre());
}

}  // namespace
}  // namespace interleave::ui
