// The columns of a saved trace: each is looked over once, then shown where it lies.
#include <vector>

#include "core/trace/saved_format.hpp"
#include "core/trace/saved_trace.hpp"

namespace interleave {
namespace {

constexpr std::uint64_t kMostIndex = std::uint64_t{1} << 56;  // far beyond any run; keeps sums of indices from wrapping
constexpr std::int64_t kMostTime = std::int64_t{1} << 62;     // keeps differences of times from wrapping
constexpr std::uint64_t kLookMask = 0xFFFF;
constexpr unsigned kTimeShift = 16;

// By look; 1: may stand on such a lane. As long as a LookId can say, so that no number needs a check of its own.
using AllowedLooks = std::vector<std::uint8_t>;

// Whether what the look speaks of exists, on a lane of this role.
bool makesSense(const Look& look, SavedRole role, std::size_t actors, std::size_t objects) {
    const bool nobody = look.subject == ActorId::kNone;
    const bool actor = nobody || look.subject < actors;
    const bool object = nobody || look.subject < objects;
    switch (role) {
        case SavedRole::actorStates:
            switch (look.state()) {
                case StateClass::waitingLock:
                case StateClass::waitingGil:
                case StateClass::waitingQueue: return object;
                case StateClass::ready: return actor;
                case StateClass::waitingJoin:
                    return look.detail != static_cast<std::uint8_t>(WaitReason::join) || actor;
                default: return look.state() < StateClass::count_;
            }
        case SavedRole::objectOwners:
        case SavedRole::coreActors:
        case SavedRole::kernelCoreActors: return actor;
        default: return true;
    }
}

bool intervalsMakeSense(std::span<const std::uint64_t> packed, const AllowedLooks& allowed) {
    std::uint64_t last = 0;
    unsigned good = 1;
    for (const std::uint64_t word : packed) {  // without branches: every interval of the file passes here
        const std::uint64_t time = word >> kTimeShift;
        good &= static_cast<unsigned>(time >= last) & allowed[word & kLookMask];
        last = time;
    }
    return good != 0;
}

bool linesMakeSense(std::span<const std::uint64_t> packed) {
    bool good = true;
    for (std::size_t i = 1; i < packed.size(); ++i) good &= (packed[i] >> kTimeShift) >= (packed[i - 1] >> kTimeShift);
    return good;
}

bool levelsMakeSense(std::span<const Level> steps) {
    bool good = steps.empty() || (steps.front().at.ns >= 0 && steps.back().at.ns < kMostTime);
    for (std::size_t i = 1; i < steps.size(); ++i) good &= steps[i].at >= steps[i - 1].at;
    return good;
}

bool arrowsMakeSense(std::span<const Arrow> arrows, std::size_t actors, std::size_t objects) {
    const auto exists = [](std::uint32_t id, std::size_t size) { return id < size || id == ActorId::kNone; };
    TraceTime last;
    for (const Arrow& arrow : arrows) {
        if (arrow.from.ns < 0 || arrow.from.ns >= kMostTime || arrow.to < last || arrow.to.ns >= kMostTime)
            return false;
        const std::size_t ends = arrow.kind == ArrowKind::frameSwitch ? objects : actors;
        if (!exists(arrow.source.value, ends) || !exists(arrow.target.value, ends)) return false;
        const bool isObject = arrow.kind != ArrowKind::migrate;
        if ((isObject && !exists(arrow.object.value, objects)) || arrow.kind > ArrowKind::frameSwitch) return false;
        last = arrow.to;
    }
    return true;
}

// One sample for every `every` elements, counted from index 0.
bool sampledEvery(std::uint64_t every, const SavedLane& lane) {
    return lane.samples == (lane.count + every - 1) / every;
}

template <class T>
bool beginsAtAChunk(std::uint64_t firstIndex) { return firstIndex % T::chunkSize == 0 && firstIndex <= kMostIndex; }

}  // namespace

std::string eventsTrouble(const SavedContents& contents) {
    const auto events = contents.elements<Event>(SavedSection::events);
    bool good = events.empty() || events.back().time < static_cast<std::uint64_t>(kMostTime);
    std::uint64_t last = 0;
    for (const Event& event : events) {
        good &= event.time >= last;
        good &= event.kind < EventKind::textFollows;
        last = event.time;
    }
    if (good) return {};
    return Sentence("Traces", "its events make no sense");
}

struct SavedTrace::Columns {
    const SavedContents& contents;
    Store& store;
    std::array<AllowedLooks, kSavedRoles> allowed{};
    std::uint64_t nextWord = 0, nextSample = 0, nextLevel = 0, nextExtreme = 0;

    Columns(const SavedContents& from, Store& to) : contents(from), store(to) {
        const std::vector<Look>& looks = store.looks().all();
        for (std::size_t role = 0; role < kSavedRoles; ++role) {
            allowed[role].resize(kLookMask + 1);
            for (std::size_t i = 0; i < looks.size(); ++i)
                allowed[role][i] =
                    makesSense(looks[i], static_cast<SavedRole>(role), store.actors().size(), store.objects().size());
        }
    }

    // The lane that is spoken of; null where there is none.
    IntervalLane* intervalLane(const SavedLane& lane) const {
        const auto find = [&](auto& records, auto member) {
            return lane.id < records.size() ? &(records[lane.id].*member) : nullptr;
        };
        switch (lane.role) {
            case SavedRole::actorStates: return find(store.m_actors, &ActorRecord::states);
            case SavedRole::objectOwners: return find(store.m_objects, &ObjectRecord::owners);
            case SavedRole::objectWaiters: return find(store.m_objects, &ObjectRecord::waiters);
            case SavedRole::coreActors: return find(store.m_cores, &CoreRecord::actors);
            case SavedRole::kernelCoreActors: return find(store.m_kernelCores, &CoreRecord::actors);
            default: return nullptr;
        }
    }

    bool readIntervals(const SavedLane& lane) const {
        IntervalLane* into = intervalLane(lane);
        std::span<const std::uint64_t> packed;
        std::span<const PackedShares> samples;  // of 48 bits each: none is out of range
        if (!into || !beginsAtAChunk<IntervalLane::Packed>(lane.firstIndex) ||
            !sampledEvery(IntervalLane::kSampleEvery, lane))
            return false;
        if (!contents.part(SavedSection::words, lane.at, lane.count, packed)) return false;
        if (!contents.part(SavedSection::samples, lane.samplesAt, lane.samples, samples)) return false;
        if (!intervalsMakeSense(packed, allowed[static_cast<std::size_t>(lane.role)])) return false;
        into->adopt(packed, samples, lane.firstIndex, store.m_looks);
        return true;
    }

    bool readLines(const SavedLane& lane) const {
        std::span<const std::uint64_t> packed;
        if (lane.id >= store.m_actors.size() || !beginsAtAChunk<LineLane::Packed>(lane.firstIndex)) return false;
        if (!contents.part(SavedSection::words, lane.at, lane.count, packed) || !linesMakeSense(packed)) return false;
        store.m_actors[lane.id].lines.adopt(packed, lane.firstIndex);
        return true;
    }

    bool readLevels(const SavedLane& lane) const {
        std::span<const Level> steps;
        std::span<const Extremes> blocks;
        if (lane.id >= store.m_objects.size() || !beginsAtAChunk<LevelLane::Steps>(lane.firstIndex) ||
            !sampledEvery(LevelLane::kBlock, lane))
            return false;
        if (!contents.part(SavedSection::levels, lane.at, lane.count, steps) || !levelsMakeSense(steps)) return false;
        if (!contents.part(SavedSection::extremes, lane.samplesAt, lane.samples, blocks)) return false;
        store.m_objects[lane.id].levels.adopt(steps, blocks, lane.firstIndex);
        return true;
    }

    // Lanes lie one after the other: none is looked at twice, however many a file says it has.
    bool liesNext(const SavedLane& lane) {
        std::uint64_t& at = lane.role == SavedRole::objectLevels ? nextLevel : nextWord;
        std::uint64_t& samplesAt = lane.role == SavedRole::objectLevels ? nextExtreme : nextSample;
        if (lane.at != at || (lane.samples > 0 && lane.samplesAt != samplesAt)) return false;
        at += lane.count;
        samplesAt += lane.samples;
        return true;
    }

    bool readLane(const SavedLane& lane) {
        if (lane.count == 0 || lane.role >= SavedRole::count_ || !liesNext(lane)) return false;
        if (lane.role == SavedRole::actorLines) return readLines(lane);
        return lane.role == SavedRole::objectLevels ? readLevels(lane) : readIntervals(lane);
    }
};

std::string SavedTrace::readColumns(const SavedContents& contents, Store& store) {
    const auto events = contents.elements<Event>(SavedSection::events);
    const auto arrows = contents.elements<Arrow>(SavedSection::arrows);
    if (!beginsAtAChunk<Store::Events>(contents.eventsFirst)) return Sentence("Traces", "its events make no sense");
    if (contents.eventsFirst != store.m_totals.evicted || contents.eventsFirst + events.size() != store.m_totals.events)
        return Sentence("Traces", "its events are not as many as it says");
    if (!beginsAtAChunk<decltype(store.m_arrows)>(contents.arrowsFirst) ||
        !arrowsMakeSense(arrows, store.m_actors.size(), store.m_objects.size()))
        return Sentence("Traces", "its arrows make no sense");
    store.m_events.adopt(events, contents.eventsFirst);
    store.m_arrows.adopt(arrows, contents.arrowsFirst);
    store.m_eventsAtLastLook = store.m_totals.events;

    Columns columns(contents, store);
    for (const SavedLane& lane : contents.elements<SavedLane>(SavedSection::lanes))
        if (!columns.readLane(lane)) return Sentence("Traces", "one of its lanes makes no sense");
    return {};
}

}  // namespace interleave
