// What happens at one moment of a run, in a sentence. Pure: everything follows from (store, cursor).
#pragma once

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <vector>

#include "core/trace/store.hpp"
#include "ui/live/actors_now.hpp"

namespace interleave::ui {

// `alarm` is for what can never go well again: a deadlock, a run that broke off.
enum class Severity { calm, notice, alarm };

struct Narration {
    QString headline;
    QString detail;
    Severity severity = Severity::calm;

    friend bool operator==(const Narration&, const Narration&) = default;
};

// Looks for the weightiest thing there is to say, from a deadlock down to who just runs.
class Narrator {
    Q_DECLARE_TR_FUNCTIONS(Narrator)

public:
    Narrator(const Store& store, TraceTime cursor);

    // Empty where nothing has happened yet.
    Narration narrate() const;
    // The same for a cursor that moves on by itself:
    // turns that change faster than a sentence can be read are told together.
    Narration narrateMoving() const;

private:
    using Found = std::optional<Narration>;

    Found deadlock() const;        // narrator_deadlock.cpp
    Found end() const;             // narrator_end.cpp
    Found lostUpdate() const;      // narrator_waits.cpp, as all that follow to `joining`
    Found fullOrEmptyQueue() const;
    Found waitingAtBank() const;
    Found wantedLock() const;
    Found wantedInterpreter() const;
    Found interpreterTurns() const;  // the same, seen over a while
    Found otherWait() const;
    Found joining() const;
    Found heldByPerson() const;    // narrator_turns.cpp, as all that follow
    Found heldByScript() const;
    Found sliceOver() const;
    Found turnsTaken() const;
    Found runningTogether() const;
    Found runningAlone() const;
    Found sleeping() const;
    Found notRunningYet() const;

    QString cycleHeadline(const Deadlock& deadlock) const;
    QString partnersHeadline(const Deadlock& deadlock) const;
    QString deadlockDetail(const Deadlock& deadlock) const;
    bool stillStands(const Deadlock& deadlock) const;
    Narration finished() const;
    // What the owner of a lock has from those who wait for it since `since`; empty where it has nothing from them.
    QString inheritanceText(ObjectId lock, ActorId owner, TraceTime since) const;
    QString resultsText() const;

    QString name(ActorId actor) const;
    QString name(ObjectId object) const;
    // Names of those for whom `wanted` holds, by id.
    template <class Wanted>
    std::vector<const ActorNow*> those(Wanted wanted) const;
    QString names(const std::vector<const ActorNow*>& actors) const;
    // Two whole sentences, one after the other; either may be empty.
    static QString sentences(const QString& first, const QString& second);
    QString readyText() const;

    const Store& m_store;
    TraceTime m_cursor;
    std::vector<ActorNow> m_actors;
};

template <class Wanted>
std::vector<const ActorNow*> Narrator::those(Wanted wanted) const {
    std::vector<const ActorNow*> found;
    for (const ActorNow& actor : m_actors)
        if (wanted(actor)) found.push_back(&actor);
    return found;
}

}  // namespace interleave::ui
