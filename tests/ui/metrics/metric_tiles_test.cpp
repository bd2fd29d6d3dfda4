#include "ui/metrics/metric_tiles.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/metrics/metrics_panel.hpp"

namespace interleave::ui {
namespace {

std::string valueOf(const std::vector<MetricTile>& tiles, const char* label) {
    for (const MetricTile& tile : tiles)
        if (tile.label == label) return QString(tile.value).replace(QChar(0x00A0), ' ').toStdString();
    return "absent";
}

TEST(MetricTiles, SpeakOfTheMomentOfTheCursor) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(valueOf(MetricTiles::at(store, ms(1000)), "lock wait"), "0 s");
    // From 1,357 and from 1,420 to 3,000 ms: 1,643 + 1,580 ms.
    EXPECT_EQ(valueOf(MetricTiles::at(store, ms(3000)), "lock wait"), "3.22 s");
    EXPECT_EQ(valueOf(MetricTiles::at(store, ms(3000)), "threads"), "2");
    EXPECT_EQ(valueOf(MetricTiles::at(store, ms(1)), "threads"), "0");
    EXPECT_EQ(valueOf(MetricTiles::at(store, ms(3000)), "seed"), "1");
}

TEST(MetricTiles, LeaveOutWhatTheRunCannotHave) {
    EXPECT_EQ(valueOf(MetricTiles::at(scenes::race(), ms(1)), "lock wait"), "absent");
}

TEST(MetricTiles, ShowResultsOnceTheyAreTold) {
    scenes::Scene scene;
    const ActorId actor = scene.actor("T1");
    scene.at(1).runs(actor).at(9).ends(actor).tells("expected", 20).tells("actual", 17).at(10);
    const Store store = scene.finish(Ended::finished);
    EXPECT_EQ(valueOf(MetricTiles::at(store, ms(8)), "actual"), "absent");
    EXPECT_EQ(valueOf(MetricTiles::at(store, ms(9)), "actual"), "17");
    EXPECT_EQ(valueOf(MetricTiles::at(store, ms(9)), "expected"), "20");
}

TEST(MetricTiles, EachActorHasItsOwnRow) {
    const Store store = scenes::deadlock();
    const auto rows = MetricTiles::actorsAt(store, ms(3000));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "T1");
    EXPECT_TRUE(MetricTiles::actorsAt(store, ms(1)).empty());
    const QString table = MetricTiles::table(store, ms(3000));
    EXPECT_TRUE(table.contains("T2"));
    EXPECT_TRUE(table.contains("turnaround"));
}

TEST(MetricTiles, ANameCannotBreakTheTable) {
    scenes::Scene scene;
    scene.actor("<b>T1</b>");
    scene.at(1);
    EXPECT_TRUE(MetricTiles::table(scene.finish(Ended::notYet), ms(1)).contains("&lt;b&gt;"));
}

TEST(TileRow, KeepsItsColumnsWhileNumbersComeAndGo) {
    EXPECT_EQ(layoutTiles(1200, {90, 90, 90, 90, 90})[4], layoutTiles(1200, {90, 90, 90, 90, 90, 90})[4]);
}

TEST(TileRow, ShowsTheFirstOnesWhereNotAllFit) {
    const auto lefts = layoutTiles(450, std::vector<double>(8, 100));
    ASSERT_EQ(lefts.size(), 4U);
    EXPECT_LE(lefts.back() + 100, 450);
    EXPECT_EQ(layoutTiles(20, {100, 100}).size(), 1U);
    EXPECT_TRUE(layoutTiles(400, {}).empty());
}

TEST(TileRow, AWideOneTakesItsRoomAndNoMore) {
    const auto lefts = layoutTiles(600, {90, 240, 90, 90});
    ASSERT_EQ(lefts.size(), 4U);
    EXPECT_GE(lefts[2] - lefts[1], 240);
    EXPECT_LT(lefts[1], 130);
}

TEST(MetricsPanel, FollowsTheCursor) {
    Model model;
    model.showTrace(std::make_unique<Store>(scenes::deadlock()));
    MetricsPanel panel(model);
    panel.resize(1000, 84);
    model.view().setCursor(ms(1000));
    panel.grab();
    EXPECT_EQ(valueOf(panel.tiles(), "lock wait"), "0 s");
    model.view().setCursor(ms(3000));
    panel.grab();
    EXPECT_EQ(valueOf(panel.tiles(), "lock wait"), "3.22 s");
}

}  // namespace
}  // namespace interleave::ui
