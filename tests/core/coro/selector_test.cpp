// What an event loop sleeps on.
#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "core/coro/selector.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

TEST(Selector, ReturnsWhenTheTimeIsUpAndNotBefore) {
    Selector selector;
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(selector.wait(1500us), Selector::Why::timeIsUp);
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 1500us);
}

TEST(Selector, RemembersOneWhoWokeItBeforeItSleptButOnce) {
    Selector selector;
    selector.wake();
    selector.wake();
    EXPECT_EQ(selector.wait(std::nullopt), Selector::Why::woken);
    EXPECT_EQ(selector.wait(0ms), Selector::Why::timeIsUp);
}

TEST(Selector, IsWokenByAnotherThread) {
    Selector selector;
    const std::jthread other([&] {
        std::this_thread::sleep_for(5ms);
        selector.wake();
    });
    EXPECT_EQ(selector.wait(std::nullopt), Selector::Why::woken);
}

TEST(Selector, TakesATimeThatIsPastForNow) {
    Selector selector;
    EXPECT_EQ(selector.wait(-5ms), Selector::Why::timeIsUp);
}

}  // namespace
}  // namespace interleave
