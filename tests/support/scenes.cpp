#include "tests/support/scenes.hpp"

namespace interleave::scenes {

Scene::Scene(RuntimeKind runtime, std::size_t memoryLimit) : m_store(memoryLimit) {
    RunFacts& facts = m_store.facts();
    facts.runtime = runtime;
    facts.scenario = "tests/scene";
    facts.cores = 2;
    facts.tier = KernelTier::switchRecords;
    facts.startedAt = "2026-11-20T10:00:00Z";
    facts.machine = "2 × a processor, Linux";
}

Scene& Scene::at(double ms) { m_ns = static_cast<std::int64_t>(ms * 1e6); return *this; }
Scene& Scene::afterUs(double us) { m_ns += static_cast<std::int64_t>(us * 1e3); return *this; }

Scene& Scene::add(Event event) {
    event.time = static_cast<std::uint64_t>(m_ns);
    m_store.append(event);
    return *this;
}

ActorId Scene::actor(std::string_view name, ActorKind kind) {
    const ActorId id{m_actors++};
    const StringId text = m_store.addText(name);
    constexpr std::int64_t kFirstTid = 4211;
    add({.actor = id.value,
         .object = text.value,
         .kind = EventKind::actorCreated,
         .detail = static_cast<std::uint8_t>(kind),
         .value = -1});
    add({.actor = id.value, .object = 4210, .kind = EventKind::actorStarted, .value = kFirstTid + id.value});
    add({.actor = id.value,
         .kind = EventKind::ready,
         .detail = static_cast<std::uint8_t>(ReadyReason::created),
         .value = -1});
    return id;
}

ObjectId Scene::object(std::string_view name, ObjectKind kind, std::int64_t initial) {
    const ObjectId id{m_objects++};
    m_tickets.push_back(0);
    m_levels.push_back(kind == ObjectKind::queue ? 0 : initial);
    m_seen.push_back(0);
    const StringId text = m_store.addText(name);
    add({.object = id.value,
         .ticket = text.value,
         .kind = EventKind::objectCreated,
         .detail = static_cast<std::uint8_t>(kind),
         .value = initial});
    return id;
}

Scene& Scene::runs(ActorId who, std::int64_t core, std::uint16_t line) {
    const RunReason reason = core < 0 ? RunReason::kernel : RunReason::nextInTurn;
    return add({.actor = who.value,
                .line = line,
                .kind = EventKind::running,
                .detail = static_cast<std::uint8_t>(reason),
                .value = core});
}
Scene& Scene::readies(ActorId who, ReadyReason reason, ActorId by) {
    return add({.actor = who.value,
                .kind = EventKind::ready,
                .detail = static_cast<std::uint8_t>(reason),
                .value = by.exists() ? std::int64_t{by.value} : -1});
}
Scene& Scene::sleeps(ActorId who, double ms, std::uint16_t line) {
    return add({.actor = who.value,
                .line = line,
                .kind = EventKind::waiting,
                .detail = static_cast<std::uint8_t>(WaitReason::sleep),
                .value = static_cast<std::int64_t>(ms * 1e6)});
}
Scene& Scene::waits(ActorId who, WaitReason reason, ObjectId what, std::uint16_t line) {
    return add({.actor = who.value,
                .object = what.value,
                .line = line,
                .kind = EventKind::waiting,
                .detail = static_cast<std::uint8_t>(reason)});
}
Scene& Scene::joins(ActorId who, ActorId whom, std::uint16_t line) {
    return add({.actor = who.value,
                .object = whom.value,
                .line = line,
                .kind = EventKind::waiting,
                .detail = static_cast<std::uint8_t>(WaitReason::join)});
}
Scene& Scene::declares(ActorId partner, ObjectId object) {
    return add({.actor = partner.value, .object = object.value, .kind = EventKind::partnerDeclared});
}
Scene& Scene::prints(ActorId who, std::string_view text) {
    return add({.actor = who.value, .object = m_store.addText(text).value, .kind = EventKind::textWritten});
}
Scene& Scene::ends(ActorId who) { return add({.actor = who.value, .kind = EventKind::actorEnded}); }
Scene& Scene::calls(ActorId who, std::string_view what) {
    const StringId text = m_store.addText(what);
    return add({.actor = who.value, .object = text.value, .kind = EventKind::callBegun});
}
Scene& Scene::callEnds(ActorId who) { return add({.actor = who.value, .kind = EventKind::callEnded}); }
Scene& Scene::acquires(ActorId who, ObjectId lock, std::uint16_t line) {
    return add({.actor = who.value,
                .object = lock.value,
                .ticket = ++m_tickets[lock.value],
                .line = line,
                .kind = EventKind::lockAcquired});
}
Scene& Scene::wants(ActorId who, ObjectId lock, std::uint16_t line) {
    add({.actor = who.value, .object = lock.value, .line = line, .kind = EventKind::lockWanted});
    return waits(who, WaitReason::lock, lock, line);
}
Scene& Scene::releases(ActorId who, ObjectId lock, std::uint16_t line) {
    return add({.actor = who.value,
                .object = lock.value,
                .ticket = ++m_tickets[lock.value],
                .line = line,
                .kind = EventKind::lockReleased});
}
Scene& Scene::puts(ActorId who, ObjectId queue) {
    return add({.actor = who.value,
                .object = queue.value,
                .ticket = ++m_tickets[queue.value],
                .kind = EventKind::queuePut,
                .value = ++m_levels[queue.value]});
}
Scene& Scene::gets(ActorId who, ObjectId queue) {
    return add({.actor = who.value,
                .object = queue.value,
                .ticket = ++m_tickets[queue.value],
                .kind = EventKind::queueGot,
                .value = --m_levels[queue.value]});
}
Scene& Scene::reads(ActorId who, ObjectId variable) {
    return add({.actor = who.value,
                .object = variable.value,
                .ticket = m_tickets[variable.value],
                .kind = EventKind::variableRead,
                .value = m_levels[variable.value]});
}
Scene& Scene::writes(ActorId who, ObjectId variable, std::int64_t value) {
    m_levels[variable.value] = value;
    return add({.actor = who.value,
                .object = variable.value,
                .ticket = ++m_tickets[variable.value],
                .kind = EventKind::variableWritten,
                .value = value});
}
Scene& Scene::onCore(ActorId who, std::int64_t core) {
    return add({.actor = who.value, .object = 4211 + who.value, .kind = EventKind::kernelSwitchIn, .value = core});
}
Scene& Scene::offCore(ActorId who, std::int64_t core, KernelOut why) {
    return add({.actor = who.value,
                .object = 4211 + who.value,
                .kind = EventKind::kernelSwitchOut,
                .detail = static_cast<std::uint8_t>(why),
                .value = core});
}
Scene& Scene::tells(std::string_view name, std::int64_t value) {
    const StringId text = m_store.addText(name);
    return add({.object = text.value, .kind = EventKind::result, .value = value});
}

Store& Scene::store() {
    m_store.advance({m_ns}, {m_ns});
    return m_store;
}

Store Scene::finish(Ended ended) {
    constexpr std::int64_t kFoundAfterNs = 400'000;
    m_store.advance({m_ns}, {m_ns});
    for (const Deadlock& d : m_store.deadlocks()) m_store.advance({m_ns}, {d.at.ns + kFoundAfterNs});
    m_store.facts().ended = ended;
    m_store.facts().wall = Duration{m_ns};
    return std::move(m_store);
}

Store deadlock() {
    Scene s;
    s.store().facts().scenario = "locks/deadlock";
    s.store().facts().pace = Pace::steered;
    const ObjectId a = s.mutex("A");
    const ObjectId b = s.mutex("B");
    s.at(5);
    const ActorId t1 = s.actor("T1");
    const ActorId t2 = s.actor("T2");
    s.at(22).onCore(t1, 0).runs(t1, -1, 12).acquires(t1, a, 13).calls(t1, "compute");
    s.at(52).onCore(t2, 1).runs(t2, -1, 12).acquires(t2, b, 13).calls(t2, "compute");
    s.at(340).callEnds(t1).sleeps(t1, 1000, 15).afterUs(8).offCore(t1, 0, KernelOut::blocked);
    s.at(400).callEnds(t2).sleeps(t2, 1000, 15).afterUs(8).offCore(t2, 1, KernelOut::blocked);
    s.at(1345)
        .onCore(t1, 0)
        .readies(t1)
        .runs(t1, -1, 16)
        .at(1357)
        .wants(t1, b, 16)
        .afterUs(8)
        .offCore(t1, 0, KernelOut::blocked);
    s.at(1405)
        .onCore(t2, 1)
        .readies(t2)
        .runs(t2, -1, 16)
        .at(1420)
        .wants(t2, a, 16)
        .afterUs(8)
        .offCore(t2, 1, KernelOut::blocked);
    s.at(1420.4).store();
    s.at(3000);
    return s.finish(Ended::deadlocked);
}

Store producerConsumer() {
    Scene s;
    s.store().facts().scenario = "queues/producer-consumer";
    constexpr std::int64_t kCapacity = 4;
    const ObjectId q = s.queue("queue", kCapacity);
    const ActorId p1 = s.actor("P1");
    const ActorId p2 = s.actor("P2");
    const ActorId c = s.actor("C");
    s.at(1).runs(p1).runs(p2).runs(c).waits(c, WaitReason::queueEmpty, q);
    s.at(10).puts(p1, q).readies(c, ReadyReason::woken, p1).afterUs(5).runs(c).gets(c, q).sleeps(c, 80);
    s.at(20).puts(p1, q).puts(p2, q).at(30).puts(p1, q).puts(p2, q);
    s.at(40).waits(p1, WaitReason::queueFull, q).at(45).waits(p2, WaitReason::queueFull, q);
    for (int i = 0; i < 6; ++i) {
        const ActorId next = i % 2 == 0 ? p1 : p2;
        s.at(90 + i * 60)
            .readies(c)
            .runs(c)
            .gets(c, q)
            .readies(next, ReadyReason::woken, c)
            .afterUs(7)
            .runs(next)
            .puts(next, q)
            .waits(next, WaitReason::queueFull, q)
            .sleeps(c, 55);
    }
    s.at(460).readies(c).runs(c);
    for (int i = 0; i < 4; ++i) s.at(470 + i * 20).gets(c, q);
    s.readies(p1, ReadyReason::woken, c)
        .readies(p2, ReadyReason::woken, c)
        .afterUs(9)
        .runs(p1)
        .runs(p2)
        .at(560)
        .ends(p1)
        .ends(p2)
        .ends(c);
    return s.finish(Ended::finished);
}

Store roundRobin() {
    Scene s{RuntimeKind::workers};
    s.store().facts().scenario = "multitasking/round-robin";
    constexpr int kTasks = 5;
    constexpr int kCores = 2;
    constexpr int kTurns = 24;
    constexpr double kSliceMs = 20;
    std::vector<ActorId> tasks;
    for (int i = 0; i < kTasks; ++i)
        tasks.push_back(s.actor(std::string(1, static_cast<char>('A' + i)), ActorKind::task));
    for (int turn = 0; turn < kTurns; ++turn) {
        for (int core = 0; core < kCores; ++core) {
            const ActorId next = tasks[static_cast<std::size_t>((turn * kCores + core) % kTasks)];
            s.at(1 + turn * kSliceMs).runs(next, core).onCore(next, core);
        }
        for (int core = 0; core < kCores; ++core) {
            const ActorId next = tasks[static_cast<std::size_t>((turn * kCores + core) % kTasks)];
            s.at(1 + (turn + 1) * kSliceMs - 0.002).readies(next, ReadyReason::sliceOver);
        }
    }
    for (const ActorId task : tasks) s.at(1 + kTurns * kSliceMs).runs(task, 0).ends(task);
    return s.finish(Ended::finished);
}

Store race() {
    Scene s;
    s.store().facts().scenario = "threads/race";
    s.store().facts().pace = Pace::steered;
    const ObjectId n = s.object("g_num", ObjectKind::variable, 0);
    const ActorId t1 = s.actor("T1");
    const ActorId t2 = s.actor("T2");
    s.at(1).runs(t1).runs(t2);
    s.at(10).reads(t1, n).at(20).reads(t2, n).at(30).writes(t1, n, 1).at(40).writes(t2, n, 1);
    s.at(50).reads(t1, n).at(60).writes(t1, n, 2).at(70).reads(t2, n).at(80).writes(t2, n, 3);
    s.at(90).ends(t1).ends(t2).tells("expected", 4).tells("actual", 3).tells("lost", 1);
    return s.finish(Ended::finished);
}

Store large(std::size_t actorCount, std::size_t intervals) {
    Scene s{RuntimeKind::threads, std::size_t{64} << 30};
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < actorCount; ++i) actors.push_back(s.actor("T" + std::to_string(i + 1)));
    const ObjectId lock = s.mutex("A");
    for (std::size_t i = 0; i < intervals; ++i) {
        const ActorId who = actors[i % actorCount];
        s.afterUs(1.0 + static_cast<double>(i * 2654435761U % 1000) / 1000.0);
        switch (i / actorCount % 4) {
            case 0: (i < actorCount ? s : s.readies(who)).runs(who); break;
            case 1: s.waits(who, WaitReason::lock, lock); break;
            case 2: s.readies(who); break;
            default: s.runs(who).sleeps(who, 1); break;
        }
    }
    return s.finish(Ended::finished);
}

}  // namespace interleave::scenes
