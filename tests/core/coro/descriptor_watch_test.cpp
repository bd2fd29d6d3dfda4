// Who waits for which descriptor: found when it is ready, once, and nobody else.
#include "core/coro/descriptor_watch.hpp"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>

#include <gtest/gtest.h>

namespace interleave {
namespace {

UniqueFd makeEvent() { return UniqueFd{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)}; }

std::vector<std::uint32_t> readyOf(DescriptorWatch& watch) {
    std::vector<std::uint32_t> ids;
    for (const ActorId each : watch.takeReady()) ids.push_back(each.value);
    std::ranges::sort(ids);
    return ids;
}

TEST(DescriptorWatchTest, TellsWhoseDescriptorIsReadyAndOnlyOnce) {
    DescriptorWatch watch;
    const UniqueFd one = makeEvent(), two = makeEvent();
    watch.watch(one.get(), POLLIN, {1});
    watch.watch(two.get(), POLLIN, {2});
    EXPECT_TRUE(readyOf(watch).empty());
    ::eventfd_write(two.get(), 1);
    EXPECT_EQ(readyOf(watch), (std::vector<std::uint32_t>{2}));
    EXPECT_TRUE(readyOf(watch).empty()) << "its wait is over, though there is something to read still";
    EXPECT_TRUE(watch.isWaiting({1}));
    EXPECT_FALSE(watch.isWaiting({2}));
    watch.watch(two.get(), POLLIN, {2});
    EXPECT_EQ(readyOf(watch), (std::vector<std::uint32_t>{2})) << "waited for anew, it is ready at once";
}

TEST(DescriptorWatchTest, WhoGivesUpIsNotTold) {
    DescriptorWatch watch;
    const UniqueFd event = makeEvent();
    watch.watch(event.get(), POLLIN, {1});
    watch.forget({1});
    ::eventfd_write(event.get(), 1);
    EXPECT_FALSE(watch.any());
    EXPECT_TRUE(readyOf(watch).empty());
}

TEST(DescriptorWatchTest, RefusesTwoForTheSameDescriptorAndOneThatIsNotOpen) {
    DescriptorWatch watch;
    const UniqueFd event = makeEvent();
    watch.watch(event.get(), POLLIN, {1});
    EXPECT_THROW(watch.watch(event.get(), POLLIN, {2}), std::runtime_error);
    EXPECT_FALSE(watch.isWaiting({2}));
    EXPECT_THROW(watch.watch(-1, POLLIN, {3}), std::runtime_error);
}

TEST(DescriptorWatchTest, MoreThanAreTakenAtOnceComeOneAfterTheOther) {
    constexpr std::uint32_t kMany = 600;
    DescriptorWatch watch;
    std::vector<UniqueFd> events;
    for (std::uint32_t i = 0; i < kMany; ++i) {
        events.push_back(makeEvent());
        watch.watch(events.back().get(), POLLIN, {i});
        ::eventfd_write(events.back().get(), 1);
    }
    std::vector<std::uint32_t> all;
    while (watch.any())
        for (const std::uint32_t each : readyOf(watch)) all.push_back(each);
    std::ranges::sort(all);
    ASSERT_EQ(all.size(), kMany);
    for (std::uint32_t i = 0; i < kMany; ++i) EXPECT_EQ(all[i], i);
}

}  // namespace
}  // namespace interleave
