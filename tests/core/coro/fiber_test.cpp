// A function that stops in the middle of what it calls, and goes on there.
#include "core/coro/fiber.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace interleave {
namespace {

TEST(FiberTest, StopsInWhateverItHasCalledAndGoesOnThere) {
    std::vector<int> seen;
    const auto inner = [&](int number) {
        const int kept = number * 10;  // on the fiber's own stack
        Fiber::current()->stop();
        seen.push_back(kept);
    };
    Fiber fiber([&] {
        for (int i = 1; i <= 3; ++i) inner(i);
    });
    EXPECT_EQ(Fiber::current(), nullptr);
    for (int i = 0; i < 3; ++i) {
        fiber.resume();
        seen.push_back(0);
        EXPECT_FALSE(fiber.done());
    }
    fiber.resume();
    EXPECT_TRUE(fiber.done());
    EXPECT_EQ(seen, (std::vector<int>{0, 10, 0, 20, 0, 30}));
}

TEST(FiberTest, WhatItThrowsIsKept) {
    Fiber fiber([] {
        Fiber::current()->stop();
        throw std::runtime_error("no");
    });
    fiber.resume();
    EXPECT_EQ(fiber.failure(), nullptr);
    fiber.resume();
    ASSERT_TRUE(fiber.done());
    EXPECT_THROW(std::rethrow_exception(fiber.failure()), std::runtime_error);
}

TEST(FiberTest, OneThatIsGivenUpDestroysWhatLiesOnItsStack) {
    const auto watched = std::make_shared<int>(1);
    {
        Fiber fiber([watched] {
            const std::shared_ptr<int> held = watched;
            Fiber::current()->stop();
            ADD_FAILURE() << "it does not go on";
        });
        fiber.resume();
        EXPECT_EQ(watched.use_count(), 3) << "here, in its closure, on its stack";
    }
    EXPECT_EQ(watched.use_count(), 1);
}

TEST(FiberTest, OneThatWasNeverBegunIsSimplyGone) {
    Fiber fiber([] { ADD_FAILURE() << "nobody resumed it"; });
    EXPECT_FALSE(fiber.done());
}

TEST(FiberTest, OneMayResumeAnother) {
    std::string order;
    Fiber inner([&] {
        order += 'b';
        Fiber::current()->stop();
        order += 'd';
    });
    Fiber outer([&] {
        order += 'a';
        inner.resume();
        order += 'c';
        Fiber::current()->stop();
        inner.resume();
        order += 'e';
    });
    outer.resume();
    outer.resume();
    EXPECT_EQ(order, "abcde");
    EXPECT_TRUE(inner.done() && outer.done());
}

TEST(FiberTest, AThousandKeepTheirOwnStacks) {
    constexpr int kFibers = 1000;
    std::vector<std::unique_ptr<Fiber>> all;
    std::vector<int> sums(kFibers);
    for (int i = 0; i < kFibers; ++i) {
        all.push_back(std::make_unique<Fiber>([i, &sums] {
            int sum = 0;
            for (int turn = 0; turn < 10; ++turn) {
                sum += i;
                Fiber::current()->stop();
            }
            sums[static_cast<std::size_t>(i)] = sum;
        }));
    }
    for (int turn = 0; turn <= 10; ++turn)
        for (const auto& fiber : all) fiber->resume();
    for (int i = 0; i < kFibers; ++i) EXPECT_EQ(sums[static_cast<std::size_t>(i)], 10 * i);
}

}  // namespace
}  // namespace interleave
