#include "core/sync/variable.hpp"

#include <new>

namespace interleave {
namespace {

constexpr unsigned kVersionShift = 32;
// Values are kept as how far they lie above the smallest one, so that adding to a word never carries from the value
// into the version, except where the value itself leaves its type's range.
constexpr std::uint32_t kBias = 0x8000'0000;

std::uint32_t versionOf(std::uint64_t word) { return static_cast<std::uint32_t>(word >> kVersionShift); }
std::int32_t valueOf(std::uint64_t word) { return static_cast<std::int32_t>(static_cast<std::uint32_t>(word) ^ kBias); }
std::uint64_t wordOf(std::uint32_t version, std::int32_t value) {
    return (std::uint64_t{version} << kVersionShift) | (static_cast<std::uint32_t>(value) ^ kBias);
}

}  // namespace

Variable Variable::make(Arena& arena, ObjectId id, std::int32_t value) {
    Variable variable;
    variable.m_id = id;
    variable.m_word = new (arena.allocateOrdinary()) std::atomic<std::uint64_t>(wordOf(0, value));
    return variable;
}

Variable Variable::makeShared(Arena& arena, ObjectId id, std::int32_t value) {
    Variable variable;
    variable.m_id = id;
    const std::uint32_t at = arena.allocate(sizeof(std::uint64_t));
    void* const where =
        at == ObjectId::kNone ? arena.allocateOrdinary() : arena.heap(at);  // the arena says that it is full
    variable.m_word = new (where) std::atomic<std::uint64_t>(wordOf(0, value));
    return variable;
}

std::int32_t Variable::read(const Caller& caller) const {
    // Relaxed everywhere: an unprotected variable promises nothing about anything else.
    const std::uint64_t seen = word().load(std::memory_order_relaxed);
    caller.ring.write(caller.event(EventKind::variableRead, m_id, versionOf(seen), valueOf(seen)));
    return valueOf(seen);
}

void Variable::write(const Caller& caller, std::int32_t value) const {
    std::atomic<std::uint64_t>& word = this->word();
    std::uint64_t before = word.load(std::memory_order_relaxed);
    // The loop is for the version alone: the value is overwritten whatever it was, as a plain store would.
    while (!word.compare_exchange_weak(before, wordOf(versionOf(before) + 1, value), std::memory_order_relaxed)) {
    }
    caller.ring.write(caller.event(EventKind::variableWritten, m_id, versionOf(before) + 1, value));
}

std::int32_t Variable::fetchAdd(const Caller& caller, std::int32_t amount) const {
    // One addition counts up the version, too; it is the processor's own (lock xadd), not a loop that tries again.
    const std::uint64_t step = (std::uint64_t{1} << kVersionShift) + static_cast<std::uint64_t>(std::int64_t{amount});
    const std::uint64_t before = word().fetch_add(step, std::memory_order_relaxed);
    const std::uint64_t after = before + step;
    Event event = caller.event(EventKind::variableWritten, m_id, versionOf(after), valueOf(after));
    event.detail = static_cast<std::uint8_t>(Write::atomicAdd);
    caller.ring.write(event);
    return valueOf(before);
}

std::int32_t Variable::value() const { return valueOf(word().load(std::memory_order_relaxed)); }

}  // namespace interleave
