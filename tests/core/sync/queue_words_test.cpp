// The items of a queue in shared memory: their order,
// and that none is missing or there twice wherever its user was killed.
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "core/sync/queue_words.hpp"

namespace interleave {
namespace {

using Items = std::vector<std::int64_t>;

struct Memory {
    explicit Memory(QueueOrder order, std::uint32_t places = 64) : items(places) {
        words.places = places;
        words.order = order;
    }
    QueueItems queue() { return {words, items.data()}; }
    void put(std::int64_t item) {
        QueueItems q = queue();
        q.place(item);
        q.count();
        q.settleLast();
    }
    std::int64_t get() {
        QueueItems q = queue();
        const std::int64_t item = q.next();
        q.takeNext();
        q.settleFirst();
        return item;
    }
    Items drained() {
        Items out;
        while (!queue().empty()) out.push_back(get());
        return out;
    }

    QueueWords words;
    Items items;
};

TEST(QueueItems, ComeOutOldestNewestOrSmallestFirst) {
    const Items in{5, 2, 8, 1, 9, 3};
    const std::pair<QueueOrder, Items> expected[] = {
        {QueueOrder::fifo, in}, {QueueOrder::lifo, {3, 9, 1, 8, 2, 5}}, {QueueOrder::priority, {1, 2, 3, 5, 8, 9}}};
    for (const auto& [order, out] : expected) {
        Memory memory(order);
        for (const std::int64_t item : in) memory.put(item);
        EXPECT_EQ(memory.queue().level(), in.size());
        EXPECT_EQ(memory.drained(), out);
    }
}

TEST(QueueItems, OfAPriorityQueueAreAlwaysTheSmallestFirst) {
    std::mt19937 random(5);
    Memory memory(QueueOrder::priority, 1000);
    std::multiset<std::int64_t> model;
    for (int step = 0; step < 20'000; ++step) {
        const bool puts = model.empty() || (model.size() < 1000 && random() % 2 == 0);
        if (puts) {
            const auto item = static_cast<std::int64_t>(random() % 50) - 25;
            memory.put(item);
            model.insert(item);
        } else {
            ASSERT_EQ(memory.get(), *model.begin());
            model.erase(model.begin());
        }
    }
}

// Stops in the middle of the way of an item through the heap: the memory as it is between any two of its steps.
Items stoppedInTheHeap(std::uint32_t hole, std::int64_t moving, Items heap) {
    Memory memory(QueueOrder::priority, static_cast<std::uint32_t>(heap.size()));
    memory.items = std::move(heap);
    memory.words.stock.store(memory.items.size());
    memory.words.hole.store(hole);
    memory.words.moving.store(moving);
    memory.queue().fillHole();
    memory.queue().reorder();
    return memory.drained();
}

TEST(QueueItems, InTheMiddleOfAMoveAreFoundAgain) {
    // 1 has come to the end of {2, 4, 3, 9} and moves up: from place 4 to 1 to 0.
    const Items all{1, 2, 3, 4, 9};
    EXPECT_EQ(stoppedInTheHeap(QueueWords::kNoHole, 0, {2, 4, 3, 9, 1}), all) << "before it moves";
    EXPECT_EQ(stoppedInTheHeap(4, 1, {2, 4, 3, 9, 1}), all) << "lifted";
    EXPECT_EQ(stoppedInTheHeap(4, 1, {2, 4, 3, 9, 4}), all) << "4 is in two places, the hole counts as where it was";
    EXPECT_EQ(stoppedInTheHeap(1, 1, {2, 4, 3, 9, 4}), all) << "the hole has moved";
    EXPECT_EQ(stoppedInTheHeap(1, 1, {2, 2, 3, 9, 4}), all);
    EXPECT_EQ(stoppedInTheHeap(0, 1, {2, 2, 3, 9, 4}), all);
}

TEST(QueueItems, AreTakenOutOnceThoughItIsDoneTwice) {
    Memory memory(QueueOrder::priority);
    for (const std::int64_t item : {4, 7, 5, 9}) memory.put(item);
    memory.items[0] = memory.items[3];  // its taker was killed here: the smallest was out, and nothing counted yet
    memory.queue().takeNext();
    memory.queue().reorder();
    EXPECT_EQ(memory.drained(), (Items{5, 7, 9}));
}

}  // namespace
}  // namespace interleave
