// How a saved trace lies in its file. Private to saved traces and their tests.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>

#include "core/trace/interval_lane.hpp"
#include "core/trace/level_lane.hpp"
#include "core/trace/store.hpp"

namespace interleave {

inline constexpr char kSavedMagic[8] = {'I', 'L', 'V', 'T', 'R', 'A', 'C', 'E'};
inline constexpr std::uint32_t kSavedVersion = 2;
inline constexpr std::uint32_t kSavedByteOrder = 0x0102'0304;
inline constexpr std::uint64_t kSavedAlignment = 64;  // a cache line; columns are read where they lie

struct SavedHeader {
    char magic[8] = {};
    std::uint32_t version = 0;
    std::uint32_t byteOrder = 0;
    std::uint64_t fileBytes = 0;
    std::uint64_t tableAt = 0;      // the section table; its xxh3 follows it and ends the file
    std::uint32_t sections = 0;
    std::uint32_t reserved = 0;
    std::uint64_t eventsFirst = 0;  // index of the first event and arrow held
    std::uint64_t arrowsFirst = 0;
    std::uint64_t checksum = 0;     // xxh3 of what stands before it
};
static_assert(sizeof(SavedHeader) == 64);

enum class SavedSection : std::uint32_t {
    meta,      // JSON
    events,    // Event
    lanes,     // SavedLane
    words,     // std::uint64_t: intervals and line changes, packed
    samples,   // PackedShares
    levels,    // Level
    extremes,  // Extremes
    arrows,    // Arrow
    count_
};

struct SavedSectionEntry {
    std::uint32_t section = 0;
    std::uint32_t elementBytes = 0;
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    std::uint64_t checksum = 0;
};
static_assert(sizeof(SavedSectionEntry) == 32);

enum class SavedRole : std::uint32_t {
    actorStates, actorLines, objectOwners, objectWaiters, objectLevels, coreActors, kernelCoreActors, count_
};

// One lane: where its elements lie in `words` (levels: in `levels`), and where its samples in `samples`
// (levels: in `extremes`), all counted in elements.
struct SavedLane {
    SavedRole role{};
    std::uint32_t id = 0;
    std::uint64_t firstIndex = 0;
    std::uint64_t at = 0;
    std::uint64_t count = 0;
    std::uint64_t samplesAt = 0;
    std::uint64_t samples = 0;
};
static_assert(sizeof(SavedLane) == 48);

// What lies in the file as it lies in memory.
static_assert(sizeof(Event) == 32 && sizeof(Level) == 16 && sizeof(Extremes) == 16 && sizeof(PackedShares) == 96);
static_assert(sizeof(Arrow) == 32 && std::is_trivially_copyable_v<Arrow>);

inline constexpr std::size_t kSavedSections = static_cast<std::size_t>(SavedSection::count_);
inline constexpr std::size_t kSavedRoles = static_cast<std::size_t>(SavedRole::count_);

// The sections where they lie in the mapped file.
struct SavedContents {
    std::array<SavedSectionEntry, kSavedSections> table;
    std::array<std::span<const std::byte>, kSavedSections> sections;
    std::uint64_t eventsFirst = 0;
    std::uint64_t arrowsFirst = 0;

    template <class T>
    std::span<const T> elements(SavedSection section) const {
        const auto bytes = sections[static_cast<std::size_t>(section)];
        return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
    }
    // `count` elements of a section from `at` on; false where they are not all there.
    template <class T>
    bool part(SavedSection section, std::uint64_t at, std::uint64_t count, std::span<const T>& into) const {
        const auto all = elements<T>(section);
        if (at > all.size() || count > all.size() - at) return false;
        into = all.subspan(at, count);
        return true;
    }
};

// What is wrong with the events, judged by themselves; "" if nothing is.
std::string eventsTrouble(const SavedContents& contents);

}  // namespace interleave
