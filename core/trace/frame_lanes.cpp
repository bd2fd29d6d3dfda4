// What events of generators' frames do to lanes: each frame has one of states, and each switch an arrow.
#include "core/trace/frame_value.hpp"
#include "core/trace/store_lanes.hpp"

namespace interleave {
namespace {

StateClass classAfter(EventKind kind) {
    switch (kind) {
        case EventKind::frameResumed: return StateClass::running;
        case EventKind::frameReturned:
        case EventKind::frameFailed:
        case EventKind::frameClosed: return StateClass::ended;
        default: return StateClass::suspended;
    }
}

}  // namespace

std::uint32_t Store::Lanes::callerOf(std::uint32_t frame) const {
    const auto known = m_frames.find(frame);
    return known == m_frames.end() ? ObjectId::kNone : known->second.caller;
}

void Store::Lanes::frameArrow(const Event& e, std::uint32_t from, std::uint32_t to) {
    const auto known = [this](std::uint32_t id) { return id == ObjectId::kNone || knowsObject({id}); };
    if (!known(from) || !known(to) || from == to) return;
    store().m_arrows.push({e.at(), e.at(), {from}, {to}, e.what(), ArrowKind::frameSwitch});
}

void Store::Lanes::frame(const Event& e) {
    if (!knowsObject(e.what()) || store().m_objects[e.object].kind != ObjectKind::frame) return;
    IntervalLane& states = store().m_objects[e.object].owners;
    const bool wasRunning = store().m_looks[states.lookAt(e.at())].state() == StateClass::running;
    const Look look{static_cast<std::uint8_t>(classAfter(e.kind)), 0, e.actor};
    states.enter(e.at(), store().m_looks.intern(look), look.laneClass);
    FrameView& view = m_frames[e.object];
    const FrameInput input = frameInputOf(e);
    switch (e.kind) {
        case EventKind::frameResumed: {
            // A partner answers whoever called the one before it; one of a chain, whoever called the outermost.
            const auto by = m_frames.find(e.ticket);
            const bool isOfChain = by != m_frames.end() && (view.outer == e.ticket || by->second.outer == e.object);
            view.caller = input == FrameInput::handed || isOfChain ? callerOf(e.ticket) : e.ticket;
            if (isOfChain && by->second.outer == e.object) by->second.outer = ObjectId::kNone;
            return frameArrow(e, e.ticket, e.object);
        }
        case EventKind::frameDelegated:
            m_frames[e.ticket].outer = e.object;
            return;  // the arrow comes as that one goes on
        case EventKind::frameSwitched: return;                                        // as well
        case EventKind::frameClosed:
            if (!wasRunning) return;
            [[fallthrough]];
        default:
            // One that another stands aside for hands over to that, which is told next.
            if (e.kind == EventKind::frameYielded || view.outer == ObjectId::kNone)
                frameArrow(e, e.object, view.caller);
    }
}

}  // namespace interleave
