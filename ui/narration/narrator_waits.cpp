// What the narrator says of those who wait, and of what races destroy.
#include <algorithm>

#include "ui/live/bank_words.hpp"
#include "ui/live/duration_text.hpp"
#include "ui/narration/narrator.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

// The one that began last: the newest is what just happened.
const ActorNow* latest(const std::vector<const ActorNow*>& actors) {
    const auto found = std::max_element(actors.begin(), actors.end(),
                                        [](const ActorNow* a, const ActorNow* b) { return a->since < b->since; });
    return found == actors.end() ? nullptr : *found;
}

}  // namespace

Narrator::Found Narrator::lostUpdate() const {
    // How long the sentence about one stands: long enough to be read.
    constexpr Duration kStands = std::chrono::milliseconds(1500);
    const auto& losses = m_store.lostUpdates();
    const auto after = std::upper_bound(losses.begin(), losses.end(), m_cursor,
                                        [](TraceTime t, const LostUpdate& loss) { return t < loss.at; });
    if (after == losses.begin()) return std::nullopt;
    const LostUpdate& last = *std::prev(after);
    if (m_cursor - last.at > kStands) return std::nullopt;
    const std::uint64_t lost = last.lost;
    const QString variable = name(last.variable);
    const QString headline = lost == 1
        ? tr("%1 overwrote %2's update of %3: 1 lost.").arg(name(last.winner), name(last.loser), variable)
        : tr("%1 overwrote %2's update of %3: %n lost so far.", nullptr, static_cast<int>(lost))
              .arg(name(last.winner), name(last.loser), variable);
    const QString why = tr("%1 had read %3 before %2 wrote it, and now wrote back what it made of the old value.")
                            .arg(name(last.winner), name(last.loser), variable);
    return Narration{headline, why, Severity::notice};
}

Narrator::Found Narrator::fullOrEmptyQueue() const {
    const auto waiting = those([](const ActorNow& a) { return a.state() == StateClass::waitingQueue; });
    const ActorNow* last = latest(waiting);
    if (last == nullptr || last->look.object().value >= m_store.objects().size()) return std::nullopt;
    const ObjectId id = last->look.object();
    const bool full = last->waitReason() == WaitReason::queueFull;
    const auto same = those([&](const ActorNow& a) {
        return a.state() == StateClass::waitingQueue && a.look.object() == id && a.waitReason() == last->waitReason();
    });
    const ObjectRecord& queue = m_store.object(id);
    const QString level = countText(queue.levels.valueAt(m_cursor));
    const QString capacity = countText(queue.initial);
    const bool one = same.size() == 1;
    QString headline;
    if (full && one)
        headline =
            tr("%1 is full (%2 of %3): %4 waits until an item is taken.").arg(name(id), level, capacity, names(same));
    else if (full)
        headline =
            tr("%1 is full (%2 of %3): %4 wait until items are taken.").arg(name(id), level, capacity, names(same));
    else if (one) headline = tr("%1 is empty: %2 waits until an item is put.").arg(name(id), names(same));
    else headline = tr("%1 is empty: %2 wait until items are put.").arg(name(id), names(same));
    const QString detail = full
                               ? tr("Whoever produces faster than others consume is held back by the queue's capacity.")
                               : tr("Whoever consumes faster than others produce sleeps meanwhile, and burns no core.");
    return Narration{headline, detail, Severity::calm};
}

// The latest request that has to wait, and why.
Narrator::Found Narrator::waitingAtBank() const {
    const auto waiting = those([](const ActorNow& a) { return a.waitReason() == WaitReason::units; });
    const ActorNow* last = latest(waiting);
    if (last == nullptr) return std::nullopt;
    const BankView bank = BankView::at(m_store, m_cursor);
    const auto row = std::ranges::find(bank.rows, last->id, &BankRow::actor);
    if (row == bank.rows.end() || !row->waits) return std::nullopt;
    return Narration{BankWords::verdict(m_store, bank, *row), BankWords::reason(bank, *row), Severity::calm};
}

Narrator::Found Narrator::wantedLock() const {
    const auto waiting = those([](const ActorNow& a) { return a.state() == StateClass::waitingLock; });
    const ActorNow* last = latest(waiting);
    if (last == nullptr || last->look.object().value >= m_store.objects().size()) return std::nullopt;
    const ObjectId lock = last->look.object();
    const auto same =
        those([&](const ActorNow& a) { return a.state() == StateClass::waitingLock && a.look.object() == lock; });
    const ActorId owner = Words::ownerAt(m_store, lock, m_cursor);
    const bool one = same.size() == 1;
    if (!owner.exists()) {
        const QString headline = one ? tr("%1 waits for %2, which has just become free.").arg(names(same), name(lock))
                                     : tr("%1 wait for %2, which has just become free.").arg(names(same), name(lock));
        return Narration{headline, {}, Severity::calm};
    }
    const QString headline = one ? tr("%1 waits for %2, which %3 holds.").arg(names(same), name(lock), name(owner))
                                 : tr("%1 wait for %2, which %3 holds.").arg(names(same), name(lock), name(owner));
    TraceTime since = last->since;
    for (const ActorNow* actor : same) since = std::min(since, actor->since);
    const auto holder = actorAt(m_store, owner, m_cursor);
    const QString waited = durationText(m_cursor - since);
    const QString detail = holder
        ? tr("Waiting for %1 so far. %2 meanwhile: %3.", "a duration, the owner, its state")
              .arg(waited, name(owner), Words::stateInFull(m_store, holder->look, m_cursor))
        : tr("Waiting for %1 so far.").arg(waited);
    return Narration{headline, sentences(inheritanceText(lock, owner, since), detail), Severity::calm};
}

QString Narrator::inheritanceText(ObjectId lock, ActorId owner, TraceTime since) const {
    constexpr std::size_t kFarthestBack =
        10'000;  // arrows; a lock that so many others were drawn since is told without
    const auto& arrows = m_store.arrows();
    const std::size_t oldest =
        arrows.end() - arrows.first() > kFarthestBack ? arrows.end() - kFarthestBack : arrows.first();
    for (std::size_t i = arrows.end(); i-- > oldest && arrows[i].to >= since;) {
        const Arrow& arrow = arrows[i];
        if (arrow.kind != ArrowKind::inherit || arrow.to > m_cursor || arrow.object != lock || arrow.target != owner)
            continue;
        return tr("%1 has the priority of %2 until it gives %3 back.", "the owner, who waits, the lock")
            .arg(name(owner), name(arrow.source), name(lock));
    }
    return {};
}

Narrator::Found Narrator::wantedInterpreter() const {
    const auto waiting = those([](const ActorNow& a) { return a.state() == StateClass::waitingGil; });
    const ActorNow* last = latest(waiting);
    if (last == nullptr || last->look.object().value >= m_store.objects().size()) return std::nullopt;
    const ObjectId lock = last->look.object();
    const ActorId owner = Words::ownerAt(m_store, lock, m_cursor);
    const bool one = waiting.size() == 1;
    QString headline;
    if (!owner.exists())
        headline =
            tr("%1: free, and wanted by %2.", "a lock, then those who wait for it").arg(name(lock), names(waiting));
    else if (one)
        headline = tr("%1 has the %2 and may go on; %3 waits for it.").arg(name(owner), name(lock), names(waiting));
    else headline = tr("%1 has the %2 and may go on; %3 wait for it.").arg(name(owner), name(lock), names(waiting));
    return Narration{headline, tr("Cores that stand idle meanwhile help nobody: there is one interpreter lock."),
                     Severity::calm};
}

Narrator::Found Narrator::interpreterTurns() const {
    constexpr Duration kLately = std::chrono::milliseconds(500);
    constexpr std::size_t kTooMany = 4;  // hand-overs in that time: more cannot be read one by one
    const auto waiting = those([](const ActorNow& a) { return a.state() == StateClass::waitingGil; });
    if (waiting.empty() || waiting.front()->look.object().value >= m_store.objects().size()) return std::nullopt;
    const ObjectId lock = waiting.front()->look.object();
    const IntervalLane& owners = m_store.object(lock).owners;
    const std::size_t now = owners.find(m_cursor);
    const std::size_t before = owners.find(m_cursor - kLately);
    if (now == IntervalLane::kNone) return std::nullopt;
    const std::size_t turns = now - (before == IntervalLane::kNone ? owners.first() : before);
    if (turns < kTooMany) return std::nullopt;
    const auto takers = those([](const ActorNow& a) { return a.state() != StateClass::created && !isOver(a.state()); });
    return Narration{tr("%1 take turns: one at a time has the %2.").arg(names(takers), name(lock)),
                     tr("Who has waited for it for the switch interval asks, and the holder gives it up."),
                     Severity::calm};
}

// Semaphores, conditions, events, I/O: the kinds of wait without a sentence of their own.
Narrator::Found Narrator::otherWait() const {
    const auto waiting = those([](const ActorNow& a) {
        return a.waits() && a.state() != StateClass::sleeping && a.state() != StateClass::waitingJoin &&
               a.waitReason() != WaitReason::unknown;
    });
    const ActorNow* last = latest(waiting);
    if (last == nullptr) return std::nullopt;
    return Narration{
        tr("%1: %2.", "an actor and its state").arg(name(last->id), Words::stateInFull(m_store, last->look, m_cursor)),
        tr("Waiting for %1 so far.").arg(durationText(m_cursor - last->since)), Severity::calm};
}

Narrator::Found Narrator::joining() const {
    const auto waiting = those([](const ActorNow& a) { return a.waitReason() == WaitReason::join; });
    const ActorNow* last = latest(waiting);
    if (last == nullptr) return std::nullopt;
    return Narration{tr("%1 waits for the end of %2.").arg(name(last->id), name(last->look.actor())),
                     tr("Waiting for %1 so far.").arg(durationText(m_cursor - last->since)), Severity::calm};
}

}  // namespace interleave::ui
