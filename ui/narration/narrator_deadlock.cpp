// What the narrator says of a deadlock.
#include <algorithm>

#include "ui/live/duration_text.hpp"
#include "ui/narration/narrator.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {

Narrator::Found Narrator::deadlock() const {
    const auto& all = m_store.deadlocks();
    // The latest that has closed and still stands.
    for (auto found = all.rbegin(); found != all.rend(); ++found) {
        if (found->at > m_cursor || found->actors.empty() || !stillStands(*found)) continue;
        return Narration{cycleHeadline(*found), deadlockDetail(*found), Severity::alarm};
    }
    return std::nullopt;
}

// A run that ended by its deadlock was stopped from outside: its actors may be gone, the deadlock is what is left.
bool Narrator::stillStands(const Deadlock& deadlock) const {
    if (m_store.facts().ended == Ended::deadlocked && m_cursor >= m_store.now()) return true;
    return std::all_of(deadlock.actors.begin(), deadlock.actors.end(), [&](ActorId id) {
        const auto now = actorAt(m_store, id, m_cursor);
        return now && now->waits();
    });
}

QString Narrator::cycleHeadline(const Deadlock& deadlock) const {
    const auto& actors = deadlock.actors;
    if (deadlock.byPartners) return partnersHeadline(deadlock);
    const auto waitsForLock = [&](std::size_t i) {
        if (i >= deadlock.objects.size() || !deadlock.objects[i].exists()) return false;
        const auto now = actorAt(m_store, actors[i], deadlock.at);
        return now && now->waitReason() == WaitReason::lock;
    };
    if (actors.size() == 1 && waitsForLock(0))
        return tr("%1 waits for %2, which it holds itself.").arg(name(actors[0]), name(deadlock.objects[0]));
    // actors[0] waits for objects[0], which actors[1] holds.
    if (actors.size() == 2 && waitsForLock(0) && waitsForLock(1)) {
        return tr("%1 holds %2 and waits for %3. %4 holds %3 and waits for %2.")
            .arg(name(actors[0]), name(deadlock.objects[1]), name(deadlock.objects[0]), name(actors[1]));
    }
    if (!deadlock.objects.empty() && deadlock.objects[0].value < m_store.objects().size() &&
        m_store.object(deadlock.objects[0]).kind == ObjectKind::bank) {
        QStringList all;
        for (const ActorId actor : actors) all << name(actor);
        return tr("%1 wait for units of %2 that only they have themselves.")
            .arg(Words::list(all, 6), name(deadlock.objects[0]));
    }
    if (actors.size() == 2) return tr("%1 waits for %2. %2 waits for %1.").arg(name(actors[0]), name(actors[1]));
    if (actors.size() == 3)
        return tr("%1 waits for %2, %2 waits for %3, %3 waits for %1.")
            .arg(name(actors[0]), name(actors[1]), name(actors[2]));
    QStringList around;
    for (const ActorId actor : actors) around << name(actor);
    around << name(actors.front());
    return tr("%n wait for each other in a circle: %1.", nullptr, static_cast<int>(actors.size()))
        .arg(around.join(QStringLiteral(" → ")));
}

// They wait for what only some could give, and none of those can move any more.
QString Narrator::partnersHeadline(const Deadlock& deadlock) const {
    const auto& partners = m_store.state().object(deadlock.objects[0]).partners;
    const ObjectId object = deadlock.objects[0];
    if (deadlock.actors.size() == 1 && partners.size() == 1) {
        return tr("%1 waits for %2. Only %3 could end that, and %3 has ended.")
            .arg(name(deadlock.actors[0]), name(object), name(ActorId{partners[0]}));
    }
    QStringList all;
    for (const ActorId actor : deadlock.actors) all << name(actor);
    return tr("Nobody is left who could end the wait of: %1.").arg(Words::list(all));
}

QString Narrator::deadlockDetail(const Deadlock& deadlock) const {
    const QString never = deadlock.actors.size() == 1   ? tr("It can never continue.")
                          : deadlock.actors.size() == 2 ? tr("Neither can ever continue.")
                                                        : tr("None of them can ever continue.");
    const QString found = deadlock.foundAfter.count() > 0
                              ? (deadlock.byPartners ? tr("Found %1 later.") : tr("Found %1 after the cycle closed."))
                                    .arg(durationText(deadlock.foundAfter))
                              : QString();
    const auto others = those([&](const ActorNow& actor) {
        const bool inCycle =
            std::find(deadlock.actors.begin(), deadlock.actors.end(), actor.id) != deadlock.actors.end();
        return !inCycle && !isOver(actor.state()) && !actor.waits() && m_cursor < m_store.now();
    });
    const QString goOn = others.empty() ? QString() : tr("Others go on all the same: %1.").arg(names(others));
    return sentences(sentences(never, found), goOn);
}

}  // namespace interleave::ui
