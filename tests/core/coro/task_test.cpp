// The coroutine type alone: driven by hand, as a runtime drives it.
#include <stdexcept>

#include <gtest/gtest.h>

#include "core/coro/task.hpp"

namespace interleave {
namespace {

void drive(Task& program, ActorContext& context) {
    program.begin(context);
    while (!program.done()) context.next.resume();
}

Task countDown(int from, int& sum) {
    if (from > 0) {
        sum += from;
        co_await countDown(from - 1, sum);
    }
}

Task increment(long& n) {
    ++n;
    co_return;
}

Task awaitManyInARow(long times, long& n) {
    for (long i = 0; i < times; ++i) co_await increment(n);
}

Task throwing() {
    throw std::runtime_error("from the inner program");
    co_return;
}

Task catching(std::string& caught) {
    try {
        co_await throwing();
    } catch (const std::runtime_error& error) {
        caught = error.what();
    }
}

TEST(Task, RunsASubProgramToItsEndBeforeItsAwaiterGoesOn) {
    int sum = 0;
    Task program = countDown(4, sum);
    ActorContext context;
    EXPECT_EQ(sum, 0) << "a task starts suspended";
    drive(program, context);
    EXPECT_EQ(sum, 10);
}

TEST(Task, AwaitsAMillionInARowWithoutOverflowingTheStack) {
    long n = 0;
    Task program = awaitManyInARow(1'000'000, n);
    ActorContext context;
    drive(program, context);
    EXPECT_EQ(n, 1'000'000);
}

TEST(Task, NestsTenThousandDeepWithoutOverflowingTheStack) {
    int sum = 0;
    constexpr int kDepth = 10'000;
    Task program = countDown(kDepth, sum);
    ActorContext context;
    drive(program, context);
    EXPECT_EQ(sum, kDepth * (kDepth + 1) / 2);
}

TEST(Task, LetsAnErrorOfASubProgramReachItsAwaiter) {
    std::string caught;
    Task program = catching(caught);
    ActorContext context;
    drive(program, context);
    EXPECT_EQ(caught, "from the inner program");
    EXPECT_EQ(program.failure(), nullptr);
}

TEST(Task, KeepsAnErrorThatNobodyCaught) {
    Task program = throwing();
    ActorContext context;
    drive(program, context);
    EXPECT_NE(program.failure(), nullptr);
}

}  // namespace
}  // namespace interleave
