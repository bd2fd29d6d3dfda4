// What the narrator says of taking turns: who is held, who runs, who is next and why.
#include <algorithm>

#include "ui/live/duration_text.hpp"
#include "ui/narration/narrator.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

bool isHeldBy(const ActorNow& actor, HeldBy by) {
    return actor.state() == StateClass::held && static_cast<HeldBy>(actor.look.detail) == by;
}

}  // namespace

Narrator::Found Narrator::heldByPerson() const {
    const auto stepping = those([](const ActorNow& a) { return isHeldBy(a, HeldBy::step); });
    const auto paused = those([](const ActorNow& a) { return isHeldBy(a, HeldBy::pause); });
    if (stepping.empty() && paused.empty()) return std::nullopt;
    const auto& held = stepping.size() > paused.size() ? stepping : paused;
    const QString headline = held.size() == 1 ? tr("%1 stands at the gate, held by you.").arg(names(held))
                                              : tr("%1 stand at the gate, held by you.").arg(names(held));
    return Narration{headline,
                     tr("Its number, or a click on its lane, lets one make its next move; Resume lets all go."),
                     Severity::calm};
}

Narrator::Found Narrator::heldByScript() const {
    const auto held = those([](const ActorNow& a) { return isHeldBy(a, HeldBy::script); });
    if (held.empty()) return std::nullopt;
    const auto running = those([](const ActorNow& a) { return a.state() == StateClass::running; });
    const QString why = tr("This run is steered, so that a rare interleaving is seen for sure.");
    if (running.size() == 1)
        return Narration{tr("%1 makes its move, while the script holds %2.").arg(names(running), names(held)), why,
                         Severity::calm};
    return Narration{tr("The script holds %1 until it is their turn.").arg(names(held)), why, Severity::calm};
}

Narrator::Found Narrator::sliceOver() const {
    const auto reasonOf = [](const ActorNow& a) { return static_cast<ReadyReason>(a.look.detail); };
    const ActorNow* left = nullptr;  // who left a core last, though it could have gone on
    for (const ActorNow& actor : m_actors) {
        if (actor.state() != StateClass::ready) continue;
        const ReadyReason reason = reasonOf(actor);
        if (reason == ReadyReason::created || reason == ReadyReason::woken) continue;
        if (left == nullptr || actor.since > left->since) left = &actor;
    }
    if (left == nullptr) return std::nullopt;
    const ActorNow* next = nullptr;  // who came after it
    for (const ActorNow& actor : m_actors) {
        if (actor.state() != StateClass::running || actor.since < left->since) continue;
        if (next == nullptr || actor.since < next->since) next = &actor;
    }
    if (next == nullptr) return std::nullopt;
    const QString who = name(left->id);
    const QString why = Words::runReason(static_cast<RunReason>(next->look.detail));
    QString headline;
    switch (reasonOf(*left)) {
        case ReadyReason::preempted:
            headline = tr("%1 was preempted. %2 runs now: %3.").arg(who, name(next->id), why);
            break;
        case ReadyReason::yielded: headline = tr("%1 gave way. %2 runs now: %3.").arg(who, name(next->id), why); break;
        default: headline = tr("%1 has used up its time slice. %2 runs now: %3.").arg(who, name(next->id), why); break;
    }
    return Narration{headline, readyText(), Severity::calm};
}

// Only where a scheduler of ours hands out the cores: the kernel's own switches are not the lesson.
Narrator::Found Narrator::turnsTaken() const {
    constexpr Duration kLately = std::chrono::seconds(1);
    constexpr std::size_t kTooMany = 3;  // turns in that time: more cannot be read one by one
    std::size_t turns = 0, cores = 0;
    for (const CoreRecord& core : m_store.cores()) {
        if (core.actors.empty()) continue;
        const std::size_t now = core.actors.find(m_cursor);
        const std::size_t before = core.actors.find(m_cursor - kLately);
        if (now == IntervalLane::kNone) continue;
        turns += now - (before == IntervalLane::kNone ? core.actors.first() : before);
        ++cores;
    }
    const bool slices = std::ranges::any_of(m_actors, [](const ActorNow& a) {
        return a.state() == StateClass::ready && static_cast<ReadyReason>(a.look.detail) == ReadyReason::sliceOver;
    });
    if (turns < kTooMany || !slices) return std::nullopt;
    const auto takers =
        those([](const ActorNow& a) { return a.state() == StateClass::running || a.state() == StateClass::ready; });
    const QString headline = cores == 1 ? tr("%1 take turns on one core.").arg(names(takers))
                                        : tr("%1 take turns on %2 cores.").arg(names(takers)).arg(cores);
    return Narration{headline, tr("When a slice is over, the core goes to another. Pause to see why it was that one."),
                     Severity::calm};
}

QString Narrator::readyText() const {
    auto ready = those([](const ActorNow& a) { return a.state() == StateClass::ready; });
    if (ready.empty()) return {};
    std::sort(ready.begin(), ready.end(), [](const ActorNow* a, const ActorNow* b) { return a->since < b->since; });
    return tr("Ready, longest first: %1.").arg(names(ready));
}

Narrator::Found Narrator::runningTogether() const {
    const auto running = those([](const ActorNow& a) { return a.state() == StateClass::running; });
    if (running.size() < 2) return std::nullopt;
    QStringList places;
    for (const ActorNow* actor : running) {
        if (const auto core = coreOf(m_store, actor->id, m_cursor))
            places << tr("%1 on core %2", "an actor and the number of a core").arg(name(actor->id)).arg(*core);
    }
    const bool proven = places.size() == static_cast<qsizetype>(running.size());
    const QString headline = proven ? tr("%1 run in parallel, each on a core of its own.").arg(names(running))
                                    : tr("%1 are running.").arg(names(running));
    const QString where = proven ? tr("%1.", "a list made into a sentence").arg(Words::list(places)) : QString();
    return Narration{headline, sentences(where, readyText()), Severity::calm};
}

Narrator::Found Narrator::runningAlone() const {
    const auto running = those([](const ActorNow& a) { return a.state() == StateClass::running; });
    if (running.size() != 1) return std::nullopt;
    const ActorNow& one = *running.front();
    const QString what = Words::call(m_store, one.look.subject);
    const QString headline = what.isEmpty() ? tr("%1 is running.").arg(name(one.id))
                                            : tr("%1 is running: %2.", "%2 is what it does").arg(name(one.id), what);
    const auto core = coreOf(m_store, one.id, m_cursor);
    const QString where =
        core ? tr("On core %1, for %2 so far.").arg(*core).arg(durationText(m_cursor - one.since)) : QString();
    return Narration{headline, sentences(where, readyText()), Severity::calm};
}

Narrator::Found Narrator::sleeping() const {
    const auto asleep = those([](const ActorNow& a) { return a.state() == StateClass::sleeping; });
    if (asleep.empty()) return std::nullopt;
    const QString headline =
        asleep.size() == 1 ? tr("%1 sleeps.").arg(names(asleep)) : tr("%1 sleep.").arg(names(asleep));
    return Narration{headline, sentences(tr("Whoever sleeps needs no core."), readyText()), Severity::calm};
}

Narrator::Found Narrator::notRunningYet() const {
    const auto ready = those([](const ActorNow& a) { return a.state() == StateClass::ready; });
    if (!ready.empty()) {
        const QString headline = ready.size() == 1 ? tr("%1 is ready and waits for a core.").arg(names(ready))
                                                   : tr("%1 are ready and wait for a core.").arg(names(ready));
        return Narration{headline, {}, Severity::calm};
    }
    const auto fresh = those([](const ActorNow& a) { return a.state() == StateClass::created; });
    if (!fresh.empty()) return Narration{tr("Just created: %1.").arg(names(fresh)), {}, Severity::calm};
    if (m_actors.empty()) return Narration{tr("The run begins."), {}, Severity::calm};
    const auto alive = those([](const ActorNow& a) { return !isOver(a.state()); });
    if (alive.empty()) return Narration{tr("All have ended."), {}, Severity::calm};
    return Narration{tr("Nobody is running."), {}, Severity::calm};
}

}  // namespace interleave::ui
