// The queue that most policies are made of.
#include <map>
#include <tuple>

#include <gtest/gtest.h>

#include "core/sched/ordered_queue.hpp"
#include "core/sched/random.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

TaskView arrives(std::uint32_t id, Duration arrived = {}) {
    TaskView view;
    view.id = {id};
    view.arrived = arrived;
    return view;
}

TEST(OrderedQueue, GivesTheLeastKeyThenTheEarliestThenTheLowestNumber) {
    OrderedQueue queue;
    queue.push(7, arrives(1, 5ms));
    queue.push(7, arrives(2, 3ms));
    queue.push(-9, arrives(3, 9ms));
    queue.push(7, arrives(0, 5ms));
    const TieBreak ties[] = {TieBreak::none, TieBreak::arrival, TieBreak::order, TieBreak::none};
    std::size_t i = 0;
    for (const std::uint32_t id : {3U, 2U, 0U, 1U}) {
        EXPECT_EQ(queue.front(), ActorId{id});
        const auto first = queue.pop();
        EXPECT_EQ(first.task, ActorId{id});
        EXPECT_EQ(first.tie, ties[i++]) << id;
    }
    EXPECT_TRUE(queue.empty());
}

TEST(OrderedQueue, TakesKeysOfAnySize) {
    OrderedQueue queue;
    queue.push(std::numeric_limits<std::int64_t>::max(), arrives(1));
    queue.push(std::numeric_limits<std::int64_t>::min(), arrives(2));
    EXPECT_EQ(queue.pop().task, ActorId{2});
    EXPECT_EQ(queue.leastKey(), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(queue.pop().task, ActorId{1});
}

// Beside an ordered map, through hundreds of thousands of comings and goings.
TEST(OrderedQueue, AgreesWithAnOrderedMap) {
    Random random{7};
    OrderedQueue queue;
    std::map<std::tuple<std::int64_t, Duration, std::uint32_t>, int> model;
    std::uint32_t next = 0;
    for (int step = 0; step < 300'000; ++step) {
        const bool fill = step / 20'000 % 2 == 0;
        if (model.empty() || random.below(100) < (fill ? 60U : 40U)) {
            const auto key = static_cast<std::int64_t>(random.below(1'000)) - 500;
            const Duration arrived{static_cast<std::int64_t>(random.below(10))};
            queue.push(key, arrives(next, arrived));
            model.emplace(std::tuple{key, arrived, next}, 0);
            next = (next + 1) % 200'000;
        } else {
            const auto first = queue.pop();
            const auto& [key, arrived, id] = model.begin()->first;
            ASSERT_EQ(first.key, key);
            ASSERT_EQ(first.task, ActorId{id});
            model.erase(model.begin());
            ASSERT_EQ(first.tie != TieBreak::none, !model.empty() && std::get<0>(model.begin()->first) == first.key);
        }
        ASSERT_EQ(queue.size(), model.size());
        ASSERT_TRUE(model.empty() || queue.leastKey() == std::get<0>(model.begin()->first));
    }
}

}  // namespace
}  // namespace interleave
