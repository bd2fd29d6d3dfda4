// Where plates and edges lie.
#include <gtest/gtest.h>

#include "ui/processes/process_layout.hpp"

namespace interleave::ui {
namespace {

// A root, and below it each the child of the one before.
ProcessTree chain(std::size_t length, bool gone = false) {
    ProcessTree tree;
    for (std::size_t i = 0; i < length; ++i) {
        ProcessNode node;
        node.role = i == 0 ? ProcessRole::runner : ProcessRole::actor;
        node.isGone = gone && i > 0;
        if (i > 0) node.actor = {static_cast<std::uint32_t>(i)};
        node.depth = i == 0 ? 0 : 1;
        if (i > 0) node.parent = 0;
        tree.rows.push_back(node);
    }
    return tree;
}

const QRectF kArea(10, 20, 320, 220);

TEST(ProcessLayout, PlatesStandBelowEachOtherWithinTheArea) {
    for (const std::size_t count : {1U, 4U, 8U, 40U}) {
        const ProcessLayout layout = layoutProcesses(chain(count), {kArea, count, true, 1});
        ASSERT_EQ(layout.rows.size(), layout.plates.size());
        for (std::size_t i = 0; i < layout.plates.size(); ++i) {
            EXPECT_TRUE(kArea.contains(layout.plates[i])) << count << ": plate " << i;
            if (i == 0) continue;
            EXPECT_GT(layout.plates[i].top(), layout.plates[i - 1].bottom());
        }
        EXPECT_EQ(layout.rest.isEmpty(), layout.rows.size() == count);
        EXPECT_LE(layout.rest.isEmpty() ? 0 : layout.rest.bottom(), kArea.bottom() + 1);
    }
}

TEST(ProcessLayout, FewHaveTwoLinesEachAndManyOne) {
    EXPECT_TRUE(layoutProcesses(chain(4), {kArea, 4, false, 1}).twoLines);
    EXPECT_FALSE(layoutProcesses(chain(7), {kArea, 7, false, 1}).twoLines);
}

TEST(ProcessLayout, PlatesKeepTheirSizeAsProcessesComeAndGo) {
    const ProcessLayout early = layoutProcesses(chain(2), {kArea, 8, false, 1});
    const ProcessLayout late = layoutProcesses(chain(8), {kArea, 8, false, 1});
    for (std::size_t i = 0; i < early.plates.size(); ++i) EXPECT_EQ(early.plates[i], late.plates[i]);
}

TEST(ProcessLayout, AChildStandsFurtherRight) {
    const ProcessLayout layout = layoutProcesses(chain(3), {kArea, 3, false, 1});
    EXPECT_GT(layout.plates[1].left(), layout.plates[0].left());
    EXPECT_EQ(layout.plates[1].left(), layout.plates[2].left());
    EXPECT_EQ(layout.plates[1].right(), layout.plates[0].right());
}

TEST(ProcessLayout, AForkLeadsFromTheParentsPlateToTheChildsLeftEdge) {
    const ProcessLayout layout = layoutProcesses(chain(3), {kArea, 3, false, 1});
    const QPainterPath path = forkEdge(layout.plates[0], layout.plates[2], 1);
    EXPECT_DOUBLE_EQ(path.pointAtPercent(0).y(), layout.plates[0].bottom());
    EXPECT_EQ(path.currentPosition(), QPointF(layout.plates[2].left(), layout.plates[2].center().y()));
}

TEST(ProcessLayout, ASideEdgeStaysInTheRoomKeptForIt) {
    const ProcessLayout layout = layoutProcesses(chain(4), {kArea, 4, true, 1});
    EXPECT_GT(layout.arcs, 0);
    const QPainterPath path = sideEdge(layout.plates[1], layout.plates[3], layout.arcs * 0.9, 1);
    EXPECT_LE(path.boundingRect().right(), kArea.right());
    EXPECT_NEAR(path.currentPosition().x(), layout.plates[3].right() + 2, 1e-9);
}

}  // namespace
}  // namespace interleave::ui
