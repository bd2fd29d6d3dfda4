#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/timeline/overlay_painter.hpp"
#include "ui/timeline/timeline_words.hpp"

namespace interleave::ui {
namespace {

// A view of the deadlock, 1000 pixels for 3.2 s.
class Hover : public ::testing::Test {
protected:
    Hover() : store(scenes::deadlock()), layout(layoutLanes(store, Density::roomy, 1)), style(1) {}

    TimelineView view() const {
        return {store, Theme::named(ThemeName::light), layout, style, {{100, 50, 1000, 600}, {{0}, {3200 * kMs}}, 0}};
    }
    std::optional<Hit> hit(LaneKind kind, std::uint32_t id, std::int64_t ms) const {
        const TimelineGeometry geometry = view().geometry;
        return hitAt(view(), {geometry.xAt({ms * kMs}), geometry.barOf(*layout.find(kind, id)).center().y()});
    }
    QString row(const HoverText& text, const QString& name) const {
        for (const auto& [key, value] : text.rows) {
            if (key == name) return QString(value).replace(QChar(0xA0), ' ');
        }
        return {};
    }

    Store store;
    LaneLayout layout;
    TimelineStyle style;
};

TEST_F(Hover, TellsStateReasonBeginEndAndLength) {
    const auto waiting = hit(LaneKind::actor, 0, 2000);
    ASSERT_TRUE(waiting);
    const HoverText text = hoverText(view(), *waiting);
    EXPECT_EQ(text.title, "T1: waiting: lock");
    EXPECT_EQ(row(text, "reason"), "waiting for B, held by T2");
    EXPECT_TRUE(row(text, "from").startsWith("1.3")) << row(text, "from").toStdString();
    EXPECT_FALSE(row(text, "length").isEmpty());
}

TEST_F(Hover, NamesWhatAnActorIsDoing) {
    EXPECT_TRUE(row(hoverText(view(), *hit(LaneKind::actor, 0, 200)), "reason").startsWith("compute"));
    EXPECT_EQ(row(hoverText(view(), *hit(LaneKind::actor, 0, 1000)), "reason"), "sleep 1 s");
}

TEST_F(Hover, NamesALocksOwner) {
    EXPECT_EQ(hoverText(view(), *hit(LaneKind::lock, 0, 1000)).title, "A is held by T1");
}

TEST_F(Hover, SaysWhenManyIntervalsShareAPixel) {
    const Store many = scenes::large(2, 20'000);
    const LaneLayout lanes = layoutLanes(many, Density::roomy, 1);
    const TimelineView crowded{many, Theme::named(ThemeName::light), lanes, style, {{0, 0, 1000, 600}, many.span(), 0}};
    const auto found = hitAt(crowded, {500, lanes.find(LaneKind::actor, 0)->middle()});
    ASSERT_TRUE(found);
    EXPECT_GT(found->sharing, 5U);
    EXPECT_FALSE(row(hoverText(crowded, *found), "in this pixel").isEmpty());
}

TEST_F(Hover, BesideTheLanesThereIsNothing) {
    EXPECT_FALSE(hitAt(view(), {50, 200}));
    EXPECT_FALSE(hitAt(view(), {500, 20}));
    EXPECT_FALSE(hitAt(view(), {500, 645}));
}

TEST_F(Hover, ASliversOutlineIsWideEnoughToBeSeen) {
    const QRectF outline = outlineOf(view(), *layout.find(LaneKind::actor, 0), {{1000 * kMs}, {1000 * kMs + 10}});
    EXPECT_GE(outline.width(), 4);
}

TEST(TimelineWords, LabelsGoFromTheFullestToTheShortest) {
    const Store store = scenes::deadlock();
    const LaneLayout layout = layoutLanes(store, Density::roomy, 1);
    const Lane& t2 = *layout.find(LaneKind::actor, 1);
    const IntervalLane& lane = store.actor({1}).states;
    const Interval last = lane.at(lane.find({2500 * kMs}), store.now());
    const QStringList labels = words::barLabels(store, t2, last);
    EXPECT_EQ(labels, (QStringList{"waiting for A, held by T1", "waiting for A", "A"}));
}

TEST(TimelineWords, ADeadlockNamesItsActorsAndItsMoment) {
    const Store store = scenes::deadlock();
    ASSERT_EQ(store.deadlocks().size(), 1U);
    EXPECT_EQ(words::deadlock(store, store.deadlocks()[0]).replace(QChar(0xA0), ' '), "Deadlock T1 ⇄ T2 at 1.420 s");
    EXPECT_EQ(words::eventsLost(0), "0 events lost");
}

}  // namespace
}  // namespace interleave::ui
