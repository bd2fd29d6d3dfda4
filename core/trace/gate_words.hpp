// The gate's shared words: how a run is paused, stepped, steered, slowed and stopped without
// any thread of the runner reading a socket. `core/runtime/gate` gives them their meaning on the
// runner's side, core/session on the watcher's.
#pragma once

#include <atomic>
#include <cstdint>

namespace interleave {

// Bits, because a steered run can be paused too. 0: nothing is held back, and passing costs one load.
//   paused    nobody passes, and the run's clock stands
//   stepping  who has a permit passes, once; the clock runs, so that sleepers wake and come to the gate
//   steered   the script's next operation passes when its turn has come; others pass freely
//   stopping  actors end at the gate
enum GateMode : std::uint32_t {
    kGateFree = 0,
    kGatePaused = 1,
    kGateStepping = 2,
    kGateSteered = 4,
    kGateStopping = 8
};

// What an actor may be held before; steering scripts name them.
enum class Operation : std::uint32_t {
    start, compute, sleep, lock, unlock, put, get, read, write, acquire, release, wait, notify, set, join, yield, other,
    ask  // a queue for its level
};

struct SteeringStep {
    std::uint32_t actor;
    Operation operation;
    std::uint32_t object;  // kNone: any
};
inline constexpr std::uint32_t kMostSteeringSteps = 65'536;

// How real time becomes the run's own time: lab = labBase + (now - realBase) * rate. Rate 0 is a pause.
// Written by the watcher only, read under the sequence count.
struct LabClockWords {
    std::atomic<std::uint32_t> sequence{0};       // odd while being written
    std::atomic<std::int64_t> realBase{0};        // CLOCK_MONOTONIC ns
    std::atomic<std::int64_t> labBase{0};         // ns
    std::atomic<std::uint64_t> ratePerMillion{1'000'000};
};

struct GateWords {
    std::atomic<std::uint32_t> mode{kGateFree};
    std::atomic<std::uint32_t> epoch{0};          // futex: bumped at every command, all who are held look again
    std::atomic<std::uint32_t> tempoPerMillion{1'000'000};  // how fast the run's time goes; 1,000,000 = as real time
    std::atomic<std::uint32_t> liveActors{0};     // futex: created and not yet ended
    std::atomic<std::uint32_t> sealed{0};         // 1 when the scenario has spawned what it spawns at first
    LabClockWords clock;
    std::atomic<std::uint32_t> steeringPosition{0};  // futex: next step to be made
    std::atomic<std::uint32_t> steeringEnd{0};
    SteeringStep steering[kMostSteeringSteps];
};

enum class ActorLife : std::uint32_t { created, live, parked, ended };

// How an actor's program came to its end; where its process ended and this says nothing, it was cut off.
enum class LeftHow : std::uint32_t { notYet, inOrder, failed };

// On which side of an object an actor waits, so that its lists can be made anew from the slots.
enum class WaitRole : std::uint32_t { any, getter, putter, reader, writer, joiner };

// What is true of one actor, kept where its killer can read it.
struct alignas(64) ActorSlot {
    std::atomic<std::uint32_t> park{0};       // futex: 0 nothing, 1 permit, 2 parked
    std::atomic<std::uint32_t> stepPermits{0};
    std::atomic<std::uint32_t> atGate{0};     // 1 while held there
    std::atomic<std::uint32_t> waitingAt{
        0xFFFF'FFFF};  // where the lock lies in the heap whose wait may be cancelled; kNone: none
    std::atomic<std::uint32_t> cancelled{0};            // 1: its last wait was
    std::atomic<std::uint32_t> waitingOn{
        0xFFFF'FFFF};  // object, or for a joiner the actor; none: what it waited for has come
    std::atomic<WaitRole> waitingAs{WaitRole::any};
    std::atomic<std::uint32_t> arrival{0};    // its number among those who came to wait there
    std::atomic<ActorLife> life{ActorLife::created};
    std::atomic<std::uint32_t> tid{0};
    std::atomic<std::uint32_t> nextWaiter{0xFFFF'FFFF}; // link in an object's list of waiters
    std::atomic<std::uint32_t> steeringNext{0xFFFF'FFFF};        // index of this actor's next scripted step
    std::atomic<std::uint32_t> owesStep{0};             // made a scripted step that has not ended yet
    std::atomic<std::uint64_t> cpuNs{0};
    std::atomic<std::int64_t> granted{0};               // the item handed to a getter, or offered by a putter
    std::atomic<std::uint32_t> inStep{0};               // makes the operation that it got a permit for
    std::atomic<std::uint32_t> joinGuard{0};            // over the list of those who join it
    std::atomic<std::uint32_t> joinHead{0xFFFF'FFFF};
    std::atomic<std::uint32_t> joinTail{0xFFFF'FFFF};
    std::atomic<std::uint32_t> name{0};                 // number of the string + 1; 0: none
    // Of an actor that is a process.
    std::atomic<std::uint32_t> pid{0};                  // 0: not forked yet
    std::atomic<std::uint32_t> forker{0xFFFF'FFFF};     // the actor that is its parent; none: the runner
    std::atomic<std::uint32_t> isDaemon{0};
    std::atomic<LeftHow> left{LeftHow::notYet};
    std::atomic<std::int32_t> waitStatus{-1};           // as wait(2) tells it; -1: none yet
    std::atomic<std::uint32_t> isOffloaded{0};  // beside an event loop: a thread that blocks so that the loop need not
};

}  // namespace interleave
