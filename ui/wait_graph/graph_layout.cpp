#include "ui/wait_graph/graph_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace interleave::ui {
namespace {

bool canBeWaitedFor(const ObjectRecord& object) {
    // A future stands for its producer, which is drawn; a variable is never waited for;
    // who waits for a descriptor waits for the kernel.
    return object.kind != ObjectKind::variable && object.kind != ObjectKind::future &&
           object.kind != ObjectKind::descriptor && object.kind != ObjectKind::frame && !object.name.empty();
}

// Clockwise on the screen from the left, where reading begins.
QPointF onCircle(double turn) {
    const double angle = std::numbers::pi * (1 + 2 * turn);
    return {std::cos(angle), std::sin(angle)};
}

constexpr int kRingSteps = 240;

// Length of the ring up to each of its steps.
std::vector<double> ringLengths(QSizeF radii) {
    std::vector<double> lengths{0};
    QPointF before = onCircle(0);
    for (int i = 1; i <= kRingSteps; ++i) {
        const QPointF here = onCircle(static_cast<double>(i) / kRingSteps);
        lengths.push_back(lengths.back() + std::hypot((here.x() - before.x()) * radii.width(),
                                                      (here.y() - before.y()) * radii.height()));
        before = here;
    }
    return lengths;
}

// Actors on the ring, objects in a row within it.
std::vector<GraphNode> objectsInside(const std::vector<ActorId>& actors, const std::vector<ObjectId>& objects) {
    std::vector<GraphNode> nodes;
    for (std::size_t i = 0; i < actors.size(); ++i)
        nodes.push_back({true, actors[i].value, static_cast<double>(i) / static_cast<double>(actors.size()), 0, false});
    constexpr double kWidth = 0.9;  // of the row, at most
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const double part = (static_cast<double>(i) + 0.5) / static_cast<double>(objects.size()) - 0.5;
        nodes.push_back({false, objects[i].value, 0, part * kWidth, true});
    }
    return nodes;
}

std::vector<GraphNode> alternating(const std::vector<ActorId>& actors, const std::vector<ObjectId>& objects) {
    std::vector<GraphNode> nodes;
    std::size_t a = 0;
    std::size_t o = 0;
    const auto total = static_cast<double>(actors.size() + objects.size());
    while (a < actors.size() || o < objects.size()) {
        // Whichever is further behind its share goes next; actors first.
        const bool actorNext = o >= objects.size() ||
            (a < actors.size() && (2 * a + 1) * objects.size() <= (2 * o + 1) * actors.size());
        const double turn = static_cast<double>(nodes.size()) / total;
        nodes.push_back({actorNext, actorNext ? actors[a].value : objects[o].value, turn, 0, false});
        ++(actorNext ? a : o);
    }
    return nodes;
}

template <class Id>
void keepOnce(std::vector<Id>& ids, Id id) {
    if (id.exists() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

// Those in a cycle, then the other ones that wait or are waited for, as many as there is room for.
std::vector<GraphNode> participants(const WaitForGraph& graph) {
    std::vector<ActorId> actors;
    std::vector<ObjectId> objects;
    for (const bool cycle : {true, false}) {
        for (const WaitEdge& wait : graph.waits) {
            if (wait.inCycle != cycle || actors.size() + objects.size() + 3 > kMostGraphNodes) continue;
            keepOnce(actors, wait.waiter);
            keepOnce(actors, wait.owner);
            keepOnce(objects, wait.object);
        }
    }
    std::sort(actors.begin(), actors.end());
    std::sort(objects.begin(), objects.end());
    return ringOf(actors, objects);
}

}  // namespace

std::vector<GraphNode> ringOf(const std::vector<ActorId>& actors, const std::vector<ObjectId>& objects) {
    const bool fewObjects = !objects.empty() && actors.size() > 1 &&
                            (objects.size() == 1 || actors.size() > 2 * objects.size());
    return fewObjects ? objectsInside(actors, objects) : alternating(actors, objects);
}

std::vector<GraphNode> graphNodes(const Store& store, const WaitForGraph& graph) {
    std::vector<ActorId> actors;
    std::vector<ObjectId> objects;
    for (std::uint32_t i = 0; i < store.objects().size() && objects.size() <= kMostGraphNodes; ++i)
        if (canBeWaitedFor(store.objects()[i])) objects.push_back({i});
    for (std::uint32_t i = 0; i < store.actors().size() && actors.size() <= kMostGraphNodes; ++i) actors.push_back({i});
    if (actors.size() + objects.size() > kMostGraphNodes) return participants(graph);
    return ringOf(actors, objects);
}

bool hasWaitGraph(const Store& store) {
    return std::any_of(store.objects().begin(), store.objects().end(), canBeWaitedFor);
}

std::vector<GraphArrow> graphArrows(const WaitForGraph& graph, const std::vector<GraphNode>& nodes) {
    const auto indexOf = [&](bool isActor, std::uint32_t id) {
        const auto found = std::find_if(nodes.begin(), nodes.end(),
                                        [&](const GraphNode& n) { return n.isActor == isActor && n.id == id; });
        return static_cast<std::size_t>(found - nodes.begin());
    };
    std::vector<GraphArrow> arrows;
    const auto add = [&](std::size_t from, std::size_t to, GraphArrowKind kind, bool inCycle, WaitReason reason) {
        if (from < nodes.size() && to < nodes.size() && from != to)
            arrows.push_back({from, to, kind, inCycle, reason, false});
    };
    for (const OwnEdge& own : graph.owns)
        add(indexOf(false, own.object.value), indexOf(true, own.owner.value), GraphArrowKind::heldBy, own.inCycle,
            WaitReason::none);
    for (const WaitEdge& wait : graph.waits) {
        const std::size_t waiter = indexOf(true, wait.waiter.value);
        const std::size_t object = wait.object.exists() ? indexOf(false, wait.object.value) : nodes.size();
        if (object < nodes.size()) add(waiter, object, GraphArrowKind::wants, wait.inCycle, wait.reason);
        else if (wait.owner.exists())
            add(waiter, indexOf(true, wait.owner.value), GraphArrowKind::joins, wait.inCycle, wait.reason);
    }
    for (GraphArrow& one : arrows)
        for (const GraphArrow& other : arrows)
            if (one.from == other.to && one.to == other.from) one.both = true;
    return arrows;
}

QPointF GraphGeometry::onRing(double turn) const {
    if (lengths.empty()) return centre;
    const double wanted = turn * lengths.back();
    const auto after = std::lower_bound(lengths.begin(), lengths.end(), wanted);
    const auto step = static_cast<double>(after - lengths.begin());
    double part = step;
    if (after != lengths.begin() && after != lengths.end() && *after > *std::prev(after))
        part = step - (*after - wanted) / (*after - *std::prev(after));
    const QPointF place = onCircle(part / kRingSteps);
    return centre + QPointF(place.x() * radii.width(), place.y() * radii.height());
}

QPointF GraphGeometry::at(const GraphNode& n) const {
    return n.inside ? centre + QPointF(n.across * radii.width(), 0) : onRing(n.turn);
}

GraphGeometry graphGeometry(const QRectF& area, std::size_t nodes, double scale) {
    GraphGeometry geometry;
    geometry.centre = area.center();
    constexpr double kShare = 0.15;  // of the lesser side: leaves room for an arrow between two nodes
    const double least = std::min(area.width(), area.height());
    // The ring's length, about, shared among its nodes, half of each share left free.
    const double around = std::numbers::pi * (area.width() + area.height()) / 2;
    const double share = nodes == 0 ? least : around / static_cast<double>(nodes) / 4;
    geometry.node = std::max(9 * scale, std::min({least * kShare, share, 30 * scale}));
    // Objects are wider than high; the ring stays clear of the sides by their half width.
    const double sideRoom = geometry.node * 1.5 + 4 * scale;
    // A ring, not a ribbon, as long as the nodes leave the choice.
    constexpr std::size_t kFewNodes = 8;
    const double widest = nodes <= kFewNodes ? least : area.width() / 2;
    geometry.radii = {std::max(0.0, std::min(area.width() / 2 - sideRoom, widest)),
                      std::max(0.0, area.height() / 2 - geometry.node - 2 * scale)};
    geometry.lengths = ringLengths(geometry.radii);
    geometry.spacing = geometry.lengths.back() / static_cast<double>(std::max<std::size_t>(nodes, 1));
    return geometry;
}

QPointF arrowControl(const GraphGeometry& geometry, const std::vector<GraphNode>& nodes, const GraphArrow& arrow) {
    const QPointF from = geometry.at(nodes[arrow.from]);
    const QPointF to = geometry.at(nodes[arrow.to]);
    const QPointF middle = (from + to) / 2;
    const QPointF inwards = geometry.centre - middle;
    const double depth = std::hypot(inwards.x(), inwards.y());
    const auto isClear = [&](QPointF control) {
        constexpr int kSamples = 24;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (i == arrow.from || i == arrow.to) continue;
            const QPointF other = geometry.at(nodes[i]);
            for (int s = 1; s < kSamples; ++s) {
                const double t = static_cast<double>(s) / kSamples;
                const QPointF on = from * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + to * (t * t);
                if (std::hypot(on.x() - other.x(), on.y() - other.y()) < geometry.node * 1.3) return false;
            }
        }
        return true;
    };
    if (depth < 1) return middle;  // straight across the middle
    constexpr int kMostSteps = 8;
    for (int step = 0; step <= kMostSteps; ++step) {
        const QPointF control = middle + inwards / depth * (geometry.node * 0.7 * step);
        if (isClear(control)) return control;
    }
    return middle;
}

}  // namespace interleave::ui
