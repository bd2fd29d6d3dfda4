#include "core/coro/frame.hpp"

#include <stdexcept>

#include "core/base/sentence.hpp"

namespace interleave {

StringId FrameTexts::idOf(std::string_view text) {
    if (const auto known = m_ids.find(text); known != m_ids.end()) return known->second;
    if (m_ids.size() >= kMost) return {};
    const StringId id = m_arena.addString(text);
    m_ids.emplace(std::string(text), id);
    return id;
}

Frame::Frame(const FrameOwner& owner, std::string_view name, int line) : m_owner(owner) {
    Arena& arena = owner.texts->arena();
    m_id = arena.newObject();
    if (!m_id.exists())
        throw std::runtime_error(Sentence("Running", "there is no room for more objects in one run (65,536)"));
    const StringId text = owner.texts->idOf(name);
    arena.name(m_id, text);
    (*owner.ring)->write({.actor = owner.actor.value, .object = m_id.value, .ticket = text.value,
                          .line = static_cast<std::uint16_t>(line), .kind = EventKind::objectCreated,
                          .detail = static_cast<std::uint8_t>(ObjectKind::frame)});
}

void Frame::tell(EventKind kind, const Telling& what) const {
    // What is left of an actor that has ended is cleared away in silence. Relaxed:
    // the actor's own thread has written it.
    if (!isWatched()) return;
    if (m_owner.texts->arena().slot(m_owner.actor).life.load(std::memory_order_relaxed) == ActorLife::ended) return;
    (*m_owner.ring)->write({.actor = m_owner.actor.value, .object = m_id.value, .ticket = what.ticket,
                            .line = static_cast<std::uint16_t>(what.line), .kind = kind,
                            .detail = frameDetail(what.value.type, what.input), .value = what.value.bits});
}

std::uint32_t Frame::textOf(std::string_view text) const { return m_owner.texts->idOf(text).value; }

FrameValue Frame::told(std::string_view text) const {
    return isWatched() ? FrameValue::of(m_owner.texts->idOf(text)) : FrameValue{};
}

FrameValue Frame::toldError(std::string_view text) const {
    return isWatched() ? FrameValue::of(m_owner.texts->idOf(text), FrameValue::Type::error) : FrameValue{};
}

}  // namespace interleave
