#include "ui/narration/narrator.hpp"

#include "ui/live/words.hpp"

namespace interleave::ui {

Narrator::Narrator(const Store& store, TraceTime cursor)
    : m_store(store), m_cursor(cursor), m_actors(actorsAt(store, cursor)) {}

Narration Narrator::narrate() const {
    if (m_store.actors().empty() && !m_store.complete()) return {};
    using Teller = Found (Narrator::*)() const;
    constexpr Teller kByWeight[] = {
        &Narrator::deadlock,         &Narrator::end,           &Narrator::heldByPerson,    &Narrator::lostUpdate,
        &Narrator::fullOrEmptyQueue, &Narrator::waitingAtBank, &Narrator::wantedLock,      &Narrator::wantedInterpreter,
        &Narrator::sliceOver,        &Narrator::heldByScript,  &Narrator::runningTogether, &Narrator::otherWait,
        &Narrator::runningAlone,     &Narrator::sleeping,      &Narrator::joining,         &Narrator::notRunningYet};
    for (const Teller teller : kByWeight)
        if (Found found = (this->*teller)()) return *found;
    return {};
}

Narration Narrator::narrateMoving() const {
    Narration told = narrate();
    if (told.severity != Severity::calm) return told;
    if (const Found turns = turnsTaken()) return *turns;
    const Found turns = interpreterTurns();
    return turns ? *turns : told;
}

QString Narrator::name(ActorId actor) const { return Words::actor(m_store, actor); }
QString Narrator::name(ObjectId object) const { return Words::object(m_store, object); }

QString Narrator::names(const std::vector<const ActorNow*>& actors) const {
    QStringList list;
    for (const ActorNow* actor : actors) list << name(actor->id);
    return Words::list(list);
}

QString Narrator::sentences(const QString& first, const QString& second) {
    if (first.isEmpty()) return second;
    if (second.isEmpty()) return first;
    return tr("%1 %2", "two whole sentences, one after the other; no space between them in Chinese").arg(first, second);
}

}  // namespace interleave::ui
