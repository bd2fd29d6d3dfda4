// Where the nodes of "who waits for whom" lie. Pure.
//
// The place of a node follows from the ids of the trace alone, never from who waits at the moment: while the
// cursor moves, edges come and go and nodes stay. Actors and objects alternate around a ring, so that a cycle of
// waits is drawn as a cycle; where actors are many and objects few, the objects stand inside the ring.
#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

#include "core/trace/wait_for.hpp"

namespace interleave::ui {

struct GraphNode {
    bool isActor = false;
    std::uint32_t id = 0;
    double turn = 0;         // its share of the way around the ring, clockwise from the left; where it is on it
    double across = 0;       // from -1 to 1 along the row within the ring; where it is inside
    bool inside = false;

    ActorId actor() const { return {isActor ? id : ActorId::kNone}; }
    ObjectId object() const { return {isActor ? ObjectId::kNone : id}; }
};

// More than that many at once would be a tangle.
inline constexpr std::size_t kMostGraphNodes = 24;

// The ring for these actors and objects, in the order given.
std::vector<GraphNode> ringOf(const std::vector<ActorId>& actors, const std::vector<ObjectId>& objects);

// The nodes to show: every actor, and everything that can be waited for. In a run too large for that, those that
// take part at the moment, cycles first; only then does the picture follow the cursor.
std::vector<GraphNode> graphNodes(const Store& store, const WaitForGraph& graph);

// Whether a scenario has anything to wait for; without it the panel is not worth its place.
bool hasWaitGraph(const Store& store);

enum class GraphArrowKind { heldBy, wants, joins };

struct GraphArrow {
    std::size_t from = 0;  // indices of nodes
    std::size_t to = 0;
    GraphArrowKind kind{};
    bool inCycle = false;
    WaitReason reason{};   // of a wait
    bool both = false;     // another one joins the same two nodes: they part, so that both are seen
};
std::vector<GraphArrow> graphArrows(const WaitForGraph& graph, const std::vector<GraphNode>& nodes);

// The nodes' places and sizes within `area`, for text of `scale`.
struct GraphGeometry {
    QPointF centre;
    QSizeF radii;          // of the ring
    double node = 0;       // an actor's radius; half an object's height
    double spacing = 0;    // between the middles of neighbours on the ring
    std::vector<double> lengths;  // along the ring, up to each of its equal angles: nodes are equally far apart

    QPointF at(const GraphNode& node) const;

private:
    QPointF onRing(double turn) const;
};
GraphGeometry graphGeometry(const QRectF& area, std::size_t nodes, double scale);

// The control point of the curve that the arrow follows from node to node: halfway between them, or as far inside
// the ring as it takes to pass by the nodes that are none of its own.
QPointF arrowControl(const GraphGeometry& geometry, const std::vector<GraphNode>& nodes, const GraphArrow& arrow);

}  // namespace interleave::ui
