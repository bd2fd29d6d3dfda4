// A first-in, first-out queue of numbers with a capacity. A put into a full queue waits, a get from an empty one
// waits; items and places are handed over to whoever waited longest.
// Thread safety: any actor of any process of the run.
#pragma once

#include "core/sync/death.hpp"
#include "core/sync/waiter_list.hpp"

namespace interleave {

// The items follow it in memory, so it ends where one of them may begin.
struct alignas(std::int64_t) QueueWords {
    std::atomic<std::uint32_t> guard{0};
    std::uint32_t ticket = 0;
    std::uint32_t capacity = 0;
    // Where the oldest item is, above how many there are: one word, so that both change in one step, or not at all where
    // whoever changes them is killed.
    std::atomic<std::uint64_t> stock{0};
    WaiterList getters;
    WaiterList putters;
};

class BoundedQueue {
public:
    BoundedQueue() = default;
    // `capacity` at least 1.
    static BoundedQueue make(Arena& arena, ObjectId id, std::uint32_t capacity);

    ObjectId id() const { return m_id; }

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
    std::int64_t* items(const Arena& arena) const {
        return reinterpret_cast<std::int64_t*>(arena.heap(m_at) + sizeof(QueueWords));
    }
    void push(const Caller& caller, QueueWords& words, ActorId by, std::int64_t item) const;
    std::int64_t pop(const Caller& caller, QueueWords& words, ActorId by) const;
    void serveGetter(const Caller& caller, QueueWords& words) const;
    void servePutter(const Caller& caller, QueueWords& words) const;
    void finishFor(const Caller& caller, const Death& dead, QueueWords& words) const;
    void finishSide(const Caller& caller, const Death& dead, const QueueWords& words, WaiterList& waiters, WaitRole role) const;

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
