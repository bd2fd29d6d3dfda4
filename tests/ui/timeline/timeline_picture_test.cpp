// Pictures are judged by their structure: which colour is at a computed pixel.
#include "ui/timeline/timeline_picture.hpp"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QImage>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/timeline/timeline_style.hpp"
#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {
namespace {

constexpr QSize kSize(1160, 640);

class Picture : public ::testing::Test {
protected:
    Picture() : store(scenes::deadlock()) { look.visible = {{0}, {3200 * kMs}}; }

    QImage painted(double scale = 1) const {
        QImage image(kSize * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        QPainter painter(&image);
        paintTimeline(painter, QSizeF(kSize), store, look);
        return image;
    }
    // Where the picture puts `ms` on a lane, by the same arithmetic; `part` is the place between top and bottom.
    QPoint at(LaneKind kind, std::uint32_t id, double ms, double part = 0.12) const {
        const TimelineStyle style(look.fontScale);
        const double top = style.headerHeight() + style.axisHeight();
        const LaneLayout layout = layoutLanesInto(store, kSize.height() - top - 8, 1);
        const double left = namesWidth(store, layout, style);
        const TimelineGeometry geometry{
            {left, top, kSize.width() - left - style.edge(), kSize.height() - top - 8}, look.visible, 0};
        const QRectF bar = geometry.barOf(*layout.find(kind, id));
        return {static_cast<int>(geometry.xAt({std::llround(ms * kMs)})),
                static_cast<int>(bar.top() + bar.height() * part)};
    }
    const Theme& theme() const { return Theme::named(look.theme); }
    // Share of `color` in a stretch of a row: patterns leave some of it.
    double share(const QImage& image, QPoint from, int width, const QColor& color) const {
        int count = 0;
        for (int x = 0; x < width; ++x) count += image.pixelColor(from + QPoint(x, 0)) == color ? 1 : 0;
        return static_cast<double>(count) / width;
    }

    Store store;
    TimelinePictureLook look;
};

TEST_F(Picture, ShowsStatesInTheirColours) {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::print}) {
        look.theme = name;
        const QImage image = painted();
        EXPECT_EQ(image.pixelColor(at(LaneKind::actor, 0, 200)), theme().state(StateClass::running));
        EXPECT_EQ(image.pixelColor(at(LaneKind::actor, 0, 1000)), theme().state(StateClass::sleeping));
        EXPECT_EQ(image.pixelColor(at(LaneKind::actor, 0, 3100)), theme().soft) << "nothing is known after the end";
    }
}

TEST_F(Picture, WaitingForALockIsHatched) {
    const QImage image = painted();
    const double plain = share(image, at(LaneKind::actor, 1, 2300), 80, theme().state(StateClass::waitingLock));
    EXPECT_GT(plain, 0.3);
    EXPECT_LT(plain, 0.9) << "the colour alone does not tell it";
}

TEST_F(Picture, AnOwnersBarHasItsHueAndItsWaitersLieUnderIt) {
    const QImage image = painted();
    EXPECT_EQ(image.pixelColor(at(LaneKind::lock, 0, 1000)), theme().actor(store.actor({0}).hue));
    EXPECT_EQ(image.pixelColor(at(LaneKind::lock, 0, 1000, 0.85)), theme().actor(store.actor({0}).hue))
        << "nobody waits yet";
    EXPECT_GT(share(image, at(LaneKind::lock, 0, 2000, 0.85), 80, theme().state(StateClass::waitingLock)), 0.3);
    EXPECT_EQ(image.pixelColor(at(LaneKind::lock, 1, 20)), theme().soft) << "B is free at first";
}

TEST_F(Picture, ACoreIsColouredByWhoRunsThere) {
    const QImage image = painted();
    EXPECT_EQ(image.pixelColor(at(LaneKind::core, 0, 300)), theme().actor(store.actor({0}).hue));
    EXPECT_EQ(image.pixelColor(at(LaneKind::core, 1, 300)), theme().actor(store.actor({1}).hue));
    EXPECT_EQ(image.pixelColor(at(LaneKind::core, 0, 900)), theme().soft);
}

TEST_F(Picture, ADeadlockIsMarkedThroughAllLanes) {
    const QImage image = painted();
    const QPoint top = at(LaneKind::core, 0, 1420);
    const QPoint bottom = at(LaneKind::lock, 1, 1420, 0.9);
    int marked = 0;
    for (int y = top.y(); y < bottom.y(); ++y) {
        bool found = false;
        for (int x = top.x() - 2; x <= top.x() + 2; ++x) found = found || image.pixelColor(x, y) == theme().danger;
        marked += found ? 1 : 0;
    }
    EXPECT_GT(marked, (bottom.y() - top.y()) / 2) << "dashes";
}

TEST_F(Picture, AMomentTooShortForAPixelIsStillThere) {
    scenes::Scene scene;
    const ActorId a = scene.actor("A");
    scene.at(1).sleeps(a, 1000).at(1500).runs(a).afterUs(20).sleeps(a, 1000).at(3000);
    store = scene.finish(Ended::finished);
    const QImage image = painted();
    bool found = false;
    for (int x = -3; x <= 3; ++x)
        found = found ||
                image.pixelColor(at(LaneKind::actor, 0, 1500) + QPoint(x, 0)) == theme().state(StateClass::running);
    EXPECT_TRUE(found);
}

TEST_F(Picture, TwiceTheScaleIsTheSamePictureWithMorePixels) {
    const QImage small = painted();
    const QImage large = painted(2);
    EXPECT_EQ(large.size(), kSize * 2);
    for (const double ms : {200.0, 1000.0}) {
        const QPoint p = at(LaneKind::actor, 0, ms);
        EXPECT_EQ(large.pixelColor(p * 2), small.pixelColor(p));
    }
}

TEST_F(Picture, TheCursorIsALineInInk) {
    look.cursor = TraceTime{2500 * kMs};
    const QImage image = painted();
    const QPoint p = at(LaneKind::core, 0, 2500);
    bool found = false;
    for (int x = -1; x <= 1; ++x) found = found || image.pixelColor(p + QPoint(x, 0)) == theme().ink;
    EXPECT_TRUE(found);
}

TEST_F(Picture, SvgIsMadeOfShapesAndKeepsThePatterns) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(kSize);
    QPainter painter(&svg);
    paintTimeline(painter, QSizeF(kSize), store, look);
    painter.end();
    const QByteArray text = buffer.data();
    EXPECT_FALSE(text.contains("<image")) << "no bitmaps";
    EXPECT_TRUE(text.contains("waiting for B, held by T2"));
    EXPECT_TRUE(text.toLower().contains(theme().state(StateClass::waitingLock).name().toUtf8()));
    EXPECT_LT(text.size(), 400'000);
}

TEST_F(Picture, PdfIsMadeOfShapes) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setResolution(96);
    QPainter painter(&pdf);
    paintTimeline(painter, QSizeF(kSize), store, look);
    painter.end();
    EXPECT_TRUE(buffer.data().startsWith("%PDF"));
    EXPECT_FALSE(buffer.data().contains("/Subtype /Image"));
}

TEST_F(Picture, ARunOfManyIntervalsIsASmallSvg) {
    store = scenes::large(4, 200'000);
    look.visible = {};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(kSize);
    QPainter painter(&svg);
    paintTimeline(painter, QSizeF(kSize), store, look);
    painter.end();
    EXPECT_LT(buffer.data().size(), 8'000'000) << "its size follows the pixels";
}

TEST_F(Picture, AnEmptyTraceIsAnEmptyPicture) {
    store = Store{};
    look.visible = {};
    const QImage image = painted();
    EXPECT_EQ(image.pixelColor(600, 400), theme().panel);
}

TEST_F(Picture, AsksForTheHeightThatItNeeds) {
    EXPECT_GT(wantedTimelineHeight(store, look), leastTimelineHeight(store, look));
    TimelinePictureLook large = look;
    large.fontScale = 2;
    EXPECT_NEAR(wantedTimelineHeight(store, large), 2 * wantedTimelineHeight(store, look), 2);
}

TEST(Contrast, OfBlackAndWhiteIsTwentyOneAndEdgesReachThree) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 0.01);
    const QColor sleeping = Theme::named(ThemeName::light).state(StateClass::sleeping);
    EXPECT_LT(contrast(sleeping, Qt::white), 3);
    EXPECT_GE(contrast(edgeColor(sleeping, Qt::white), Qt::white), 3);
}

TEST(Contrast, OfEveryPlateIsSevenToOne) {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::print}) {
        const Theme& theme = Theme::named(name);
        EXPECT_GE(contrast(theme.ink, theme.panel), 7);
        for (int hue = 0; hue < 5; ++hue) EXPECT_GE(contrast(theme.onActor(hue), theme.actor(hue)), 7) << "hue " << hue;
    }
}

TEST_F(Picture, FramesTheStepInWhichSomebodyBlockedAnEventLoop) {
    scenes::Scene scene(RuntimeKind::coroutines);
    const ActorId blocker = scene.actor("blocker", ActorKind::coroutine);
    scene.at(100).add({.ticket = 1, .kind = EventKind::loopTurned, .value = 1});
    scene.afterUs(1).runs(blocker, 0);
    scene.at(1500).sleeps(blocker, 500);
    scene.add({.kind = EventKind::loopSlept, .value = 500 * kMs});
    scene.at(2000).readies(blocker).add({.ticket = 1, .kind = EventKind::loopTurned, .value = 2});
    scene.afterUs(1).runs(blocker, 0);
    scene.at(2010).ends(blocker);
    store = scene.finish(Ended::finished);
    const QImage image = painted();
    const auto isFramedAt = [&](double ms) {
        const QPoint edge = at(LaneKind::actor, 0, ms, 1.0);
        bool found = false;
        for (int y = edge.y() - 3; y <= edge.y() + 3; ++y)
            found = found || image.pixelColor(edge.x(), y) == theme().danger;
        return found;
    };
    EXPECT_TRUE(isFramedAt(700));
    EXPECT_TRUE(isFramedAt(1300));
    EXPECT_FALSE(isFramedAt(1700));
    EXPECT_FALSE(isFramedAt(2005)) << "a short turn is nobody's fault";
}

}  // namespace
}  // namespace interleave::ui
