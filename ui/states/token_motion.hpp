// Tokens on their way. Pure: the time goes in, places come out; whoever owns it asks again while something moves.
#pragma once

#include <QPainterPath>
#include <QPointF>

#include <cstdint>
#include <unordered_map>

#include "core/base/ids.hpp"

namespace interleave::ui {

class TokenMotion {
public:
    static constexpr std::int64_t kTravel = 200;  // ms; long enough to follow, too short to wait for

    // Stands at `place` at once.
    void place(ActorId actor, QPointF place);
    // Sets out along `route` at `now` (ms). One that is on its way already arrives when it was to arrive, so that
    // a token whose actor changes faster than it travels still shows the truth five times a second.
    void send(ActorId actor, const QPainterPath& route, std::int64_t now);
    void forget(ActorId actor) { m_tokens.erase(actor.value); }
    void clear() { m_tokens.clear(); }

    bool knows(ActorId actor) const { return m_tokens.contains(actor.value); }
    QPointF at(ActorId actor, std::int64_t now) const;
    // Where it will stand.
    QPointF target(ActorId actor) const;
    bool moving(std::int64_t now) const;

private:
    struct Token {
        QPainterPath route;
        QPointF target;
        std::int64_t began = 0;
        std::int64_t lands = 0;
    };
    std::unordered_map<std::uint32_t, Token> m_tokens;
};

}  // namespace interleave::ui
