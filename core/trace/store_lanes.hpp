// What one event does to the lanes of a store. Private to the store.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave {

// Two sources speak of an actor: our own events say what it means to do (the hint), the kernel's records say
// whether it is on a core. What the lane shows:
//
//   hint      no kernel records   on a core                           off it
//   running   running             running                             ready (preempted) or waiting (unknown)
//   waiting   waiting             running, once switched in again     waiting
//   ready     ready               running, once switched in again     ready
//   others    the hint            the hint                            the hint
class Store::Lanes {
public:
    // Called after the store's TraceState has applied the event.
    void apply(Store& store, const Event& event);

private:
    struct ActorView {
        Look hint{};
        std::uint32_t call = StringId::kNone;  // what it does while it runs
        bool kernelKnown = false;
        bool onCore = false;
        bool switchedInSinceHint = false;
        bool reaped = false;                   // its process's exit status has been asked for
        KernelOut lastOut{};
        std::int64_t kernelCore = -1;          // where the kernel's last record put it; -1: off
        std::int64_t ownCore = -1;             // core lane that its own events opened
        std::int64_t lastCore = -1;            // that it was on before, and until when
        TraceTime leftCore;
        TraceTime wantedAt;                    // the lock it waits for
    };
    // How many updates are in a value: the one that made it, and those that its maker had seen. A writer may be put off
    // its core after it wrote and before it tells so; what is made of its value meanwhile counts on from that write.
    struct HeldUpdates {
        std::uint32_t since = 0;  // number of a write that is still to come; 0: counted from the variable's creation
        std::uint32_t updates = 0;
    };
    class VariableView {
    public:
        std::uint32_t writer = ActorId::kNone;

        std::uint32_t writes() const { return m_writes; }
        // The same number, counted from as early a write as is known: from a missing one only if that has not come yet.
        HeldUpdates resolve(HeldUpdates held) const;
        void keep(std::uint32_t write, HeldUpdates held);

    private:
        static constexpr std::uint32_t kKeptFirst = 256;
        static constexpr std::uint32_t kMostKept = 1u << 16;  // some 6 ms of two cores that do nothing but write

        const HeldUpdates* find(std::uint32_t write) const;
        void makeRoom();

        std::uint32_t m_writes = 0;                              // the latest one's number
        std::vector<HeldUpdates> m_held;                         // of the last writes, by number modulo its size
        std::unordered_map<std::uint32_t, HeldUpdates> m_late;   // of those that came when their place was taken
    };
    struct SeenVariable {
        std::uint32_t writes = 0;
        HeldUpdates held;
    };

    Store& store() { return *m_store; }
    bool knows(ActorId id) { return id.value < m_views.size(); }
    bool knowsObject(ObjectId id) { return id.value < store().m_objects.size(); }

    Look ofSomethingKnown(Look look);
    void create(const Event& e);
    void start(const Event& e);
    void end(const Event& e);
    void reap(const Event& e);
    void orphan(const Event& e);
    void hint(const Event& e, const Look& look);
    void show(ActorId actor, TraceTime at);
    void wake(const Event& e);
    void call(const Event& e, std::uint32_t text);
    void declare(const Event& e);
    void inherit(const Event& e);
    void kernelSwitch(const Event& e);
    bool isOurSchedule() const;
    std::vector<CoreRecord>& kernelsCores();
    void occupy(std::vector<CoreRecord>& cores, std::int64_t core, TraceTime at, ActorId actor, bool known);
    void leaveOwnCore(ActorId actor, TraceTime at);
    void enterOwnCore(const Event& e);
    void createObject(const Event& e);
    void lock(const Event& e);
    void showOwner(ObjectId lock, TraceTime at);
    void showWaiters(ObjectId lock, TraceTime at);
    void level(const Event& e);
    void settleFuture(const Event& e);
    void bank(const Event& e);
    void message(const Event& e);
    void frame(const Event& e);
    void frameArrow(const Event& e, std::uint32_t from, std::uint32_t to);
    // To whom a frame's answer goes: another frame, or kNone, its owner's own program.
    std::uint32_t callerOf(std::uint32_t frame) const;
    void readVariable(const Event& e);
    void writeVariable(const Event& e);

    Store* m_store = nullptr;  // the one being applied to: a store may be moved between two events
    std::vector<ActorView> m_views;
    std::unordered_map<std::uint64_t, SeenVariable> m_reads;  // (actor, variable) → what it saw there
    std::unordered_map<std::uint32_t, VariableView> m_variables;
    struct FrameView {
        std::uint32_t caller = ObjectId::kNone;
        std::uint32_t outer = ObjectId::kNone;                // who delegates to it
    };
    std::unordered_map<std::uint32_t, FrameView> m_frames;    // by object
    std::unordered_map<std::int64_t, std::pair<ActorId, TraceTime>> m_messages;  // under way, by flow
};

}  // namespace interleave
