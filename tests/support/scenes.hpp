// Small hand-made traces that tests and pictures are built on. Times are milliseconds.
#pragma once

#include <string_view>

#include "core/trace/store.hpp"

namespace interleave::scenes {

// Writes a trace by hand: `at(300).runs(t1)`.
class Scene {
public:
    explicit Scene(RuntimeKind runtime = RuntimeKind::threads, std::size_t memoryLimit = std::size_t{1} << 30);

    Scene& at(double ms);
    Scene& afterUs(double us);  // later by so much

    ActorId actor(std::string_view name, ActorKind kind = ActorKind::thread);  // created and ready
    ObjectId object(std::string_view name, ObjectKind kind, std::int64_t initial = 0);
    ObjectId mutex(std::string_view name) { return object(name, ObjectKind::mutex); }
    ObjectId queue(std::string_view name, std::int64_t capacity) { return object(name, ObjectKind::queue, capacity); }

    Scene& runs(ActorId who, std::int64_t core = -1, std::uint16_t line = 0);
    Scene& readies(ActorId who, ReadyReason reason = ReadyReason::woken, ActorId by = {});
    Scene& sleeps(ActorId who, double ms, std::uint16_t line = 0);
    Scene& waits(ActorId who, WaitReason reason, ObjectId what, std::uint16_t line = 0);
    Scene& joins(ActorId who, ActorId whom, std::uint16_t line = 0);
    Scene& ends(ActorId who);
    Scene& calls(ActorId who, std::string_view what);
    Scene& callEnds(ActorId who);
    Scene& acquires(ActorId who, ObjectId lock, std::uint16_t line = 0);
    Scene& wants(ActorId who, ObjectId lock, std::uint16_t line = 0);  // and waits
    Scene& releases(ActorId who, ObjectId lock, std::uint16_t line = 0);
    Scene& puts(ActorId who, ObjectId queue);
    Scene& gets(ActorId who, ObjectId queue);
    Scene& declares(ActorId partner, ObjectId object);                 // nobody but such acts on it
    Scene& reads(ActorId who, ObjectId variable);
    Scene& writes(ActorId who, ObjectId variable, std::int64_t value);
    Scene& onCore(ActorId who, std::int64_t core);                      // the kernel's word
    Scene& offCore(ActorId who, std::int64_t core, KernelOut why);
    Scene& prints(ActorId who, std::string_view text);
    Scene& tells(std::string_view name, std::int64_t value);            // a result

    Scene& add(Event event);
    // Everything so far is complete.
    Store& store();
    Store finish(Ended ended);

private:
    Store m_store;
    std::int64_t m_ns = 0;
    std::uint32_t m_actors = 0;
    std::uint32_t m_objects = 0;
    std::vector<std::uint32_t> m_tickets;
    std::vector<std::int64_t> m_levels;
    std::vector<std::uint32_t> m_seen;
};

// The scene of the main picture: T1 and T2 on two cores, locks A and B in opposite order, the cycle closes at 1,420 ms,
// looked at up to 3,000 ms.
Store deadlock();
// Two producers and a consumer over a queue of 4.
Store producerConsumer();
// Five tasks round robin on two workers, with switch records of the kernel beside.
Store roundRobin();
// Two threads add to one variable; one update is lost.
Store race();
// `actors` lanes with `intervals` intervals in all, alternating states: for measuring.
Store large(std::size_t actors, std::size_t intervals);

}  // namespace interleave::scenes
