#include "core/sync/death.hpp"

#include <cstdio>
#include <string>

#include "core/sync/guard.hpp"

namespace interleave {
namespace {

// The longest thing that is done under one guard is letting 256 readers in, of three events each.
constexpr std::uint64_t kJournal = 1024;

// Whether no process of that number runs any more: it is gone, or a zombie.
bool isGone(std::uint32_t pid) {
    FILE* file = std::fopen(("/proc/" + std::to_string(pid) + "/stat").c_str(), "re");
    if (!file) return true;
    std::string line(512, '\0');
    line.resize(std::fread(line.data(), 1, line.size(), file));
    std::fclose(file);
    const std::size_t state = line.rfind(") ");  // a program's name may hold anything
    return state == std::string::npos || line[state + 2] == 'Z' || line[state + 2] == 'X';
}

}  // namespace

const Death& Deaths::of(ActorId actor) {
    const auto [known, isNew] = m_known.try_emplace(actor.value);
    Death& death = known->second;
    if (!isNew) return death;
    death.actor = actor;
    death.tid = m_arena.slot(actor).tid.load(std::memory_order_acquire);
    const auto ring = ringOf(death.tid);
    if (!ring) return death;
    const std::uint64_t head = m_arena.ring(*ring).head.load(std::memory_order_acquire);
    for (std::uint64_t i = head - std::min(head, kJournal); i < head; ++i)
        death.journal.push_back(m_arena.ringSlots(*ring)[i % kRingSlots]);
    return death;
}

const Death* Deaths::of(std::uint32_t tid) {
    for (const auto& [actor, death] : m_known)
        if (death.tid == tid) return &death;
    if (!isGone(tid)) return nullptr;
    const std::uint32_t actors = std::min(m_arena.header().actorEnd.load(std::memory_order_relaxed), kMostActors);
    for (std::uint32_t i = actors; i-- > 0;) {
        const ActorSlot& slot = m_arena.slot({i});
        const bool ended = slot.life.load(std::memory_order_acquire) == ActorLife::ended;
        if (!ended && slot.tid.load(std::memory_order_acquire) == tid) return &of(ActorId{i});
    }
    return nullptr;
}

std::optional<std::uint32_t> Deaths::ringOf(std::uint32_t tid) const {
    const std::uint32_t rings = std::min(m_arena.header().ringEnd.load(std::memory_order_acquire), kMostRings);
    for (std::uint32_t i = 0; i < rings && tid != 0; ++i) {
        const RingWords& words = m_arena.ring(i);
        const bool isIts = words.ownerTid.load(std::memory_order_acquire) == tid;
        if (isIts && words.state.load(std::memory_order_acquire) != RingState::closed) return i;
    }
    return std::nullopt;
}

void Deaths::bury(ActorId actor) {
    const std::uint32_t tid = m_arena.slot(actor).tid.load(std::memory_order_acquire);
    m_known.erase(actor.value);
    const auto ring = ringOf(tid);
    if (!ring) return;
    RingWords& words = m_arena.ring(*ring);
    // What it had marked and not published never happened.
    words.pending.store(0, std::memory_order_release);
    if (words.state.load(std::memory_order_relaxed) == RingState::unclaimed) {  // killed while it claimed it
        words.ownerTid.store(0, std::memory_order_release);
        return;
    }
    // Release: the drain that sees it closed sees every event before.
    words.state.store(RingState::closed, std::memory_order_release);
}

SeizedGuard::SeizedGuard(std::atomic<std::uint32_t>& word, Deaths& deaths) : m_word(word) {
    constexpr timespec kNap{.tv_sec = 0, .tv_nsec = 20'000};
    constexpr int kTriesBetweenLooks = 16;
    for (int tries = 0;; ++tries) {
        std::uint32_t holder = 0;
        // Acquire pairs with the release of whoever left last.
        if (m_word.compare_exchange_strong(holder, ownTid(), std::memory_order_acquire, std::memory_order_relaxed))
            break;
        if (tries % kTriesBetweenLooks == 0) m_interrupted = deaths.of(holder);
        // Nobody but this thread takes it from the dead. Acquire: what the dead wrote is seen, it has been waited for.
        if (m_interrupted && m_interrupted->tid == holder &&
            m_word.compare_exchange_strong(holder, ownTid(), std::memory_order_acquire, std::memory_order_relaxed))
            break;
        m_interrupted = nullptr;
        ::nanosleep(&kNap, nullptr);
    }
    fenceReadings();
}

const Event* recorded(const Death& death, ObjectId object, std::uint32_t ticket) {
    for (auto event = death.journal.rbegin(); event != death.journal.rend(); ++event)
        if (isTicketed(event->kind) && event->object == object.value && event->ticket == ticket) return &*event;
    return nullptr;
}

bool recordedReady(const Death& death, ActorId whom, const Event* from) {
    if (death.journal.empty()) return false;
    const Event* const end = death.journal.data() + death.journal.size();
    for (const Event* event = from ? from : end - 1; event != end; ++event)
        if (event->kind == EventKind::ready && event->actor == whom.value) return true;
    return false;
}

void withdraw(const Arena& arena, ActorId dead, ObjectId object) {
    std::uint32_t here = object.value;
    arena.slot(dead).waitingOn.compare_exchange_strong(here, ObjectId::kNone, std::memory_order_relaxed);
}

void finishHandOver(const Caller& caller, const Death& death, ActorId whom, const Event* from) {
    if (!recordedReady(death, whom, from)) return caller.wake(whom);
    caller.arena.slot(whom).waitingOn.store(ObjectId::kNone, std::memory_order_release);
    (void)caller.parking.unpark(whom);
}

}  // namespace interleave
