#include "ui/states/states_layout.hpp"

#include <QFontMetricsF>

#include <gtest/gtest.h>

#include "ui/theme/theme.hpp"

namespace interleave::ui {
namespace {

constexpr StateNode kNodes[] = {StateNode::fresh, StateNode::ready, StateNode::running,
                                StateNode::waiting, StateNode::ended, StateNode::held};
// The panel's content on a 1920×1080 window, on a 1280×720 one, and before a class.
const std::pair<QRectF, double> kSizes[] = {
    {QRectF(16, 44, 430, 236), 1.0}, {QRectF(16, 44, 276, 134), 1.0}, {QRectF(20, 80, 800, 500), 1.85}};

bool crosses(const QPainterPath& path, const QRectF& box) {
    for (int i = 0; i <= 200; ++i)
        if (box.contains(path.pointAtPercent(i / 200.0))) return true;
    return false;
}

TEST(StatesLayout, NodesNeverOverlap) {
    for (const auto& [area, scale] : kSizes) {
        const StatesLayout layout = layoutStates(area, scale);
        for (const StateNode a : kNodes)
            for (const StateNode b : kNodes)
                EXPECT_TRUE(a == b || !layout.node(a).intersects(layout.node(b))) << area.width() << " wide";
    }
}

TEST(StatesLayout, EverythingLiesWithinItsArea) {
    for (const auto& [area, scale] : kSizes) {
        const StatesLayout layout = layoutStates(area, scale);
        for (const StateNode node : kNodes) EXPECT_TRUE(area.contains(layout.node(node)));
        for (const StateArrow& arrow : layout.arrows) {
            const QRectF bounds = arrow.path.boundingRect();
            EXPECT_TRUE(area.contains(bounds.topLeft()) && area.contains(bounds.bottomRight()));
        }
    }
}

TEST(StatesLayout, EachArrowBeginsAndEndsAtTheEdgesOfItsNodes) {
    const StatesLayout layout = layoutStates(kSizes[0].first, 1.0);
    const auto touches = [&](QPointF point, StateNode node) {
        return layout.node(node).adjusted(-1, -1, 1, 1).contains(point) &&
               !layout.node(node).adjusted(1, 1, -1, -1).contains(point);
    };
    const std::tuple<StateMove, StateNode, StateNode> moves[] = {
        {StateMove::admitted, StateNode::fresh, StateNode::ready},
        {StateMove::dispatched, StateNode::ready, StateNode::running},
        {StateMove::preempted, StateNode::running, StateNode::ready},
        {StateMove::waits, StateNode::running, StateNode::waiting},
        {StateMove::woken, StateNode::waiting, StateNode::ready},
        {StateMove::ends, StateNode::running, StateNode::ended}};
    for (const auto& [move, from, to] : moves) {
        EXPECT_TRUE(touches(layout.arrow(move).path.pointAtPercent(0), from)) << static_cast<int>(move);
        EXPECT_TRUE(touches(layout.arrow(move).path.currentPosition(), to)) << static_cast<int>(move);
    }
}

TEST(StatesLayout, NoWordsLieOnANode) {
    const std::pair<StateMove, const char*> words[] = {{StateMove::admitted, "admitted"},
                                                       {StateMove::dispatched, "dispatched"},
                                                       {StateMove::preempted, "slice over / preempted"},
                                                       {StateMove::waits, "waits"},
                                                       {StateMove::woken, "woken"},
                                                       {StateMove::ends, "ends"}};
    for (const auto& [area, scale] : kSizes) {
        const StatesLayout layout = layoutStates(area, scale);
        const QFontMetricsF metrics(textFont(static_cast<int>(13 * scale)));
        for (const auto& [move, text] : words) {
            const StateArrow& arrow = layout.arrow(move);
            const QRectF drawn = metrics.boundingRect(arrow.label, arrow.alignment | Qt::TextWordWrap, text);
            for (const StateNode node : kNodes)
                EXPECT_FALSE(drawn.adjusted(1, 3, -1, -3).intersects(layout.node(node)))
                    << text << " at " << area.width();
        }
    }
}

TEST(StatesLayout, AFewTokensAreShownEach) {
    const TokenRow row = layoutTokens(QRectF(0, 0, 100, 20), 4, 20, 4);
    ASSERT_EQ(row.boxes.size(), 4U);
    EXPECT_EQ(row.others, 0);
    EXPECT_EQ(row.boxes[1].left(), 24);
}

TEST(StatesLayout, ACrowdCollapsesToACount) {
    const QRectF room(0, 0, 100, 20);
    const TokenRow row = layoutTokens(room, 1000, 20, 4);
    EXPECT_EQ(static_cast<int>(row.boxes.size()) + row.others, 1000);
    EXPECT_GT(row.others, 990);
    EXPECT_TRUE(room.contains(row.count));
    for (const QRectF& box : row.boxes) EXPECT_FALSE(box.intersects(row.count));
}

TEST(StatesLayout, WithoutRoomForATokenOnlyTheCountIsLeft) {
    const TokenRow row = layoutTokens(QRectF(0, 0, 22, 20), 5, 20, 4);
    EXPECT_TRUE(row.boxes.empty());
    EXPECT_EQ(row.others, 5);
}

TEST(StatesLayout, NobodyTravelsFromWaitingStraightToRunning) {
    const StatesLayout layout = layoutStates(kSizes[0].first, 1.0);
    const QPointF from = layout.node(StateNode::waiting).center();
    const QPointF to = layout.node(StateNode::running).center();
    const QPainterPath route = tokenRoute(layout, StateNode::waiting, from, StateNode::running, to, true);
    EXPECT_EQ(route.currentPosition(), to);
    EXPECT_TRUE(crosses(route, layout.node(StateNode::ready).adjusted(-1, -1, 1, 1)));
}

TEST(StatesLayout, GoingBackInTimeTakesTheSameWayBackwards) {
    const StatesLayout layout = layoutStates(kSizes[0].first, 1.0);
    const QPointF running = layout.node(StateNode::running).center();
    const QPointF waiting = layout.node(StateNode::waiting).center();
    const QPainterPath back = tokenRoute(layout, StateNode::waiting, waiting, StateNode::running, running, false);
    // One arrow, not the long way round by ready.
    EXPECT_FALSE(crosses(back, layout.node(StateNode::ready)));
    EXPECT_EQ(back.currentPosition(), running);
}

TEST(StatesLayout, EveryStateHasItsNode) {
    for (int s = 1; s < static_cast<int>(StateClass::count_); ++s)
        EXPECT_TRUE(nodeOf(static_cast<StateClass>(s)).has_value()) << s;
    EXPECT_FALSE(nodeOf(StateClass::absent).has_value());
    EXPECT_EQ(nodeOf(StateClass::sleeping), StateNode::waiting);
    EXPECT_EQ(nodeOf(StateClass::held), StateNode::held);
}

}  // namespace
}  // namespace interleave::ui
