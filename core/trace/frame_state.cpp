// The part of TraceState that follows the frames of generators: every switch into one has a switch out, whoever
// switches stands in a frame that runs, and one that is closed does nothing more.
#include "core/trace/trace_state.hpp"

namespace interleave {

std::optional<Law> TraceState::applyFrame(const Event& e) {
    const ObjectState& frame = object(e.what());
    // One that was never made, or belongs to somebody else.
    if (!frame.known || frame.kind != ObjectKind::frame || frame.owner != e.actor) return Law::switchesPair;
    if (frame.level == static_cast<std::int64_t>(FrameState::closed)) return Law::nothingAfterTheEnd;
    switch (e.kind) {
        case EventKind::frameResumed: return enterFrame(e);
        case EventKind::frameYielded:
        case EventKind::frameDelegated:
        case EventKind::frameSwitched: return leaveFrame(e, FrameState::suspended);
        default: return leaveFrame(e, FrameState::closed);
    }
}

std::optional<Law> TraceState::enterFrame(const Event& e) {
    ObjectState& frame = objectAt(e.object);
    const bool twice = frame.level == static_cast<std::int64_t>(FrameState::running);
    frame.level = static_cast<std::int64_t>(FrameState::running);
    if (twice) return Law::switchesPair;
    ++m_runningFrames[e.actor];
    // By whom: a frame that runs, or one that delegates to it. Else its partner, which has switched out,
    // or one at its end.
    const FrameInput input = frameInputOf(e);
    const ObjectState& by = object({e.ticket});
    const bool asks = input == FrameInput::next || input == FrameInput::send || input == FrameInput::close;
    if (e.ticket == ObjectId::kNone || !asks || frame.owner != by.owner) return std::nullopt;
    const bool mayAsk = by.level == static_cast<std::int64_t>(FrameState::suspended) ||
                        by.level == static_cast<std::int64_t>(FrameState::running);
    return mayAsk ? std::nullopt : std::optional(Law::switchesPair);
}

std::optional<Law> TraceState::leaveFrame(const Event& e, FrameState to) {
    ObjectState& frame = objectAt(e.object);
    const bool ran = frame.level == static_cast<std::int64_t>(FrameState::running);
    frame.level = static_cast<std::int64_t>(to);
    // One that stands still is closed without running again.
    if (!ran) return e.kind == EventKind::frameClosed ? std::nullopt : std::optional(Law::switchesPair);
    const auto open = m_runningFrames.find(e.actor);
    if (open != m_runningFrames.end() && --open->second == 0) m_runningFrames.erase(open);
    return std::nullopt;
}

}  // namespace interleave
