// Compared runs as the lines of a plot.
#include <gtest/gtest.h>

#include <QImage>

#include "tests/support/scenes.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/scheduling/curve.hpp"
#include "ui/scheduling/result_curve.hpp"

namespace interleave::ui {
namespace {

std::shared_ptr<const Store> runOf(const char* gil, const char* threads, std::int64_t speedUp,
                                   const char* scenario = "threads/gil") {
    scenes::Scene scene;
    const ActorId t1 = scene.actor("T1");
    scene.runs(t1, 0).at(5).ends(t1).tells("speed_up", speedUp);
    auto store = std::make_shared<Store>(scene.finish(Ended::finished));
    store->facts().scenario = scenario;
    store->facts().params = {{"threads", threads}, {"gil", gil}};
    return store;
}

Runs curveRuns() {
    return {runOf("on", "1", 1), runOf("on", "2", 1), runOf("off", "2", 2), runOf("off", "1", 1), runOf("off", "4", 3)};
}

TEST(ComparedCurve, HasALineForEachWayWithItsPointsInOrder) {
    const ComparedCurve curve = ComparedCurve::of(curveRuns());
    ASSERT_EQ(curve.lines.size(), 2U);
    EXPECT_EQ(curve.lines[0].keys, (std::vector<double>{1, 2}));
    EXPECT_EQ(curve.lines[1].keys, (std::vector<double>{1, 2, 4}));
    EXPECT_EQ(curve.lines[1].values, (std::vector<double>{1, 2, 3}));
    EXPECT_EQ(curve.along, scenarioText("threads/gil").label(QStringLiteral("threads")));
    EXPECT_TRUE(curve.lines[1].name.contains(QStringLiteral("off")));
}

TEST(ComparedCurve, IsNoneOfOnePointOrOfAScenarioWithoutOne) {
    EXPECT_TRUE(ComparedCurve::of({}).empty());
    EXPECT_TRUE(ComparedCurve::of({runOf("on", "1", 1), runOf("off", "1", 1)}).empty());
    EXPECT_TRUE(ComparedCurve::of({runOf("on", "1", 1, "threads/race"), runOf("on", "2", 1, "threads/race")}).empty());
}

TEST(ComparedCurve, IsPaintedWithALineOfItsOwnColourForEachWay) {
    QImage image(400, 240, QImage::Format_ARGB32_Premultiplied);
    const Theme& theme = Theme::named(ThemeName::light);
    image.fill(theme.panel);
    QPainter painter(&image);
    paintCurve(painter, image.rect(), ComparedCurve::of(curveRuns()), theme, 13);
    painter.end();
    const auto pixelsOf = [&](const QColor& color) {
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) pixels += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
        return pixels;
    };
    EXPECT_GT(pixelsOf(theme.state(StateClass::waitingGil)), 40);
    EXPECT_GT(pixelsOf(theme.accent), 40);
}

}  // namespace
}  // namespace interleave::ui
