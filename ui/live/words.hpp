// The words for what core gives as ids and enums. Whole phrases, each translated as one.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <string_view>

#include "core/trace/store.hpp"

namespace interleave::ui {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    // "T1"; "thread 3" where it has no name.
    static QString actor(const Store& store, ActorId id);
    static QString object(const Store& store, ObjectId id);
    // "T1", "T1 and T2", "T1, T2 and T3"; more than `most` become "T1, T2, T3 and 7 others".
    static QString list(const QStringList& items, int most = 4);

    // A lane's state in one or two words: "running", "waiting for a lock".
    static QString state(StateClass state);
    // The same with all that is known at `t`: "waiting for B, held by T2", "sleeping, 1.00 s asked for".
    static QString stateInFull(const Store& store, const Look& look, TraceTime t);
    // What an actor does while it runs, by the name that the run gives it: "compute". Empty for kNone.
    static QString call(const Store& store, std::uint32_t name);
    // Why it waits, in one word: "lock", "sleep", "full queue".
    static QString waitReason(WaitReason reason);
    // Why the scheduler picked it: "the highest priority". Empty where there is nothing to say.
    static QString runReason(RunReason reason);
    static QString readyReason(ReadyReason reason);
    static QString heldBy(HeldBy by);
    static QString endReason(EndReason reason);
    static QString objectKind(ObjectKind kind);
    static QString actorKind(ActorKind kind);
    // What the actors of a runtime are called: "threads", "tasks".
    static QString actorsOf(RuntimeKind runtime);
    // "threads", "virtual time"
    static QString runtime(RuntimeKind runtime);
    // Of a parameter: those that are words, others as they are.
    static QString unit(std::string_view unit);
    static QString pace(Pace pace);
    // How a run ended, in a few words; empty while it has not.
    static QString ended(Ended ended);

    // Who holds the lock `object` at `t`; kNone if nobody.
    static ActorId ownerAt(const Store& store, ObjectId object, TraceTime t);
};

}  // namespace interleave::ui
