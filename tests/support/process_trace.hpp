// Traces of processes for tests, event by event, as the runner and its processes write them.
#pragma once

#include "core/trace/process_sample.hpp"
#include "core/trace/store.hpp"

namespace interleave {

class ProcessTrace {
public:
    void add(TraceTime at, Event event) {
        event.time = static_cast<std::uint64_t>(at.ns);
        m_store.append(event);
    }
    ActorId actor(const char* name, std::int64_t parent) {
        const ActorId id{m_actors++};
        add({0}, {.actor = id.value, .object = m_store.addText(name).value, .kind = EventKind::actorCreated,
                    .detail = static_cast<std::uint8_t>(ActorKind::process), .value = parent});
        return id;
    }
    void sampled(TraceTime at, ActorId actor, std::int64_t pid, std::int64_t parent, char state,
                 std::uint32_t own = 0) {
        const ProcessSample sample{.threads = 1, .privateKiB = own, .sharedKiB = 10};
        add(at, {.actor = actor.value,
                 .object = static_cast<std::uint32_t>(parent),
                 .ticket = static_cast<std::uint32_t>(pid),
                 .kind = EventKind::processSampled,
                 .detail = static_cast<std::uint8_t>(state),
                 .value = sample.packed()});
    }
    void forked(TraceTime at, ActorId by, ActorId child, std::int64_t pid) {
        add(at, {.actor = by.value, .object = child.value, .kind = EventKind::processForked, .value = pid});
        add(at, {.actor = child.value, .kind = EventKind::ready});
        add(at, {.actor = child.value,
                 .object = static_cast<std::uint32_t>(pid),
                 .kind = EventKind::actorStarted,
                 .value = pid});
        add(at, {.actor = child.value, .kind = EventKind::running, .value = -1});
    }
    // As the runner tells it; `status` is that of wait(2).
    void exited(TraceTime at, ActorId who, int status) {
        add(at, {.actor = who.value, .kind = EventKind::processExited, .value = status});
        add(at, {.actor = who.value, .kind = EventKind::actorEnded, .value = status >> 8});
    }
    Store& store() { return m_store; }

private:
    Store m_store;
    std::uint32_t m_actors = 0;
};

}  // namespace interleave
