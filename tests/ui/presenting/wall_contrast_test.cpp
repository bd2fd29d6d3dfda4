// What a class is shown can be read and told apart: measured by WCAG's contrast, in both themes.
#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include <cmath>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/presenting/wall_sizes.hpp"
#include "ui/timeline/lane_fill.hpp"
#include "ui/timeline/timeline_painting.hpp"
#include "ui/timeline/timeline_style.hpp"

namespace interleave::ui {
namespace {

constexpr double kText = 7.0;
constexpr double kEdge = 3.0;
constexpr ThemeName kThemes[] = {ThemeName::light, ThemeName::dark};

class WallContrast : public ::testing::TestWithParam<ThemeName> {
protected:
    const Theme& theme() const { return Theme::named(GetParam()); }
};

std::string nameOf(const ::testing::TestParamInfo<ThemeName>& info) {
    return info.param == ThemeName::dark ? "Dark" : "Light";
}

TEST_P(WallContrast, WordsReadOnWhatTheyStandOn) {
    const Theme& t = theme();
    EXPECT_GE(contrast(t.ink, t.panel), kText) << "sentences, names, plates on states";
    EXPECT_GE(contrast(t.ink, t.ground), kText) << "title, question";
    EXPECT_GE(contrast(t.ink, t.soft), kText) << "the number of a choice";
    EXPECT_GE(contrast(t.ink, t.dangerGround), kText) << "an alarm's sentence";
    EXPECT_GE(contrast(t.panel, t.ink), kText) << "the cursor's plate";
    EXPECT_GE(contrast(t.muted, t.panel), kText) << "axis, notes of panels";
    EXPECT_GE(contrast(t.muted, t.ground), kText) << "hint, place";
    EXPECT_GE(contrast(t.danger, t.panel), kText) << "what closes a cycle, what was lost";
    EXPECT_GE(contrast(t.name == ThemeName::dark ? t.ground : t.panel, t.danger), kText) << "a deadlock's plate";
}

TEST_P(WallContrast, NamesReadOnTheHuesOfActors) {
    for (int hue = 0; hue < 15; ++hue) EXPECT_GE(contrast(theme().onActor(hue), theme().actor(hue)), kText) << hue;
}

TEST_P(WallContrast, EachStatesEdgeStandsOutFromThePanelAndFromTheEmptyTrack) {
    const FillSet fills = stateFills(theme(), 1.85);
    for (std::size_t c = 0; c < static_cast<std::size_t>(StateClass::count_); ++c) {
        const Fill& fill = fills[c];
        if (!fill.shown) continue;
        const QColor edge = fill.edge.isValid() ? fill.edge : fill.color;
        EXPECT_GE(contrast(edge, theme().panel), kEdge) << c;
        EXPECT_GE(contrast(edge, theme().soft), kEdge) << c;
    }
}

TEST_P(WallContrast, StatesWithOnePatternDifferInColour) {
    const FillSet fills = stateFills(theme(), 1.85);
    for (std::size_t a = 0; a < static_cast<std::size_t>(StateClass::count_); ++a) {
        for (std::size_t b = a + 1; b < static_cast<std::size_t>(StateClass::count_); ++b) {
            if (!fills[a].shown || !fills[b].shown || fills[a].pattern != fills[b].pattern) continue;
            const QColor one = fills[a].outline ? fills[a].edge : fills[a].color;
            const QColor other = fills[b].outline ? fills[b].edge : fills[b].color;
            const int apart = std::abs(one.red() - other.red()) + std::abs(one.green() - other.green()) +
                              std::abs(one.blue() - other.blue());
            EXPECT_GT(apart, 60) << a << " and " << b;
        }
    }
}

// Along a lane, from a state into the next: there is a stretch of track between them, wider than on a desk.
TEST_P(WallContrast, BetweenNeighboursThereIsAGap) {
    scenes::Scene scene;
    const ActorId who = scene.actor("T1");
    scene.runs(who).at(500).sleeps(who, 500);
    scene.at(1000).runs(who).at(1500).ends(who);
    const Store store = scene.finish(Ended::finished);

    const WallSizes sizes({1920, 1080});
    const TimelineStyle style = TimelineStyle::onWall(sizes.panelScale());
    const LaneLayout layout = layoutLanesOnWall(store, 500, style.scale);
    const TimelineGeometry geometry{{200, 80, 1000, 500}, {{0}, {2000 * kMs}}, 0};
    const TimelineView view{store, theme(), layout, style, geometry};
    QImage image(1300, 620, QImage::Format_RGB32);
    image.fill(theme().panel);
    QPainter painter(&image);
    paintLanes(painter, view);
    painter.end();

    const QRectF bar = geometry.barOf(layout.lanes.front());
    const int y = static_cast<int>(bar.bottom()) - 8;  // under the labels
    const int middle = static_cast<int>(geometry.xAt({500 * kMs}));
    int track = 0;
    for (int x = middle - 10; x <= middle + 10; ++x) track += image.pixelColor(x, y) == theme().soft ? 1 : 0;
    EXPECT_GE(track, 3);
    EXPECT_EQ(image.pixelColor(middle - 20, y), theme().state(StateClass::running));
    EXPECT_EQ(image.pixelColor(middle + 20, y), theme().state(StateClass::sleeping));
}

INSTANTIATE_TEST_SUITE_P(BothThemes, WallContrast, ::testing::ValuesIn(kThemes), nameOf);

TEST(WallType, TheTimelinesTypeIsAtLeastALabelsEverywhere) {
    const WallSizes sizes({1920, 1080});
    const TimelineStyle style = TimelineStyle::onWall(sizes.panelScale());
    for (const QFont* font :
         {&style.nameFont, &style.detailFont, &style.sectionFont, &style.labelFont, &style.axisFont, &style.plateFont})
        EXPECT_GE(font->pixelSize(), 24);
}

}  // namespace
}  // namespace interleave::ui
