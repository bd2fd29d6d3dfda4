#include "ui/wait_graph/graph_layout.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave::ui {
namespace {

const QRectF kArea(16, 44, 430, 188);

std::vector<ActorId> actors(std::uint32_t count) {
    std::vector<ActorId> ids;
    for (std::uint32_t i = 0; i < count; ++i) ids.push_back({i});
    return ids;
}
std::vector<ObjectId> objects(std::uint32_t count) {
    std::vector<ObjectId> ids;
    for (std::uint32_t i = 0; i < count; ++i) ids.push_back({i});
    return ids;
}
double distance(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

TEST(GraphLayout, TwoActorsAndTwoLocksStandCrosswise) {
    const auto nodes = ringOf(actors(2), objects(2));
    const GraphGeometry geometry = graphGeometry(kArea, nodes.size(), 1.0);
    ASSERT_EQ(nodes.size(), 4U);
    // T1 at the left, A above, T2 at the right, B below.
    EXPECT_TRUE(nodes[0].isActor);
    EXPECT_LT(geometry.at(nodes[0]).x(), kArea.center().x() - 50);
    EXPECT_FALSE(nodes[1].isActor);
    EXPECT_LT(geometry.at(nodes[1]).y(), kArea.center().y() - 30);
    EXPECT_GT(geometry.at(nodes[2]).x(), kArea.center().x() + 50);
    EXPECT_GT(geometry.at(nodes[3]).y(), kArea.center().y() + 30);
}

TEST(GraphLayout, ANodeKeepsItsPlaceWhileTheCursorMoves) {
    const Store store = scenes::deadlock();
    const auto before = graphNodes(store, waitForGraphAt(store, ms(6)));
    const auto after = graphNodes(store, waitForGraphAt(store, ms(3000)));
    ASSERT_EQ(before.size(), after.size());
    const GraphGeometry geometry = graphGeometry(kArea, before.size(), 1.0);
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].id, after[i].id);
        EXPECT_EQ(geometry.at(before[i]), geometry.at(after[i]));
    }
}

TEST(GraphLayout, NodesLieApartAndWithinTheArea) {
    for (const std::uint32_t count : {2U, 3U, 5U, 8U, 10U}) {
        const auto nodes = ringOf(actors(count), objects(count));
        const GraphGeometry geometry = graphGeometry(kArea, nodes.size(), 1.0);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const QPointF at = geometry.at(nodes[i]);
            EXPECT_TRUE(kArea.contains(
                QRectF(at.x() - geometry.node, at.y() - geometry.node, 2 * geometry.node, 2 * geometry.node)));
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_GT(distance(at, geometry.at(nodes[j])), 2 * geometry.node)
                    << count << " actors: " << i << " and " << j;
        }
    }
}

TEST(GraphLayout, NeighboursOnAFlatRingAreAboutEquallyFarApart) {
    const auto nodes = ringOf(actors(10), objects(10));
    const GraphGeometry geometry = graphGeometry(QRectF(0, 0, 500, 180), nodes.size(), 1.0);
    double least = 1e9;
    double most = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const double gap = distance(geometry.at(nodes[i]), geometry.at(nodes[(i + 1) % nodes.size()]));
        least = std::min(least, gap);
        most = std::max(most, gap);
    }
    EXPECT_LT(most / least, 1.4);
}

TEST(GraphLayout, OneLockOfManyStandsAmongThem) {
    const auto nodes = ringOf(actors(10), objects(1));
    EXPECT_TRUE(nodes.back().inside);
    EXPECT_FALSE(nodes.front().inside);
}

TEST(GraphLayout, ActorsAndLocksOfACycleAlternate) {
    const auto nodes = ringOf(actors(5), objects(5));
    for (std::size_t i = 0; i < nodes.size(); ++i) EXPECT_EQ(nodes[i].isActor, i % 2 == 0);
}

TEST(GraphLayout, AnArrowBendsAroundANodeThatIsNoneOfItsOwn) {
    // T1 at the left, B at the lower right, T4 between them on a flat ring.
    const auto nodes = ringOf(actors(4), objects(2));
    const GraphGeometry geometry = graphGeometry(QRectF(16, 44, 430, 150), nodes.size(), 1.0);
    const auto indexOf = [&](bool isActor, std::uint32_t id) {
        std::size_t i = 0;
        while (nodes[i].isActor != isActor || nodes[i].id != id) ++i;
        return i;
    };
    GraphArrow arrow;
    arrow.from = indexOf(true, 0);
    arrow.to = indexOf(false, 1);
    const QPointF control = arrowControl(geometry, nodes, arrow);
    const QPointF from = geometry.at(nodes[arrow.from]);
    const QPointF to = geometry.at(nodes[arrow.to]);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i == arrow.from || i == arrow.to) continue;
        for (double t = 0.05; t < 1; t += 0.05) {
            const QPointF on = from * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + to * (t * t);
            EXPECT_GT(distance(on, geometry.at(nodes[i])), geometry.node) << "node " << i;
        }
    }
    // Neighbours are joined by a straight line.
    arrow.to = arrow.from + 1;
    EXPECT_EQ(arrowControl(geometry, nodes, arrow), (from + geometry.at(nodes[arrow.to])) / 2);
}

TEST(GraphLayout, DrawsWhoHoldsAndWhoWants) {
    const Store store = scenes::deadlock();
    const auto graph = waitForGraphAt(store, ms(3000));
    const auto nodes = graphNodes(store, graph);
    const auto arrows = graphArrows(graph, nodes);
    ASSERT_EQ(arrows.size(), 4U);
    int wants = 0;
    for (const GraphArrow& arrow : arrows) {
        EXPECT_TRUE(arrow.inCycle);
        EXPECT_FALSE(arrow.both);
        if (arrow.kind == GraphArrowKind::wants) ++wants;
    }
    EXPECT_EQ(wants, 2);
}

TEST(GraphLayout, ALockWantedByItsOwnOwnerHasTwoArrowsBesideEachOther) {
    scenes::Scene scene;
    const ObjectId lock = scene.mutex("A");
    const ActorId actor = scene.actor("T1");
    scene.at(1).runs(actor).acquires(actor, lock).at(2).wants(actor, lock).at(3);
    const Store store = scene.finish(Ended::deadlocked);
    const auto graph = waitForGraphAt(store, ms(3));
    const auto arrows = graphArrows(graph, graphNodes(store, graph));
    ASSERT_EQ(arrows.size(), 2U);
    EXPECT_TRUE(arrows[0].both);
    EXPECT_TRUE(arrows[1].both);
}

TEST(GraphLayout, AJoinIsAnArrowFromActorToActor) {
    scenes::Scene scene;
    const ActorId first = scene.actor("main");
    const ActorId second = scene.actor("T1");
    scene.at(1).runs(first).runs(second).at(2).joins(first, second).at(3);
    const Store store = scene.finish(Ended::notYet);
    const auto graph = waitForGraphAt(store, ms(3));
    const auto nodes = graphNodes(store, graph);
    const auto arrows = graphArrows(graph, nodes);
    ASSERT_EQ(arrows.size(), 1U);
    EXPECT_EQ(arrows[0].kind, GraphArrowKind::joins);
    EXPECT_EQ(nodes[arrows[0].to].actor(), second);
}

TEST(GraphLayout, ARunTooLargeShowsThoseWhoWaitNow) {
    scenes::Scene scene;
    const ObjectId lock = scene.mutex("A");
    std::vector<ActorId> all;
    for (int i = 0; i < 300; ++i) all.push_back(scene.actor("task " + std::to_string(i)));
    scene.at(1).runs(all[7]).runs(all[200]).acquires(all[7], lock).at(2).wants(all[200], lock).at(3);
    const Store store = scene.finish(Ended::notYet);
    const auto nodes = graphNodes(store, waitForGraphAt(store, ms(3)));
    ASSERT_EQ(nodes.size(), 3U);
    EXPECT_TRUE(graphNodes(store, waitForGraphAt(store, ms(1))).size() <= 2);
}

TEST(GraphLayout, IsOfNoUseWithoutAnythingToWaitFor) {
    EXPECT_TRUE(hasWaitGraph(scenes::deadlock()));
    EXPECT_TRUE(hasWaitGraph(scenes::producerConsumer()));
    EXPECT_FALSE(hasWaitGraph(scenes::race()));  // a variable is nothing to wait for
}

}  // namespace
}  // namespace interleave::ui
