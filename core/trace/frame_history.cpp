#include "core/trace/frame_history.hpp"

#include <algorithm>

#include "core/trace/read_on.hpp"

namespace interleave {
namespace {

using Moments = std::vector<FrameLife::Moment>;

// One past the last that has happened at `t`.
Moments::const_iterator after(const Moments& moments, TraceTime t) {
    return std::upper_bound(moments.begin(), moments.end(), t,
                            [](TraceTime time, const FrameLife::Moment& moment) { return time < moment.at; });
}

Event asEvent(const FrameLife::Moment& moment) {
    Event event;
    event.value = moment.value;
    event.detail = moment.detail;
    return event;
}

FrameState stateAfter(EventKind kind) {
    switch (kind) {
        case EventKind::frameResumed:
        case EventKind::lineReached: return FrameState::running;
        case EventKind::frameReturned:
        case EventKind::frameFailed:
        case EventKind::frameClosed: return FrameState::closed;
        default: return FrameState::suspended;
    }
}

FrameEnd endBy(EventKind kind) {
    switch (kind) {
        case EventKind::frameReturned: return FrameEnd::returned;
        case EventKind::frameFailed: return FrameEnd::failed;
        case EventKind::frameClosed: return FrameEnd::closed;
        default: return FrameEnd::none;
    }
}

bool givesOut(EventKind kind) {
    return kind == EventKind::frameYielded || kind == EventKind::frameReturned || kind == EventKind::frameFailed ||
           kind == EventKind::frameSwitched;
}

}  // namespace

FrameNow FrameLife::at(TraceTime t) const {
    FrameNow now;
    const auto end = after(moments, t);
    const auto begin = std::make_reverse_iterator(end);
    const auto last = moments.rend();
    if (end != moments.begin()) {
        const Moment& latest = *std::prev(end);
        now.state = stateAfter(latest.kind);
        now.end = endBy(latest.kind);
        if (latest.kind == EventKind::frameDelegated) now.delegate = {latest.other};
    }
    // A few steps back each: in and out take turns.
    const auto wasResumed = [](const Moment& m) { return m.kind == EventKind::frameResumed; };
    if (const auto in = std::find_if(begin, last, wasResumed); in != last) {
        now.input = frameInputOf(asEvent(*in));
        now.in = frameValueOf(asEvent(*in));
        now.caller = {in->other};
    }
    if (const auto out = std::find_if(begin, last, [](const Moment& m) { return givesOut(m.kind); }); out != last) {
        now.hasOut = true;
        now.out = frameValueOf(asEvent(*out));
    }
    const auto stands = [](const Moment& m) { return m.line != 0 && m.kind != EventKind::frameResumed; };
    if (const auto line = std::find_if(begin, last, stands); line != last) now.line = line->line;
    for (const std::uint32_t name : localOrder) {
        const Moments& values = locals.at(name);
        const auto known = after(values, t);
        if (known == values.begin()) continue;
        now.locals.push_back({{name}, frameValueOf(asEvent(*std::prev(known)))});
    }
    return now;
}

void FrameHistory::follow(const Store& store) {
    readOn(store, m_next, [&] { adopt(store); }, [this](const Event& event) { apply(event); });
}

// What the forgotten events said of frames, as far as the checkpoint keeps it: that they are there,
// and where they stood.
void FrameHistory::adopt(const Store& store) {
    const std::vector<ObjectState>& objects = store.checkpoint().objects();
    for (std::uint32_t id = 0; id < objects.size() && id < store.objects().size(); ++id) {
        if (objects[id].kind != ObjectKind::frame || !objects[id].known || find(id) != nullptr) continue;
        FrameLife& life = add({id}, {objects[id].owner}, store.object({id}).created);
        constexpr EventKind kThere[] = {EventKind::none, EventKind::frameYielded, EventKind::frameResumed,
                                        EventKind::frameClosed};
        const auto state =
            static_cast<std::size_t>(std::clamp<std::int64_t>(objects[id].level, 0, std::ssize(kThere) - 1));
        if (kThere[state] != EventKind::none) life.moments.push_back({.at = store.span().begin, .kind = kThere[state]});
    }
}

FrameLife& FrameHistory::add(ObjectId frame, ActorId owner, TraceTime created) {
    if (frame.value >= m_places.size()) m_places.resize(frame.value + 1, ObjectId::kNone);
    m_places[frame.value] = static_cast<std::uint32_t>(m_lives.size());
    FrameLife life;
    life.frame = frame;
    life.owner = owner;
    life.created = created;
    return m_lives.emplace_back(std::move(life));
}

FrameLife* FrameHistory::find(std::uint32_t frame) {
    if (frame >= m_places.size() || m_places[frame] == ObjectId::kNone) return nullptr;
    return &m_lives[m_places[frame]];
}

const FrameLife* FrameHistory::lifeOf(ObjectId frame) const {
    return const_cast<FrameHistory*>(this)->find(frame.value);
}

void FrameHistory::apply(const Event& event) {
    if (event.kind == EventKind::objectCreated && event.as<ObjectKind>() == ObjectKind::frame &&
        event.what().exists()) {
        add(event.what(), event.who(), event.at()).madeAt = event.line;
        return;
    }
    if (!isOfFrame(event.kind)) return;
    // Where the frame that did it runs now: it has moved on without an event of its own.
    if (event.kind == EventKind::frameResumed && event.line != 0) {
        FrameLife* const by = find(event.ticket);
        if (by != nullptr)
            by->moments.push_back({.at = event.at(), .line = event.line, .kind = EventKind::lineReached});
    }
    FrameLife* life = find(event.object);
    if (life == nullptr) return;
    const FrameLife::Moment moment{event.at(), event.value, event.ticket, event.line, event.kind, event.detail};
    if (event.kind != EventKind::frameLocal) {
        life->moments.push_back(moment);
        return;
    }
    if (event.line != 0)
        life->moments.push_back({.at = event.at(), .line = event.line, .kind = EventKind::lineReached});
    auto [values, isNew] = life->locals.try_emplace(event.ticket);
    if (isNew) life->localOrder.push_back(event.ticket);
    values->second.push_back({event.at(), event.value, ObjectId::kNone, event.line, event.kind, event.detail});
}

}  // namespace interleave
