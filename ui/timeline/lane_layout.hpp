// Which lanes there are and where they lie, from the top of all lanes downwards. Pure.
//
// What a run does not use has no lane. Lanes stand in the order in which their actors and objects were created, so
// an actor keeps its row for ever; a section grows only at its end.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/trace/store.hpp"
#include "ui/live/view_state.hpp"

namespace interleave::ui {

enum class SectionKind {
    cores, processes, threads, tasks, coroutines, locks, semaphores, banks, events, queues, variables, kernel, frames
};

// How much room the lanes take. Between the two ends they shrink as far as they must; past the densest they scroll.
enum class Density { roomy, dense };

struct RowSizes {
    double core, actor, lock, level, kernelCore;  // heights of the bars
    double gap;                                   // between two bars of a section
    double title;                                 // height of a section's title, its space above included
};

// In pixels at scale 1.
RowSizes rowSizes(Density density);

struct Lane {
    LaneKind kind{};
    SectionKind section{};
    std::uint32_t id = 0;  // core, ActorId or ObjectId, as `kind` says
    double top = 0;        // of the bar
    double height = 0;     // of the bar

    double bottom() const { return top + height; }
    double middle() const { return top + height / 2; }
};

// Whether its classes are those of StateClass.
constexpr bool hasStates(const Lane& lane) { return lane.kind == LaneKind::actor || lane.kind == LaneKind::frame; }

struct SectionTitle {
    SectionKind kind{};
    double top = 0;
    double height = 0;
    std::size_t firstLane = 0;  // of the section; its lanes stand in the order of their ids
};

struct LaneLayout {
    std::vector<Lane> lanes;  // from top to bottom
    std::vector<SectionTitle> titles;
    double height = 0;
    std::size_t leftOut = 0;  // lanes for which there is no room where nobody can scroll

    // The lane whose bar is at `y`, or, between two bars of a section, the nearer one.
    const Lane* laneAt(double y) const;
    const Lane* find(LaneKind kind, std::uint32_t id) const;
    // Indices [first, last) of the lanes that touch [top, bottom).
    std::pair<std::size_t, std::size_t> between(double top, double bottom) const;
};

LaneLayout layoutLanes(const Store& store, Density density, double scale);
// The roomiest layout that fits into `room` pixels; the densest where none does.
LaneLayout layoutLanesInto(const Store& store, double room, double scale);

// For a wall, where nobody scrolls: no cores, rows high enough for their words, and what then does not fit is left out,
// from the end of the longest section.
LaneLayout layoutLanesOnWall(const Store& store, double room, double scale);

// Changes whenever layoutLanes() would place another set of lanes.
struct LaneCensus {
    std::size_t actors = 0, objects = 0, cores = 0, kernelCores = 0;
    friend bool operator==(const LaneCensus&, const LaneCensus&) = default;
};
LaneCensus laneCensus(const Store& store);

}  // namespace interleave::ui
