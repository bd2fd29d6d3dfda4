#include "ui/states/states_layout.hpp"

#include <algorithm>
#include <cmath>

namespace interleave::ui {
namespace {

struct Ends {
    StateNode from;
    StateNode to;
};
constexpr std::array<Ends, kStateMoves> kMoves{{{StateNode::fresh, StateNode::ready},
                                                {StateNode::ready, StateNode::running},
                                                {StateNode::running, StateNode::ready},
                                                {StateNode::running, StateNode::waiting},
                                                {StateNode::waiting, StateNode::ready},
                                                {StateNode::running, StateNode::ended}}};

QPainterPath line(QPointF from, QPointF to) {
    QPainterPath path(from);
    path.lineTo(to);
    return path;
}

// A quarter turn: sets out towards `corner`, arrives from it.
QPainterPath bend(QPointF from, QPointF corner, QPointF to) {
    QPainterPath path(from);
    path.cubicTo(from + (corner - from) * 0.75, to + (corner - to) * 0.75, to);
    return path;
}

void placeNodes(StatesLayout& layout, const QRectF& area, double scale) {
    layout.low = area.height() * 0.25 < 52 * scale;
    const auto share = [&](double part, double least) {
        return std::clamp(area.height() * part, least * scale, 66 * scale);
    };
    const double top = layout.low ? share(0.16, 20) : share(0.25, 0);
    const double height = layout.low ? share(0.33, 42) : top;
    const double low = layout.low ? share(0.20, 26) : top;
    const double width = std::clamp(area.width() * 0.31, 76 * scale, 180 * scale);
    const double middle = area.top() + top + (area.height() - top - height - low) / 2;
    const double right = area.right() - width;
    const double bottom = area.bottom() - low;
    const double gap = 14 * scale;
    const double between = std::max(0.0, area.width() - 2 * width - 2 * gap);
    const double heldWidth = std::min(width, between);
    // Waiting is where a crowd gathers; it may be wider, as long as both bends beside it are seen as bends.
    const double waitingWidth = std::max(width * 0.8, std::min(width * 1.6, area.width() - width - 2 * 30 * scale));
    const double centre = area.center().x();
    layout.nodes = {QRectF(area.left(), area.top(), width, top),
                    QRectF(area.left(), middle, width, height),
                    QRectF(right, middle, width, height),
                    QRectF(centre - waitingWidth / 2, bottom, waitingWidth, low),
                    QRectF(right, area.top(), width, top),
                    QRectF(centre - heldWidth / 2, area.top(), heldWidth, top)};
    layout.token = layout.low ? std::min({20 * scale, low - 9 * scale, height - 25 * scale, top - 3 * scale})
                              : std::min(26 * scale, height - 34 * scale);
}

void placeArrows(StatesLayout& layout, const QRectF& area, double scale) {
    const QRectF fresh = layout.node(StateNode::fresh);
    const QRectF ready = layout.node(StateNode::ready);
    const QRectF running = layout.node(StateNode::running);
    const QRectF waiting = layout.node(StateNode::waiting);
    const QRectF ended = layout.node(StateNode::ended);
    const double gap = 8 * scale;
    // Where the panel is low, both arrows lie higher, so that two lines of words fit below them.
    const double upper = ready.top() + ready.height() * (layout.low ? 0.22 : 0.30);
    const double lower = ready.top() + ready.height() * (layout.low ? 0.50 : 0.66);
    const double left = ready.center().x();
    const double right = running.center().x();
    // In a low panel these two stand at the outer edge: their words would meet those between ready and running.
    const double outer = layout.low ? ready.width() / 2 - 14 * scale : 0;
    const double half = ready.width() / 2 - gap + outer;
    const double between = running.left() - ready.right() - gap;
    const auto& at = [&](StateMove move) -> StateArrow& { return layout.arrows[static_cast<std::size_t>(move)]; };

    at(StateMove::admitted) = {line({left - outer, fresh.bottom()}, {left - outer, ready.top()}),
                               QRectF(left - outer + gap, fresh.bottom(), half + 2 * gap, ready.top() - fresh.bottom()),
                               Qt::AlignLeft | Qt::AlignVCenter};
    at(StateMove::ends) = {line({right + outer, running.top()}, {right + outer, ended.bottom()}),
                           QRectF(right + outer - gap - half, ended.bottom(), half, running.top() - ended.bottom()),
                           Qt::AlignRight | Qt::AlignVCenter};
    at(StateMove::dispatched) = {
        line({ready.right(), upper}, {running.left(), upper}),
        QRectF(ready.right() + gap / 2, fresh.bottom(), between, upper - fresh.bottom() - gap / 4),
        Qt::AlignHCenter | Qt::AlignBottom};
    at(StateMove::preempted) = {
        line({running.left(), lower}, {ready.right(), lower}),
        QRectF(ready.right() + gap / 2, lower + gap / 4, between, waiting.top() - lower - gap / 2),
        Qt::AlignHCenter | Qt::AlignTop};
    const double arrive = waiting.center().y();
    at(StateMove::waits) = {bend({right, running.bottom()}, {right, arrive}, {waiting.right(), arrive}),
                            QRectF(right + gap, running.bottom() + gap / 2, area.right() - right - gap,
                                   area.bottom() - running.bottom() - gap / 2),
                            Qt::AlignLeft | Qt::AlignTop};
    at(StateMove::woken) = {bend({waiting.left(), arrive}, {left, arrive}, {left, ready.bottom()}),
                            QRectF(area.left(), ready.bottom() + gap / 2, left - gap - area.left(),
                                   area.bottom() - ready.bottom() - gap / 2),
                            Qt::AlignRight | Qt::AlignTop};
}

// The moves that lead from `from` to `to`, the fewest there are; empty where no way leads there.
std::vector<StateMove> movesBetween(StateNode from, StateNode to) {
    std::array<std::optional<StateMove>, kStateNodes> cameBy;
    std::vector<StateNode> frontier{from};
    for (std::size_t i = 0; i < frontier.size(); ++i) {
        for (std::size_t m = 0; m < kStateMoves; ++m) {
            if (kMoves[m].from != frontier[i] || kMoves[m].to == from) continue;
            auto& known = cameBy[static_cast<std::size_t>(kMoves[m].to)];
            if (known) continue;
            known = static_cast<StateMove>(m);
            frontier.push_back(kMoves[m].to);
        }
    }
    std::vector<StateMove> moves;
    for (StateNode here = to; here != from;) {
        const auto by = cameBy[static_cast<std::size_t>(here)];
        if (!by) return {};
        moves.insert(moves.begin(), *by);
        here = kMoves[static_cast<std::size_t>(*by)].from;
    }
    return moves;
}

}  // namespace

std::optional<StateNode> nodeOf(StateClass state) {
    switch (state) {
        case StateClass::absent:
        case StateClass::count_: return std::nullopt;
        case StateClass::created: return StateNode::fresh;
        case StateClass::ready: return StateNode::ready;
        case StateClass::running: return StateNode::running;
        case StateClass::held: return StateNode::held;
        case StateClass::ended:
        case StateClass::zombie: return StateNode::ended;
        default: return StateNode::waiting;
    }
}

QRectF StatesLayout::tokenRoom(StateNode n, double labelWidth, double scale) const {
    const QRectF box = node(n);
    const double inset = (low ? 16 : 20) * scale;  // right of the pattern at the left edge
    const double end = box.right() - 6 * scale;
    if (oneLine(n)) {
        const double from = box.left() + inset + labelWidth + 6 * scale;
        return {from, box.center().y() - token / 2 - (n == StateNode::waiting ? 1.5 * scale : 0),
                std::max(0.0, end - from), token};
    }
    return {box.left() + inset, box.bottom() - token - (low ? 5 : 9) * scale, std::max(0.0, end - box.left() - inset),
            token};
}

StatesLayout layoutStates(const QRectF& area, double scale) {
    StatesLayout layout;
    placeNodes(layout, area, scale);
    placeArrows(layout, area, scale);
    return layout;
}

TokenRow layoutTokens(const QRectF& room, int count, double side, double gap) {
    TokenRow row;
    const double wide = side * 1.5;  // of the count
    const auto at = [&](int i) { return QRectF(room.left() + i * (side + gap), room.top(), side, side); };
    const int fit = std::max(0, static_cast<int>(std::floor((room.width() + gap) / (side + gap) + 1e-6)));
    if (count <= fit) {
        for (int i = 0; i < count; ++i) row.boxes.push_back(at(i));
        return row;
    }
    const int shown = std::max(0, static_cast<int>(std::floor((room.width() - wide) / (side + gap) + 1e-6)));
    for (int i = 0; i < shown; ++i) row.boxes.push_back(at(i));
    row.others = count - shown;
    const double left = room.left() + shown * (side + gap);
    row.count = QRectF(left, room.top(), std::max(side, std::min(wide, room.right() - left)), side);
    return row;
}

QPainterPath tokenRoute(const StatesLayout& layout, StateNode from, QPointF at, StateNode to, QPointF target,
                        bool forward) {
    QPainterPath route(at);
    const auto moves = forward ? movesBetween(from, to) : movesBetween(to, from);
    const auto follow = [&](StateMove move) {
        QPainterPath path = layout.arrow(move).path;
        if (!forward) path = path.toReversed();
        route.connectPath(path);
    };
    if (forward) {
        for (const StateMove move : moves) follow(move);
    } else {
        for (auto move = moves.rbegin(); move != moves.rend(); ++move) follow(*move);
    }
    route.lineTo(target);
    return route;
}

}  // namespace interleave::ui
