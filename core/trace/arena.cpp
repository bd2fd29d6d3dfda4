#include "core/trace/arena.hpp"

#include <linux/membarrier.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <mutex>
#include <new>
#include <string>

namespace interleave {
namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t pages(std::size_t bytes) { return (bytes + kPage - 1) / kPage * kPage; }

// Where each part lies.
constexpr std::size_t kStringsAt = pages(sizeof(ArenaHeader));
constexpr std::size_t kGateAt = kStringsAt + pages(kStringBytes);
constexpr std::size_t kSlotsAt = kGateAt + pages(sizeof(GateWords));
constexpr std::size_t kNamesAt = kSlotsAt + pages(sizeof(ActorSlot) * kMostActors);
constexpr std::size_t kHeapAt = kNamesAt + pages(sizeof(ObjectPlace) * kMostObjects);
constexpr std::size_t kRingsAt = kHeapAt + pages(kHeapBytes);
constexpr std::size_t kRingSlotsAt = kRingsAt + pages(sizeof(RingWords) * kMostRings);
constexpr std::size_t kArenaBytes = kRingSlotsAt + sizeof(Event) * kRingSlots * kMostRings;

bool kernelHasGlobalMembarrier() {
    const long commands = ::syscall(SYS_membarrier, MEMBARRIER_CMD_QUERY, 0, 0);
    return commands > 0 && (commands & MEMBARRIER_CMD_GLOBAL_EXPEDITED) != 0;
}

// Counts up while there is room.
std::uint32_t take(std::atomic<std::uint32_t>& end, std::uint32_t most, ArenaHeader& header, Exhausted what) noexcept {
    const std::uint32_t id = end.fetch_add(1, std::memory_order_relaxed);
    if (id < most) return id;
    end.store(most, std::memory_order_relaxed);
    header.exhausted.fetch_or(static_cast<std::uint32_t>(what), std::memory_order_relaxed);
    return StringId::kNone;
}

std::string ofAnotherVersion() {
    return Sentence("Traces",
                    "the shared memory of the run is of another version of this program: build both programs anew");
}

}  // namespace

struct Arena::Ordinary {
    struct alignas(kCacheLine) Line {
        std::byte bytes[kCacheLine]{};
    };
    std::mutex guard;
    std::deque<Line> lines;
};

void Arena::OrdinaryDeleter::operator()(Ordinary* ordinary) const noexcept { delete ordinary; }

Arena::Arena(UniqueFd fd, Mapping mapping)
    : m_fd(std::move(fd)), m_mapping(std::move(mapping)), m_ordinary(new Ordinary) {}

Expected<Arena> Arena::create(TickSource source) {
    UniqueFd fd{::memfd_create("interleave-arena", MFD_CLOEXEC)};
    if (!fd.open()) return refusedBySystem(Sentence("Traces", "cannot make the shared memory of the run"));
    if (::ftruncate(fd.get(), static_cast<off_t>(kArenaBytes)) != 0)
        return refusedBySystem(Sentence("Traces", "cannot make the shared memory of the run large enough"));
    auto mapping = Mapping::shared(fd.get(), kArenaBytes);
    if (!mapping) return tl::unexpected(mapping.error());

    Arena arena{std::move(fd), std::move(*mapping)};
    auto* header = new (arena.m_mapping.data()) ArenaHeader;
    new (&arena.gate()) GateWords;  // rings and slots are right as zero pages, but for their "nobody" marks
    header->tickSource = source;
    header->useMembarrier = kernelHasGlobalMembarrier() ? 1 : 0;
    const bool isVirtual = source == TickSource::virtualTime;
    const ClockPair now = readBothClocks(isVirtual ? TickSource::monotonicClock : source);
    header->baseTicks = isVirtual ? 0 : now.ticks;
    header->baseMonotonic = now.monotonic;
    arena.gate().clock.realBase.store(now.monotonic, std::memory_order_relaxed);
    return arena;
}

Expected<Arena> Arena::open(int fd) {
    struct stat status{};
    if (::fstat(fd, &status) != 0)
        return refusedBySystem(Sentence("Traces", "cannot look at the shared memory of the run"));
    if (static_cast<std::size_t>(status.st_size) != kArenaBytes)
        return refused(ofAnotherVersion());
    auto mapping = Mapping::shared(fd, kArenaBytes);
    if (!mapping) return tl::unexpected(mapping.error());
    Arena arena{UniqueFd{fd}, std::move(*mapping)};
    if (arena.header().magic != kArenaMagic || arena.header().version != kArenaVersion)
        return refused(ofAnotherVersion());
    return arena;
}

GateWords& Arena::gate() const noexcept { return *at<GateWords>(kGateAt); }

ActorSlot& Arena::slot(ActorId actor) const noexcept {
    return at<ActorSlot>(kSlotsAt)[actor.value % kMostActors];
}

RingWords& Arena::ring(std::uint32_t index) const noexcept { return at<RingWords>(kRingsAt)[index]; }

Event* Arena::ringSlots(std::uint32_t index) const noexcept {
    return at<Event>(kRingSlotsAt) + std::size_t{index} * kRingSlots;
}

// A string is its length (2 bytes) and its bytes; its id is where it begins.
StringId Arena::addString(std::string_view text) noexcept {
    constexpr std::size_t kMostBytes = 65'535;
    text = text.substr(0, kMostBytes);
    const auto need = static_cast<std::uint32_t>(text.size() + sizeof(std::uint16_t));
    ArenaHeader& h = header();
    const std::uint32_t begin = h.stringEnd.fetch_add(need, std::memory_order_relaxed);
    if (begin > kStringBytes - need) {
        h.stringEnd.store(kStringBytes, std::memory_order_relaxed);
        h.exhausted.fetch_or(static_cast<std::uint32_t>(Exhausted::strings), std::memory_order_relaxed);
        return {};
    }
    const auto length = static_cast<std::uint16_t>(text.size());
    std::memcpy(at<char>(kStringsAt + begin), &length, sizeof length);
    std::memcpy(at<char>(kStringsAt + begin + sizeof length), text.data(), text.size());
    return {begin};
}

std::string_view Arena::string(StringId id) const noexcept {
    std::uint16_t length = 0;
    if (!id.exists() || id.value > kStringBytes - sizeof length) return {};
    std::memcpy(&length, at<char>(kStringsAt + id.value), sizeof length);
    if (id.value + sizeof length + length > kStringBytes) return {};
    return {at<char>(kStringsAt + id.value + sizeof length), length};
}

ActorId Arena::newActor() noexcept {
    ArenaHeader& h = header();
    const ActorId id{take(h.actorEnd, kMostActors, h, Exhausted::actors)};
    if (id.exists()) new (&slot(id)) ActorSlot;
    return id;
}

ObjectId Arena::newObject() noexcept {
    ArenaHeader& h = header();
    return {take(h.objectEnd, kMostObjects, h, Exhausted::objects)};
}

// One more than the string's number: pages begin as zeros, and zero is a string.
void Arena::name(ActorId actor, StringId name) noexcept {
    if (name.exists())
        slot(actor).name.store(name.value + 1, std::memory_order_relaxed);  // the actor begins after this
}

void Arena::name(ObjectId object, StringId name) noexcept {
    // Relaxed: whoever has the object got it from its maker, later than this.
    if (name.exists())
        at<ObjectPlace>(kNamesAt)[object.value % kMostObjects].name.store(name.value + 1, std::memory_order_relaxed);
}

std::string_view Arena::nameOf(ActorId actor) const noexcept {
    return string({slot(actor).name.load(std::memory_order_relaxed) - 1});
}

std::string_view Arena::nameOf(ObjectId object) const noexcept {
    return string({placeOf(object).name.load(std::memory_order_relaxed) - 1});
}

std::uint32_t Arena::allocate(std::size_t bytes) noexcept {
    ArenaHeader& h = header();
    const auto need = static_cast<std::uint32_t>((bytes + kCacheLine - 1) / kCacheLine * kCacheLine);
    const std::uint32_t begin = h.heapEnd.fetch_add(need, std::memory_order_relaxed);
    if (begin <= kHeapBytes - need) return begin;
    h.heapEnd.store(kHeapBytes, std::memory_order_relaxed);
    h.exhausted.fetch_or(static_cast<std::uint32_t>(Exhausted::heap), std::memory_order_relaxed);
    return ObjectId::kNone;
}

std::byte* Arena::heap(std::uint32_t offset) const noexcept { return at<std::byte>(kHeapAt + offset); }

void Arena::place(ObjectId object, ObjectKind kind, std::uint32_t where) noexcept {
    if (!object.exists() || where == ObjectId::kNone) return;
    ObjectPlace& place = at<ObjectPlace>(kNamesAt)[object.value % kMostObjects];
    place.at.store(where, std::memory_order_relaxed);
    // Release: who sees the kind sees where it lies, and its words.
    place.kind.store(static_cast<std::uint32_t>(kind) + 1, std::memory_order_release);
}

const ObjectPlace& Arena::placeOf(ObjectId object) const noexcept {
    return at<ObjectPlace>(kNamesAt)[object.value % kMostObjects];
}

void* Arena::allocateOrdinary() {
    const std::lock_guard hold{m_ordinary->guard};
    return m_ordinary->lines.emplace_back().bytes;
}

}  // namespace interleave
