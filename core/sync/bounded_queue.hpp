// A queue of numbers: bounded or not, the oldest, the newest or the smallest item out first. A put into a full queue
// waits, a get from an empty one waits; items and places are handed over to whoever waited longest.
// Thread safety: any actor of any process of the run.
#pragma once

#include "core/sync/death.hpp"
#include "core/sync/queue_words.hpp"

namespace interleave {

class BoundedQueue {
public:
    BoundedQueue() = default;
    // A capacity of 0 is none: such a queue holds kMostQueueItems, and a put beyond that throws std::length_error.
    static BoundedQueue make(Arena& arena, ObjectId id, const QueueKind& kind);

    ObjectId id() const { return m_id; }
    // False: there was no memory for it.
    bool hasRoom() const { return m_at != ObjectId::kNone; }

    // What was asked for, and recorded with the level as it was then.
    std::int64_t ask(const Caller& caller, QueueQuestion question) const;

    // True: done. False: queued, park; when that returns, the item is in the queue.
    bool putOrQueue(const Caller& caller, std::int64_t item) const;
    // True: `item` is set. False: queued, park; when that returns, the item lies in the actor's slot (`granted`).
    bool getOrQueue(const Caller& caller, std::int64_t& item) const;
    // At once or not at all; that it is full, or empty, is recorded.
    bool tryPut(const Caller& caller, std::int64_t item) const;
    bool tryGet(const Caller& caller, std::int64_t& item) const;
    // A queued caller's limit is over. False: its item was taken over, or one was granted to it, before that.
    bool giveUpPut(const Caller& caller) const;
    bool giveUpGet(const Caller& caller) const;
    // For who looks after processes. An item that the dead had taken out is lost with it.
    void mend(const Caller& caller, const Death& dead, Deaths& deaths) const;
    static BoundedQueue found(ObjectId id, std::uint32_t at);

private:
    bool put(const Caller& caller, QueueWords& words, std::int64_t item) const;
    bool get(const Caller& caller, QueueWords& words, std::int64_t& item) const;
    bool giveUp(const Caller& caller, WaiterList& waiters, WaitReason reason) const;
    QueueWords& words(const Arena& arena) const { return *reinterpret_cast<QueueWords*>(arena.heap(m_at)); }
    QueueItems items(const Arena& arena) const {
        return {words(arena), reinterpret_cast<std::int64_t*>(arena.heap(m_at) + sizeof(QueueWords))};
    }
    void push(const Caller& caller, QueueWords& words, ActorId by, std::int64_t item) const;
    std::int64_t pop(const Caller& caller, QueueWords& words, ActorId by) const;
    void record(const Caller& caller, EventKind kind, QueueWords& words, ActorId by, const QueueChange& change) const;
    void serveGetter(const Caller& caller, QueueWords& words) const;
    void servePutter(const Caller& caller, QueueWords& words) const;
    void finishFor(const Caller& caller, const Death& dead, QueueWords& words) const;
    void finishSide(const Caller& caller, const Death& dead, const QueueWords& words, WaiterList& waiters,
                    WaitRole role) const;

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
