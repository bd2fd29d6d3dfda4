#include "core/trace/process_history.hpp"

#include <algorithm>

#include "core/trace/read_on.hpp"

namespace interleave {

const ProcessSample* ProcessLife::at(TraceTime t) const {
    const auto after = std::upper_bound(moments.begin(), moments.end(), t,
                                        [](TraceTime time, const Moment& moment) { return time < moment.at; });
    return after == moments.begin() ? nullptr : &std::prev(after)->sample;
}

void ProcessHistory::follow(const Store& store) {
    readOn(store, m_next, [&] { adopt(store); }, [this](const Event& event) { apply(event); });
}

// What the forgotten events said of processes, as far as the actors' records keep it.
void ProcessHistory::adopt(const Store& store) {
    for (std::uint32_t id = 0; id < store.actors().size(); ++id) {
        const ActorRecord& actor = store.actor({id});
        if (actor.kind != ActorKind::process || actor.pid == 0) continue;
        ProcessLife& life = lifeOf({id}, actor.pid, actor.started);
        if (actor.ended == kEndOfTime || life.exited != kEndOfTime)
            continue;  // the end was read before it was forgotten
        life.exited = life.reaped = actor.ended;
        life.waitStatus = static_cast<int>(actor.exit < 0 ? -actor.exit : actor.exit << 8);
    }
}

ProcessLife& ProcessHistory::lifeOf(ActorId actor, std::int64_t pid, TraceTime at) {
    const std::int64_t key = actor.exists() ? std::int64_t{actor.value} : -1 - pid;
    const auto [place, isNew] = m_places.emplace(key, m_lives.size());
    if (isNew) {
        m_lives.emplace_back();
        m_lives.back().actor = actor;
    }
    ProcessLife& life = m_lives[place->second];
    if (pid != 0) life.pid = pid;
    life.begun = std::min(life.begun, at);
    return life;
}

void ProcessHistory::apply(const Event& event) {
    switch (event.kind) {
        case EventKind::processForked: lifeOf({event.object}, event.value, event.at()); return;
        case EventKind::processSampled: return sample(event);
        case EventKind::processSignalled:
            m_sentSignals.push_back({event.at(), event.who(), {event.object}, static_cast<int>(event.value)});
            return;
        case EventKind::processExited: {
            ProcessLife& life = lifeOf(event.who(), 0, event.at());
            life.exited = event.at();
            life.waitStatus = static_cast<int>(event.value);
            return;
        }
        case EventKind::processReaped: {
            ProcessLife& life = lifeOf(event.who(), 0, event.at());
            life.reaped = event.at();
            life.reaper = {event.object};
            if (life.exited == kEndOfTime) life.waitStatus = static_cast<int>(event.value);
            life.exited = std::min(life.exited, event.at());
            return;
        }
        case EventKind::processOrphaned: {
            ProcessLife& life = lifeOf(event.who(), 0, event.at());
            ProcessSample moved = life.moments.empty() ? ProcessSample{} : life.moments.back().sample;
            moved.parent = static_cast<std::uint32_t>(event.value);
            life.moments.push_back({event.at(), moved});
            return;
        }
        default: return;
    }
}

void ProcessHistory::sample(const Event& event) {
    ProcessLife& life = lifeOf(event.who(), event.ticket, event.at());
    ProcessSample sample;
    sample.state = static_cast<char>(event.detail);
    sample.parent = event.object;
    sample.unpack(event.value);
    if (life.actor.exists()) m_mostMemory = std::max(m_mostMemory, sample.privateKiB + sample.sharedKiB);
    life.moments.push_back({event.at(), sample});
}

}  // namespace interleave
