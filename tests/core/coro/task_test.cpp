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

Task countDown(int from, long& sum) {
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
    long sum = 0;
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

constexpr int kDepth = 100'000;

TEST(Task, NestsAHundredThousandDeepWithoutOverflowingTheStack) {
    long sum = 0;
    Task program = countDown(kDepth, sum);
    ActorContext context;
    drive(program, context);
    EXPECT_EQ(sum, long{kDepth} * (kDepth + 1) / 2);
}

// What the innermost of many frames awaits: it stays there until somebody resumes it, with or without an error.
struct Stop {
    bool& throws;
    ActorContext& context;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> awaiter) const noexcept { context.next = awaiter; }
    void await_resume() const {
        if (throws) throw Cancelled{};
    }
};

struct CountsItsEnd {
    int& ended;
    int depth;
    ~CountsItsEnd() {
        // The innermost first: of so many, as many have ended as stood below.
        EXPECT_EQ(ended, depth);
        ++ended;
    }
};

Task nest(int depth, int& ended, bool& throws, ActorContext& context) {
    const CountsItsEnd counts{ended, depth};
    if (depth == 0) co_await Stop{throws, context};
    else co_await nest(depth - 1, ended, throws, context);
}

// Resumes until the innermost frame stands at its await: each resumption goes one deeper.
void goDown(Task& program, ActorContext& context) {
    program.begin(context);
    for (int i = 0; i <= kDepth; ++i) context.next.resume();
}

TEST(Task, DestroysAHundredThousandNestedFramesOneAfterTheOtherInnermostFirst) {
    int ended = 0;
    bool throws = false;
    ActorContext context;
    {
        Task program = nest(kDepth, ended, throws, context);
        goDown(program, context);
        EXPECT_EQ(ended, 0);
    }
    EXPECT_EQ(ended, kDepth + 1);
}

TEST(Task, IsLeftByACancellationThroughAHundredThousandNestedFrames) {
    int ended = 0;
    bool throws = true;
    ActorContext context;
    Task program = nest(kDepth, ended, throws, context);
    goDown(program, context);
    while (!program.done()) context.next.resume();
    EXPECT_EQ(ended, kDepth + 1);
    EXPECT_THROW(std::rethrow_exception(program.failure()), Cancelled);
}

ValueTask<std::string> greeting(std::string whom) { co_return "hello " + whom; }

Task greets(std::string& said) { said = co_await greeting("loop"); }

TEST(Task, BringsBackAValue) {
    std::string said;
    Task program = greets(said);
    ActorContext context;
    drive(program, context);
    EXPECT_EQ(said, "hello loop");
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
