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

}  // namespace
}  // namespace interleave
