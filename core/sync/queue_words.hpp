// The memory of a queue that all actors share, and its items in the order in which they come out.
//
// Whoever changes it may be killed between any two instructions. So each item is in one place that counts, always: one
// store (`stock`) says how many there are and where the first is; and while an item of a priority queue moves through
// the heap, it lies in `moving`, and the `hole` that it left is filled with it again by mended().
//
// Thread safety: under the queue's guard only.
#pragma once

#include "core/sync/waiter_list.hpp"

namespace interleave {

// Of every queue, the unbounded ones too: 8 MiB of a run's memory, and a mistake that fills it ends in seconds.
inline constexpr std::uint32_t kMostQueueItems = 1U << 20;

// The items follow it in memory, so it ends where one of them may begin.
struct alignas(std::int64_t) QueueWords {
    static constexpr std::uint32_t kNoHole = 0xFFFF'FFFF;

    std::atomic<std::uint32_t> guard{0};
    std::uint32_t ticket = 0;
    std::uint32_t places = 0;    // how many items there is room for
    bool isBounded = true;       // else a put beyond that is an error, no wait
    QueueOrder order{};
    // Where the oldest item is (other orders: 0), above how many there are.
    std::atomic<std::uint64_t> stock{0};
    std::atomic<std::int64_t> moving{0};
    std::atomic<std::uint32_t> hole{kNoHole};
    WaiterList getters;
    WaiterList putters;
};

class QueueItems {
public:
    QueueItems(QueueWords& words, std::int64_t* items) : m_words(words), m_items(items) {}

    std::uint32_t level() const noexcept { return static_cast<std::uint32_t>(stock()); }
    bool empty() const noexcept { return level() == 0; }
    bool full() const noexcept { return level() == m_words.places; }

    // A put: the item lies there, then it is recorded, then it counts, then it goes where its order wants it.
    void place(std::int64_t item) noexcept;
    void count() noexcept;
    void settleLast() noexcept;

    // A get: the item is looked at, recorded, taken out, and the others close up.
    std::int64_t next() const noexcept;
    void takeNext() noexcept;
    void settleFirst() noexcept;

    // After a death in the guard: no item is missing or there twice, whatever had not been finished.
    void fillHole() noexcept;
    void reorder() noexcept;

private:
    // Relaxed, all of them: the guard orders them between actors; and where a process is killed between two
    // instructions, what it stored before is there. The fences keep the compiler from changing their order.
    std::uint64_t stock() const noexcept { return m_words.stock.load(std::memory_order_relaxed); }
    std::uint32_t first() const noexcept { return static_cast<std::uint32_t>(stock() >> kFirstShift); }
    void setStock(std::uint32_t first, std::uint32_t level) noexcept;
    std::uint32_t newest() const noexcept { return level() - 1; }
    bool isHeap() const noexcept { return m_words.order == QueueOrder::priority; }
    void lift(std::uint32_t from) noexcept;
    void moveHole(std::uint32_t from, std::uint32_t to) noexcept;

    static constexpr unsigned kFirstShift = 32;

    QueueWords& m_words;
    std::int64_t* m_items;
};

}  // namespace interleave
