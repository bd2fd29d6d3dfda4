// The memory that a run's processes and its watcher share: strings, rings and the gate, in one memfd.
//
//   header · string table · gate (control words, steering script) · actor slots · names of objects · heap · ring headers ·
//   ring slots
//
// Everything is placed by index, never by pointer, so each process may map it anywhere. Pages are made
// as they are touched: the mapping is large, what is used is small.
//
// Thread safety: the members named here may be called by any thread of any process that has it mapped.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "core/base/clock.hpp"
#include "core/base/error.hpp"
#include "core/base/ids.hpp"
#include "core/base/mapping.hpp"
#include "core/base/unique_fd.hpp"
#include "core/trace/event.hpp"
#include "core/trace/gate_words.hpp"
#include "core/trace/ring_words.hpp"

namespace interleave {

inline constexpr std::uint32_t kArenaMagic = 0x494C'4156;  // "ILAV"
inline constexpr std::uint32_t kArenaVersion = 5;
inline constexpr std::uint32_t kStringBytes = 16U << 20;
inline constexpr std::uint32_t kMostActors = 262'144;
inline constexpr std::uint32_t kMostObjects = 65'536;
inline constexpr std::uint32_t kHeapBytes = 1U << 30;  // for what objects hold: words of locks, items of queues

struct ArenaHeader {
    std::uint32_t magic = kArenaMagic;
    std::uint32_t version = kArenaVersion;
    TickSource tickSource = TickSource::monotonicClock;
    std::uint32_t useMembarrier = 0;       // 0: writers fence, because the kernel has no membarrier
    Ticks baseTicks = 0;                   // TraceTime 0
    std::int64_t baseMonotonic = 0;
    std::atomic<std::uint32_t> stringEnd{0};   // bytes used of the string table
    std::atomic<std::uint32_t> ringEnd{0};     // ring headers ever claimed
    std::atomic<std::uint32_t> actorEnd{0};
    std::atomic<std::uint32_t> objectEnd{0};
    std::atomic<std::uint32_t> heapEnd{0};     // bytes used of the heap
    std::atomic<std::uint32_t> exhausted{0};   // Exhausted bits: what there was no room for
    std::atomic<Ticks> virtualNow{0};          // ns; where the tick source is virtual time
    // A process outside of the run's group that removes what the run put on the disk when all others have ended; 0:
    // none.
    std::atomic<std::uint32_t> sweeper{0};
};

// Where the words of an object lie, so that whoever has to mend them finds them.
struct ObjectPlace {
    std::atomic<std::uint32_t> name{0};  // number of the string + 1; 0: none
    std::atomic<std::uint32_t> kind{0};  // ObjectKind + 1; 0: it has no words
    std::atomic<std::uint32_t> at{0};    // in the heap
    std::uint32_t unused = 0;
};

enum class Exhausted : std::uint32_t { strings = 1, rings = 2, actors = 4, objects = 8, heap = 16 };

class Arena {
public:
    // Makes a new one; time 0 is now.
    static Expected<Arena> create(TickSource source = bestTickSource());
    // Maps one that another process made.
    static Expected<Arena> open(int fd);

    int fd() const noexcept { return m_fd.get(); }
    ArenaHeader& header() const noexcept { return *at<ArenaHeader>(0); }
    // What time it is for the run, by whichever clock it has.
    Ticks ticksNow() const noexcept {
        const TickSource source = header().tickSource;
        // Relaxed: whoever advances virtual time also writes the events, in one thread.
        return source == TickSource::virtualTime ? header().virtualNow.load(std::memory_order_relaxed)
                                                 : readTicks(source);
    }
    GateWords& gate() const noexcept;
    ActorSlot& slot(ActorId actor) const noexcept;
    RingWords& ring(std::uint32_t index) const noexcept;
    Event* ringSlots(std::uint32_t index) const noexcept;

    // kNone when there is no room (the arena then says so in `exhausted`).
    StringId addString(std::string_view text) noexcept;
    // Up to the table's end; empty for kNone or a number that is none of ours.
    std::string_view string(StringId id) const noexcept;
    ActorId newActor() noexcept;
    ObjectId newObject() noexcept;
    // So that any process can say in words whom and what it means; empty for what has no name.
    void name(ActorId actor, StringId name) noexcept;
    void name(ObjectId object, StringId name) noexcept;
    std::string_view nameOf(ActorId actor) const noexcept;
    std::string_view nameOf(ObjectId object) const noexcept;
    // Zeroed memory on a cache line of its own, never given back; kNone when there is no room.
    std::uint32_t allocate(std::size_t bytes) noexcept;
    std::byte* heap(std::uint32_t offset) const noexcept;
    // Where an object's words lie. Written by its maker, before anybody else has it.
    void place(ObjectId object, ObjectKind kind, std::uint32_t at) noexcept;
    const ObjectPlace& placeOf(ObjectId object) const noexcept;
    // Zeroed memory on a cache line of its own that is this process's alone: a fork copies it.
    // Given back with the arena.
    void* allocateOrdinary();

private:
    struct Ordinary;
    struct OrdinaryDeleter {
        void operator()(Ordinary* ordinary) const noexcept;
    };
    Arena(UniqueFd fd, Mapping mapping);

    template <class T>
    T* at(std::size_t offset) const noexcept {
        return reinterpret_cast<T*>(m_mapping.data() + offset);
    }

    UniqueFd m_fd;
    Mapping m_mapping;
    std::unique_ptr<Ordinary, OrdinaryDeleter> m_ordinary;
};

}  // namespace interleave
