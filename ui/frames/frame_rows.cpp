#include "ui/frames/frame_rows.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace interleave::ui {
namespace {

FrameState stateOf(StateClass state) {
    switch (state) {
        case StateClass::absent:
        case StateClass::created: return FrameState::created;
        case StateClass::running: return FrameState::running;
        case StateClass::ended:
        case StateClass::zombie: return FrameState::closed;
        default: return FrameState::suspended;
    }
}

bool isBefore(TraceTime time, const FrameLife::Moment& moment) { return time < moment.at; }

// What its frames say of where an actor's own program stands.
struct OwnerNow {
    bool calls = false;          // a frame of it runs
    TraceTime called;            // when its program made one go on last
    std::uint16_t callLine = 0;
    TraceTime last;              // when anything happened to a frame of it
};

void hear(OwnerNow& owner, const FrameLife& life, TraceTime t) {
    const auto end = std::upper_bound(life.moments.begin(), life.moments.end(), t, isBefore);
    if (end == life.moments.begin()) return;
    owner.last = std::max(owner.last, std::prev(end)->at);
    const auto byProgram = [](const FrameLife::Moment& m) {
        return m.kind == EventKind::frameResumed && m.other == ObjectId::kNone && m.line != 0;
    };
    const auto call = std::find_if(std::make_reverse_iterator(end), life.moments.rend(), byProgram);
    if (call == life.moments.rend() || call->at < owner.called) return;
    owner.called = call->at;
    owner.callLine = call->line;
}

FrameRow rowOfProgram(const Store& store, std::uint32_t id, const OwnerNow& owner, TraceTime t) {
    const ActorRecord& actor = store.actor({id});
    FrameRow row;
    row.owner = {id};
    row.actorState = store.looks()[actor.states.lookAt(t)].state();
    row.state = stateOf(row.actorState);
    row.line = actor.lines.lineAt(t);
    // The line that the actor reached last may lie in a generator's body:
    // its own program then stands where it called that.
    if (owner.callLine != 0 && (owner.calls || actor.lines.lineAt(owner.last) == row.line)) row.line = owner.callLine;
    return row;
}

FrameRow rowOf(const Store& store, const FrameLife& life, TraceTime t) {
    FrameRow row;
    row.frame = life.frame;
    row.owner = life.owner;
    row.now = life.at(t);
    row.state = row.now.state;
    row.line = row.now.line;
    const bool isKnown = life.owner.value < store.actors().size();
    // What its body awaits as its actor is told with the actor's line.
    if (row.state == FrameState::running && isKnown && !life.moments.empty()) {
        const LineLane& lines = store.actor(life.owner).lines;
        const auto after = std::upper_bound(life.moments.begin(), life.moments.end(), t, isBefore);
        const std::uint16_t reached = lines.lineAt(t);
        if (after != life.moments.begin() && reached != lines.lineAt(std::prev(after)->at)) row.line = reached;
    }
    return row;
}

void linkChains(FrameRows& frames) {
    std::unordered_map<std::uint32_t, std::size_t> places;
    for (std::size_t i = 0; i < frames.rows.size(); ++i)
        if (frames.rows[i].frame.exists()) places.emplace(frames.rows[i].frame.value, i);
    for (std::size_t i = 0; i < frames.rows.size(); ++i) {
        const auto inner = places.find(frames.rows[i].now.delegate.value);
        if (inner == places.end() || inner->second == i) continue;
        frames.rows[inner->second].outer = i;
        // As a rule whoever delegates was there before, so one pass gives all depths.
        frames.rows[inner->second].depth = frames.rows[i].depth + 1;
    }
}

int rankOf(const FrameRow& row) {
    if (row.state == FrameState::running) return 0;
    if (row.state == FrameState::closed) return 4;
    if (row.outer && !row.now.delegate.exists()) return 1;       // the innermost of a chain
    if (!row.frame.exists() || !row.outer) return 2;             // a program, or the one that a caller holds
    return 3;
}

}  // namespace

FrameRows FrameRows::at(const Store& store, const FrameHistory& history, TraceTime t) {
    std::map<std::uint32_t, std::vector<FrameRow>> byOwner;
    std::map<std::uint32_t, OwnerNow> owners;
    FrameRows frames;
    for (const FrameLife& life : history.lives()) {
        ++frames.most;
        if (life.created > t) continue;
        OwnerNow& owner = owners[life.owner.value];
        hear(owner, life, t);
        auto& rows = byOwner[life.owner.value];
        rows.push_back(rowOf(store, life, t));
        owner.calls = owner.calls || rows.back().state == FrameState::running;
    }
    for (std::uint32_t id = 0; id < store.actors().size(); ++id) {
        const ActorRecord& actor = store.actor({id});
        if (actor.kind != ActorKind::coroutine || actor.states.empty()) continue;
        ++frames.most;
        if (actor.created > t) continue;
        frames.rows.push_back(rowOfProgram(store, id, owners[id], t));
        if (const auto own = byOwner.find(id); own != byOwner.end())
            frames.rows.insert(frames.rows.end(), own->second.begin(), own->second.end());
    }
    linkChains(frames);
    return frames;
}

std::vector<std::size_t> shownFrames(const FrameRows& frames, std::size_t most) {
    std::vector<std::size_t> shown(frames.rows.size());
    std::iota(shown.begin(), shown.end(), std::size_t{0});
    if (shown.size() <= most) return shown;
    // Of equal rank the newest: it is what the program has come to.
    std::ranges::stable_sort(shown, [&](std::size_t a, std::size_t b) {
        const int left = rankOf(frames.rows[a]), right = rankOf(frames.rows[b]);
        return left != right ? left < right : a > b;
    });
    shown.resize(most);
    std::ranges::sort(shown);
    return shown;
}

}  // namespace interleave::ui
