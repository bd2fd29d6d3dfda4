// Who goes on when.
#include <gtest/gtest.h>

#include "core/coro/timer_heap.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

TEST(TimerHeap, GivesWhoIsDueByTimeThenInTheOrderInWhichTheyWereSet) {
    TimerHeap timers;
    timers.set({1}, 30ms);
    timers.set({2}, 10ms);
    timers.set({3}, 30ms);
    EXPECT_EQ(timers.nextDue(), 10ms);
    EXPECT_FALSE(timers.takeDue(9ms).has_value());
    EXPECT_EQ(timers.takeDue(10ms)->whom, ActorId{2});
    EXPECT_FALSE(timers.takeDue(29ms).has_value());
    EXPECT_EQ(timers.takeDue(50ms)->whom, ActorId{1});
    EXPECT_EQ(timers.takeDue(50ms)->whom, ActorId{3});
    EXPECT_TRUE(timers.empty());
}

TEST(TimerHeap, ForgetsTheDeadBeforeTheyAreDueAndKeepsNoCrowdOfThem) {
    TimerHeap timers;
    const auto isDead = [](const TimerHeap::Due& due) { return due.wait != 7; };
    timers.set({1}, Duration{5}, 3);
    timers.set({2}, Duration{9}, 7);
    timers.forgetDead(isDead);
    EXPECT_EQ(timers.nextDue(), Duration{9});
    // Behind one that lives they are not seen, until there are many.
    for (int i = 0; i < 10'000; ++i) {
        timers.set({3}, Duration{100 + i}, 3);
        timers.forgetDead(isDead);
        ASSERT_LE(timers.size(), 200U);
    }
    timers.set({4}, Duration{1'000'000}, 7);
    EXPECT_EQ(timers.takeDue(Duration{9})->whom, ActorId{2});
    timers.forgetDead(isDead);
    EXPECT_EQ(timers.takeDue(Duration{2'000'000})->whom, ActorId{4});
    EXPECT_TRUE(timers.empty());
}

}  // namespace
}  // namespace interleave
