#include "core/trace/ring_reader.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/base/membarrier.hpp"

namespace interleave {
namespace {

// Marks are a lower bound with their lowest bit set, so the bound itself may be one less.
constexpr Ticks boundOf(std::uint64_t mark) { return mark - 1; }

bool threadIsGone(std::uint32_t pid, std::uint32_t tid) noexcept {
    if (pid == 0 || tid == 0) return false;
    return ::syscall(SYS_tgkill, pid, tid, 0) != 0 && errno == ESRCH;
}

}  // namespace

RingReader::RingReader(Arena& arena, Staging& staging) : m_arena(arena), m_staging(staging) {}

RingReader::Pass RingReader::pass(bool findStarts) {
    Pass pass;
    pass.now = m_arena.ticksNow();
    // Virtual time stands still while everybody waits, and its one thread writes all into one ring, in order: so what
    // it wrote at this very moment may go on, too.
    const bool isVirtual = m_arena.header().tickSource == TickSource::virtualTime;
    pass.watermark = isVirtual ? pass.now + 1 : pass.now;
    const std::uint32_t rings = readRings(pass.watermark);

    m_waiting.clear();
    std::size_t waitingBytes = 0;
    for (std::uint32_t i = 0; i < rings; ++i) {
        const std::uint64_t slots = m_views[i].head - m_views[i].tail;
        if (slots == 0) {
            recycleIfClosed(i);
            continue;
        }
        m_waiting.push_back(i);
        waitingBytes += slots * sizeof(Event);
        pass.fullest = std::max(pass.fullest, static_cast<double>(slots) / kRingSlots);
    }
    pass.empty = m_waiting.empty();

    // Where not all of it has room, the oldest goes first: it is what the watermark, and with it the consumer, waits
    // for.
    if (waitingBytes > m_staging.limit() / 2) {
        std::sort(m_waiting.begin(), m_waiting.end(),
                  [this](auto a, auto b) { return oldestOf(a).time < oldestOf(b).time; });
    }
    for (const std::uint32_t ring : m_waiting) {
        if (m_staging.full()) {
            pass.watermark = std::min(pass.watermark, oldestOf(ring).time);
            continue;
        }
        pass.events += m_views[ring].head - m_views[ring].tail;
        copy(ring, findStarts);
        recycleIfClosed(ring);
    }
    return pass;
}

std::uint32_t RingReader::readRings(Ticks& watermark) {
    // Read at each pass: a runner whose kernel refuses membarrier clears the word before its first event.
    if (m_arena.header().useMembarrier != 0) barrierEverywhere();
    // Acquire on everything read here keeps these loads in the order written, on any processor.
    const std::uint32_t rings = std::min(m_arena.header().ringEnd.load(std::memory_order_acquire), kMostRings);
    if (m_views.size() < rings) m_views.resize(rings);
    for (std::uint32_t i = 0; i < rings; ++i) {
        const std::uint64_t mark = m_arena.ring(i).pending.load(std::memory_order_acquire);
        if (mark != 0) watermark = std::min(watermark, boundOf(mark));
    }
    for (std::uint32_t i = 0; i < rings; ++i) m_views[i].head = m_arena.ring(i).head.load(std::memory_order_acquire);
    return rings;
}

void RingReader::copy(std::uint32_t ring, bool findStarts) {
    View& view = m_views[ring];
    const Event* slots = m_arena.ringSlots(ring);
    while (view.tail != view.head) {
        const std::uint64_t from = view.tail % kRingSlots;
        const std::span<const Event> part{slots + from,
                                          std::min<std::uint64_t>(view.head - view.tail, kRingSlots - from)};
        m_staging.append(ring, part);
        if (findStarts) lookForStarts(part, view.rawSlots);
        view.tail += part.size();
    }
    // Release pairs with the writer's acquire: it overwrites only what has been copied.
    m_arena.ring(ring).tail.store(view.tail, std::memory_order_release);
}

void RingReader::lookForStarts(std::span<const Event> events, std::uint32_t& rawSlots) {
    std::size_t i = std::min<std::size_t>(rawSlots, events.size());
    rawSlots -= static_cast<std::uint32_t>(i);
    for (; i < events.size(); ++i) {
        const Event& event = events[i];
        if (event.kind == EventKind::actorStarted) {
            m_staging.addStart({static_cast<std::uint32_t>(event.value), event.who()});
        } else if (event.kind == EventKind::textFollows) {
            const std::size_t text = textSlots(event);
            const std::size_t here = std::min(text, events.size() - i - 1);
            rawSlots = static_cast<std::uint32_t>(text - here);
            i += here;
        }
    }
}

void RingReader::recycleIfClosed(std::uint32_t ring) noexcept {
    RingWords& words = m_arena.ring(ring);
    // Acquire: what its writer published before closing is counted in the head that is read next.
    if (words.state.load(std::memory_order_acquire) != RingState::closed) return;
    if (words.head.load(std::memory_order_acquire) != m_views[ring].tail) return;
    words.generation.fetch_add(1, std::memory_order_relaxed);
    words.state.store(RingState::unclaimed, std::memory_order_relaxed);
    // Release: the next owner, who acquires it, finds the tail where this drain left it.
    words.ownerTid.store(0, std::memory_order_release);
}

void RingReader::closeAll() noexcept {
    const std::uint32_t rings = std::min(m_arena.header().ringEnd.load(std::memory_order_acquire), kMostRings);
    for (std::uint32_t i = 0; i < rings; ++i) {
        m_arena.ring(i).pending.store(0, std::memory_order_release);
        RingState expected = RingState::live;
        m_arena.ring(i).state.compare_exchange_strong(expected, RingState::closed, std::memory_order_acq_rel);
    }
}

void RingReader::forgetDeadWriters() noexcept {
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        RingWords& words = m_arena.ring(static_cast<std::uint32_t>(i));
        const std::uint64_t mark = words.pending.load(std::memory_order_acquire);
        const bool stoodStill = mark != 0 && mark == m_views[i].markSeen;
        m_views[i].markSeen = mark;
        if (!stoodStill) continue;
        if (!threadIsGone(words.ownerPid.load(std::memory_order_relaxed),
                          words.ownerTid.load(std::memory_order_relaxed)))
            continue;
        // Only if it is this mark still: whoever looks after processes may have closed the ring,
        // and another claimed it.
        std::uint64_t stale = mark;
        if (!words.pending.compare_exchange_strong(stale, 0, std::memory_order_acq_rel)) continue;
        RingState live = RingState::live;
        words.state.compare_exchange_strong(live, RingState::closed, std::memory_order_acq_rel);
    }
}

const Event& RingReader::oldestOf(std::uint32_t ring) const noexcept {
    // Between passes a ring's tail stands on a record's first slot: passes copy up to a head, and heads lie there.
    return m_arena.ringSlots(ring)[m_views[ring].tail % kRingSlots];
}

std::uint64_t RingReader::sumOf(std::atomic<std::uint64_t> RingWords::*word) const noexcept {
    std::uint64_t sum = 0;
    const std::uint32_t rings = std::min(m_arena.header().ringEnd.load(std::memory_order_acquire), kMostRings);
    for (std::uint32_t i = 0; i < rings; ++i) sum += (m_arena.ring(i).*word).load(std::memory_order_relaxed);
    return sum;
}

}  // namespace interleave
