// What an event loop sleeps on.
#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
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

UniqueFd makeEvent() { return UniqueFd{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)}; }

// Who is ready now.
std::vector<std::uint32_t> readyOf(Selector& selector) {
    selector.wait(0ms);
    std::vector<std::uint32_t> ids;
    for (const ActorId each : selector.takeReady()) ids.push_back(each.value);
    std::ranges::sort(ids);
    return ids;
}

TEST(Selector, TellsWhoseDescriptorIsReadyAndOnlyOnce) {
    Selector selector;
    const UniqueFd one = makeEvent(), two = makeEvent();
    selector.watch(one.get(), POLLIN, {1});
    selector.watch(two.get(), POLLIN, {2});
    EXPECT_TRUE(readyOf(selector).empty());
    ::eventfd_write(two.get(), 1);
    EXPECT_EQ(readyOf(selector), (std::vector<std::uint32_t>{2}));
    EXPECT_TRUE(readyOf(selector).empty()) << "its wait is over, though there is something to read still";
    selector.watch(two.get(), POLLIN, {2});
    EXPECT_EQ(readyOf(selector), (std::vector<std::uint32_t>{2})) << "waited for anew, it is ready at once";
}

TEST(Selector, ReadingAndWritingAreWaitedForApart) {
    Selector selector;
    const UniqueFd event = makeEvent();
    selector.watch(event.get(), POLLIN, {1});
    selector.watch(event.get(), POLLOUT, {2});
    EXPECT_EQ(readyOf(selector), (std::vector<std::uint32_t>{2})) << "there is room to write, and nothing to read";
    ::eventfd_write(event.get(), 1);
    EXPECT_EQ(readyOf(selector), (std::vector<std::uint32_t>{1}));
    EXPECT_FALSE(selector.isUsed());
}

TEST(Selector, WhoGivesUpIsNotTold) {
    Selector selector;
    const UniqueFd event = makeEvent();
    selector.watch(event.get(), POLLIN, {1});
    selector.forget(event.get(), {1});
    ::eventfd_write(event.get(), 1);
    EXPECT_FALSE(selector.isUsed());
    EXPECT_TRUE(readyOf(selector).empty());
}

TEST(Selector, RefusesTwoForTheSameDescriptorAndOneThatIsNotOpen) {
    Selector selector;
    const UniqueFd event = makeEvent();
    selector.watch(event.get(), POLLIN, {1});
    EXPECT_THROW(selector.watch(event.get(), POLLIN, {2}), std::logic_error);
    EXPECT_THROW(selector.watch(-1, POLLIN, {3}), std::runtime_error);
    ::eventfd_write(event.get(), 1);
    EXPECT_EQ(readyOf(selector), (std::vector<std::uint32_t>{1})) << "the first one waits on";
}

TEST(Selector, MoreThanAreTakenAtOnceComeOneAfterTheOther) {
    constexpr std::uint32_t kMany = 600;
    Selector selector;
    std::vector<UniqueFd> events;
    for (std::uint32_t i = 0; i < kMany; ++i) {
        events.push_back(makeEvent());
        selector.watch(events.back().get(), POLLIN, {i});
        ::eventfd_write(events.back().get(), 1);
    }
    std::vector<std::uint32_t> all;
    while (selector.isUsed())
        for (const std::uint32_t each : readyOf(selector)) all.push_back(each);
    std::ranges::sort(all);
    ASSERT_EQ(all.size(), kMany);
    for (std::uint32_t i = 0; i < kMany; ++i) EXPECT_EQ(all[i], i);
}

}  // namespace
}  // namespace interleave
