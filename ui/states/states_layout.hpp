// Where the state diagram's nodes, arrows, labels and tokens lie. Pure: sizes go in, rectangles come out.
//
//   new ──► ready ══► running ──► ended        Nothing ever goes from waiting straight to running.
//             ▲   ◄══    │
//             └ waiting ◄┘
#pragma once

#include <QPainterPath>
#include <QRectF>

#include <array>
#include <optional>
#include <vector>

#include "core/trace/look.hpp"

namespace interleave::ui {

// `held` is no state of the textbook: who stands at the gate has been stopped by a person or a script.
enum class StateNode { fresh, ready, running, waiting, ended, held };
inline constexpr std::size_t kStateNodes = 6;

enum class StateMove { admitted, dispatched, preempted, waits, woken, ends };
inline constexpr std::size_t kStateMoves = 6;

// Nothing for `absent`.
std::optional<StateNode> nodeOf(StateClass state);

struct StateArrow {
    QPainterPath path;   // ends at the node's edge
    QRectF label;        // room for its words
    int alignment = 0;   // Qt::Alignment within it
};

struct StatesLayout {
    std::array<QRectF, kStateNodes> nodes;
    std::array<StateArrow, kStateMoves> arrows;
    double token = 0;  // a token's side
    bool low = false;  // too low for label above tokens everywhere

    const QRectF& node(StateNode n) const { return nodes[static_cast<std::size_t>(n)]; }
    const StateArrow& arrow(StateMove m) const { return arrows[static_cast<std::size_t>(m)]; }
    // Label and tokens side by side; else the tokens stand below the label. Ready and running are the narrow nodes
    // that several share.
    bool oneLine(StateNode n) const { return low && n != StateNode::ready && n != StateNode::running; }
    // Where `node`'s tokens stand, given the width of its label.
    QRectF tokenRoom(StateNode node, double labelWidth, double scale) const;
};

// The diagram within `area`; `scale` is the text's.
StatesLayout layoutStates(const QRectF& area, double scale);

// How a node's tokens are shown: the first `shown` of them, then a count of the `others`.
struct TokenRow {
    std::vector<QRectF> boxes;  // of those shown
    int others = 0;
    QRectF count;               // where `others` > 0
};
TokenRow layoutTokens(const QRectF& room, int count, double side, double gap);

// The way a token takes from node to node: along the arrows, the way back along them the other way round, so that
// nobody is ever seen to go from waiting straight to running. `from` and `to` are the token's own places.
QPainterPath tokenRoute(const StatesLayout& layout, StateNode from, QPointF at, StateNode to, QPointF target,
                        bool forward);

}  // namespace interleave::ui
