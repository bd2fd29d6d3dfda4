#include "ui/timeline/lane_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace interleave::ui {
namespace {

SectionKind sectionOf(ActorKind kind) {
    switch (kind) {
        case ActorKind::process: return SectionKind::processes;
        case ActorKind::task: return SectionKind::tasks;
        case ActorKind::coroutine: return SectionKind::coroutines;
        case ActorKind::thread: break;
    }
    return SectionKind::threads;
}

SectionKind sectionOf(ObjectKind kind) {
    switch (kind) {
        case ObjectKind::semaphore: return SectionKind::semaphores;
        case ObjectKind::bank: return SectionKind::banks;
        case ObjectKind::event: return SectionKind::events;
        case ObjectKind::queue: return SectionKind::queues;
        case ObjectKind::variable: return SectionKind::variables;
        case ObjectKind::frame: return SectionKind::frames;
        default: return SectionKind::locks;
    }
}

constexpr std::size_t kMostFrameLanes = 200;

bool exists(const ActorRecord& actor) { return !actor.states.empty(); }

class Builder {
public:
    explicit Builder(const RowSizes& sizes, double scale, double firstTitle = 22)
        : m_sizes(sizes), m_scale(scale), m_firstTitle(firstTitle) {}

    void add(SectionKind section, LaneKind kind, std::uint32_t id) {
        if (m_layout.lanes.empty() || m_layout.lanes.back().section != section) begin(section);
        else m_y += m_sizes.gap * m_scale;
        const double height = heightOf(kind) * m_scale;
        m_layout.lanes.push_back({kind, section, id, m_y, height});
        m_y += height;
    }

    LaneLayout take() {
        constexpr double kBelow = 8;
        m_layout.height = m_y + kBelow * m_scale;
        return std::move(m_layout);
    }

private:
    void begin(SectionKind section) {
        // The first one has the axis above it, which is air enough.
        constexpr double kAir = 6;
        const double height =
            (m_layout.lanes.empty() ? std::max(m_firstTitle, m_sizes.title - kAir) : m_sizes.title) * m_scale;
        m_layout.titles.push_back({section, m_y, height, m_layout.lanes.size()});
        m_y += height;
    }

    double heightOf(LaneKind kind) const {
        switch (kind) {
            case LaneKind::core: return m_sizes.core;
            case LaneKind::actor: return m_sizes.actor;
            case LaneKind::lock:
            case LaneKind::frame: return m_sizes.lock;
            case LaneKind::queue:
            case LaneKind::variable: return m_sizes.level;
            case LaneKind::kernelCore: break;
        }
        return m_sizes.kernelCore;
    }

    RowSizes m_sizes;
    double m_scale;
    double m_firstTitle;  // least height of the first one
    double m_y = 0;
    LaneLayout m_layout;
};

void addCores(Builder& builder, const std::vector<CoreRecord>& cores, SectionKind section, LaneKind kind) {
    for (std::size_t core = 0; core < cores.size(); ++core) {
        if (!cores[core].actors.empty()) builder.add(section, kind, static_cast<std::uint32_t>(core));
    }
}

template <class Lanes>
void addActors(Lanes& lanes, const Store& store) {
    constexpr std::array kOrder{SectionKind::processes, SectionKind::threads, SectionKind::tasks,
                                SectionKind::coroutines};
    const auto& actors = store.actors();
    for (const SectionKind section : kOrder) {
        for (std::size_t id = 0; id < actors.size(); ++id) {
            if (exists(actors[id]) && sectionOf(actors[id].kind) == section)
                lanes.add(section, LaneKind::actor, static_cast<std::uint32_t>(id));
        }
    }
}

template <class Lanes>
void addObjects(Lanes& lanes, const Store& store) {
    constexpr std::array kOrder{SectionKind::frames, SectionKind::locks,  SectionKind::semaphores, SectionKind::banks,
                                SectionKind::events, SectionKind::queues, SectionKind::variables};
    const auto& objects = store.objects();
    for (const SectionKind section : kOrder) {
        std::size_t frames = 0;
        for (std::size_t id = 0; id < objects.size(); ++id) {
            // Of a program with more, the panel of frames shows those that matter at the cursor.
            if (objects[id].kind == ObjectKind::frame && ++frames > kMostFrameLanes) continue;
            const auto lane = laneOf(objects[id].kind);
            const bool known = !objects[id].owners.empty() || !objects[id].levels.empty();
            if (known && lane && sectionOf(objects[id].kind) == section)
                lanes.add(section, *lane, static_cast<std::uint32_t>(id));
        }
    }
}

LaneLayout layoutWith(const Store& store, const RowSizes& sizes, double scale) {
    Builder builder(sizes, scale);
    addCores(builder, store.cores(), SectionKind::cores, LaneKind::core);
    addActors(builder, store);
    addObjects(builder, store);
    addCores(builder, store.kernelCores(), SectionKind::kernel, LaneKind::kernelCore);
    return builder.take();
}

// A share of the way from the least sizes to the largest, in whole pixels.
RowSizes sizesBetween(const RowSizes& low, const RowSizes& high, double share) {
    const auto between = [share](double from, double to) { return std::round(std::lerp(from, to, share)); };
    return {.core = between(low.core, high.core),
            .actor = between(low.actor, high.actor),
            .lock = between(low.lock, high.lock),
            .level = between(low.level, high.level),
            .kernelCore = between(low.kernelCore, high.kernelCore),
            .gap = between(low.gap, high.gap),
            .title = between(low.title, high.title)};
}

constexpr int kSteps = 16;  // between the least sizes and the largest

// A lane that is to be placed, before it is known where.
struct WantedLane {
    SectionKind section;
    LaneKind kind;
    std::uint32_t id;
};

class WantedLanes {
public:
    void add(SectionKind section, LaneKind kind, std::uint32_t id) {
        if (m_sections.empty() || m_sections.back().front().section != section) m_sections.emplace_back();
        if (m_sections.back().size() < kMost) m_sections.back().push_back({section, kind, id});
        else ++m_leftOut;
    }
    bool dropOne() {
        const auto longest =
            std::ranges::max_element(m_sections, {}, [](const auto& section) { return section.size(); });
        if (longest == m_sections.end() || longest->size() < 2) return false;
        longest->pop_back();
        ++m_leftOut;
        return true;
    }
    LaneLayout placed(const RowSizes& sizes, double scale) const {
        constexpr double kDeadlockPlate = 32;  // beside the first title; it hides no word of a lane
        Builder builder(sizes, scale, kDeadlockPlate);
        for (const auto& section : m_sections)
            for (const WantedLane& lane : section) builder.add(lane.section, lane.kind, lane.id);
        LaneLayout layout = builder.take();
        layout.leftOut = m_leftOut;
        return layout;
    }
    std::size_t leftOut() const { return m_leftOut; }

private:
    static constexpr std::size_t kMost = 40;  // of a section: more lanes than any wall has room for

    std::vector<std::vector<WantedLane>> m_sections;
    std::size_t m_leftOut = 0;
};

// The least still hold a plate with a word of 13 desk pixels; a lock's holds one above those who wait for it.
constexpr RowSizes kLeastOnWall{
    .core = 0, .actor = 22, .lock = 25, .level = 28, .kernelCore = 0, .gap = 3, .title = 27};
constexpr RowSizes kMostOnWall{.core = 0, .actor = 58, .lock = 38, .level = 56, .kernelCore = 0, .gap = 7, .title = 38};
constexpr double kLeftOutLine = 26;  // pixels at scale 1: for the words that say how many lanes are missing

}  // namespace

RowSizes rowSizes(Density density) {
    if (density == Density::roomy)
        return {.core = 30, .actor = 62, .lock = 41, .level = 56, .kernelCore = 22, .gap = 10, .title = 40};
    return {.core = 16, .actor = 18, .lock = 18, .level = 24, .kernelCore = 12, .gap = 3, .title = 24};
}

LaneLayout layoutLanes(const Store& store, Density density, double scale) {
    return layoutWith(store, rowSizes(density), scale);
}

LaneLayout layoutLanesInto(const Store& store, double room, double scale) {
    LaneLayout dense = layoutLanes(store, Density::dense, scale);  // first: of a crowd only one is ever laid out
    const RowSizes least = rowSizes(Density::dense);
    const RowSizes most = rowSizes(Density::roomy);
    for (int step = kSteps; step > 0 && dense.height <= room; --step) {
        LaneLayout layout = layoutWith(store, sizesBetween(least, most, double(step) / kSteps), scale);
        if (layout.height <= room) return layout;
    }
    return dense;
}

LaneLayout layoutLanesOnWall(const Store& store, double room, double scale) {
    WantedLanes wanted;
    addActors(wanted, store);
    addObjects(wanted, store);
    for (int step = kSteps; step > 0 && wanted.leftOut() == 0; --step) {
        LaneLayout layout = wanted.placed(sizesBetween(kLeastOnWall, kMostOnWall, double(step) / kSteps), scale);
        if (layout.height <= room) return layout;
    }
    LaneLayout least = wanted.placed(kLeastOnWall, scale);
    while (least.height + (least.leftOut > 0 ? kLeftOutLine * scale : 0) > room && wanted.dropOne())
        least = wanted.placed(kLeastOnWall, scale);
    return least;
}

const Lane* LaneLayout::laneAt(double y) const {
    const auto below =
        std::partition_point(lanes.begin(), lanes.end(), [y](const Lane& lane) { return lane.bottom() <= y; });
    if (below != lanes.end() && below->top <= y) return &*below;
    const Lane* next = below != lanes.end() ? &*below : nullptr;
    const Lane* previous = below != lanes.begin() ? &*(below - 1) : nullptr;
    if (!next || !previous || next->section != previous->section) return nullptr;
    return y - previous->bottom() < next->top - y ? previous : next;
}

const Lane* LaneLayout::find(LaneKind kind, std::uint32_t id) const {
    for (std::size_t t = 0; t < titles.size(); ++t) {
        const std::size_t last = t + 1 < titles.size() ? titles[t + 1].firstLane : lanes.size();
        if (lanes[titles[t].firstLane].kind != kind) continue;
        const auto end = lanes.begin() + static_cast<std::ptrdiff_t>(last);
        const auto found = std::lower_bound(lanes.begin() + static_cast<std::ptrdiff_t>(titles[t].firstLane), end, id,
                                            [](const Lane& lane, std::uint32_t wanted) { return lane.id < wanted; });
        if (found != end && found->id == id) return &*found;
    }
    return nullptr;
}

std::pair<std::size_t, std::size_t> LaneLayout::between(double top, double bottom) const {
    const auto first =
        std::partition_point(lanes.begin(), lanes.end(), [=](const Lane& lane) { return lane.bottom() <= top; });
    const auto last = std::partition_point(first, lanes.end(), [=](const Lane& lane) { return lane.top < bottom; });
    return {static_cast<std::size_t>(first - lanes.begin()), static_cast<std::size_t>(last - lanes.begin())};
}

LaneCensus laneCensus(const Store& store) {
    const auto used = [](const std::vector<CoreRecord>& cores) {
        return static_cast<std::size_t>(
            std::count_if(cores.begin(), cores.end(), [](const CoreRecord& core) { return !core.actors.empty(); }));
    };
    return {store.actors().size(), store.objects().size(), used(store.cores()), used(store.kernelCores())};
}

}  // namespace interleave::ui
