#include "ui/states/token_motion.hpp"

#include <algorithm>

namespace interleave::ui {

void TokenMotion::place(ActorId actor, QPointF place) { m_tokens[actor.value] = {{}, place, 0, 0}; }

void TokenMotion::send(ActorId actor, const QPainterPath& route, std::int64_t now) {
    Token& token = m_tokens[actor.value];
    const bool underway = now < token.lands;
    token.route = route;
    token.target = route.currentPosition();
    token.began = now;
    token.lands = underway ? token.lands : now + kTravel;
}

QPointF TokenMotion::at(ActorId actor, std::int64_t now) const {
    const auto found = m_tokens.find(actor.value);
    if (found == m_tokens.end()) return {};
    const Token& token = found->second;
    if (now >= token.lands || token.lands <= token.began) return token.target;
    const double part =
        std::clamp(static_cast<double>(now - token.began) / static_cast<double>(token.lands - token.began), 0.0, 1.0);
    return token.route.pointAtPercent(part * part * (3 - 2 * part));  // sets out and arrives gently
}

QPointF TokenMotion::target(ActorId actor) const {
    const auto found = m_tokens.find(actor.value);
    return found == m_tokens.end() ? QPointF() : found->second.target;
}

bool TokenMotion::moving(std::int64_t now) const {
    return std::any_of(m_tokens.begin(), m_tokens.end(), [now](const auto& entry) { return now < entry.second.lands; });
}

}  // namespace interleave::ui
