#include "core/trace/staging.hpp"

#include <algorithm>
#include <cstring>

namespace interleave {
namespace {

// 64 MiB of memory that was touched already, so that a steady flow costs no page faults.
constexpr std::size_t kMostSpareSlabs = 64;

}  // namespace

Staging::~Staging() {
    for (const EventRun& run : m_fresh.runs) giveBack(run.slab);
    for (const EventRun& run : m_committed.runs) giveBack(run.slab);
    if (m_slab) giveBack(m_slab);
}

void Staging::append(std::uint32_t stream, std::span<const Event> events) {
    while (!events.empty()) {
        if (!m_slab || m_slab->used == Slab::kEvents) {
            if (m_slab) giveBack(m_slab);
            m_slab = freshSlab();
        }
        const auto count = std::min<std::size_t>(events.size(), Slab::kEvents - m_slab->used);
        Event* to = m_slab->events.get() + m_slab->used;
        std::memcpy(to, events.data(), count * sizeof(Event));
        m_slab->used += static_cast<std::uint32_t>(count);
        m_slab->users.fetch_add(1, std::memory_order_relaxed);
        m_fresh.runs.push_back({stream, static_cast<std::uint32_t>(count), to, m_slab});
        m_stagedBytes.fetch_add(count * sizeof(Event), std::memory_order_relaxed);
        events = events.subspan(count);
    }
}

void Staging::commit(Ticks watermark, bool final, Ticks now) {
    if (!m_fresh.runs.empty()) m_completeAt = now;
    const bool nowComplete = m_completeAt != 0 && watermark >= m_completeAt;
    if (nowComplete) m_completeAt = 0;
    const bool worthALook = !m_fresh.runs.empty() || nowComplete || final;
    {
        const std::lock_guard lock(m_mutex);
        m_committed.runs.insert(m_committed.runs.end(), m_fresh.runs.begin(), m_fresh.runs.end());
        m_committed.starts.insert(m_committed.starts.end(), m_fresh.starts.begin(), m_fresh.starts.end());
        m_committed.watermark = std::max(m_committed.watermark, watermark);
        m_committed.final = m_committed.final || final;
        m_changed = m_changed || worthALook;
        // Release pairs with the acquire in watermark(): a consumer that sees it finds the runs under the mutex.
        m_watermark.store(m_committed.watermark, std::memory_order_release);
    }
    m_fresh.runs.clear();
    m_fresh.starts.clear();
    if (worthALook) m_news.notify_one();
}

bool Staging::take(Batch& into) {
    into.runs.clear();
    into.starts.clear();
    bool news = false;
    {
        const std::lock_guard lock(m_mutex);
        news = m_changed || m_committed.watermark != into.watermark;
        std::swap(into.runs, m_committed.runs);
        std::swap(into.starts, m_committed.starts);
        into.watermark = m_committed.watermark;
        into.final = m_committed.final;
        m_changed = false;
    }
    std::size_t events = 0;
    for (const EventRun& run : into.runs) events += run.count;
    m_stagedBytes.fetch_sub(events * sizeof(Event), std::memory_order_relaxed);
    return news;
}

void Staging::wait(Duration atMost) {
    std::unique_lock lock(m_mutex);
    m_news.wait_for(lock, atMost, [this] { return m_changed; });
}

void Staging::giveBack(Slab* slab) noexcept {
    // Acquire and release: whoever is last has seen every other user's reads done before it is filled again.
    if (slab->users.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    std::unique_ptr<Slab> owned(slab);
    const std::lock_guard lock(m_mutex);
    if (m_spare.size() < kMostSpareSlabs) m_spare.push_back(std::move(owned));
}

Slab* Staging::freshSlab() {
    std::unique_ptr<Slab> slab;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_spare.empty()) {
            slab = std::move(m_spare.back());
            m_spare.pop_back();
        }
    }
    if (!slab) slab = std::make_unique<Slab>();
    slab->used = 0;
    slab->users.store(1, std::memory_order_relaxed);
    return slab.release();
}

}  // namespace interleave
