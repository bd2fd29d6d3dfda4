// The generator alone: driven by hand, as a runtime drives an actor's program.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/coro/generator.hpp"

namespace interleave {
namespace {

using Numbers = Generator<std::int64_t>;
using Seen = std::vector<std::string>;

void drive(Task program) {
    ActorContext context;
    program.begin(context);
    while (!program.done()) context.next.resume();
    if (program.failure()) std::rethrow_exception(program.failure());
}

std::string text(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : "None"; }

Numbers upTo(std::int64_t end) {
    for (std::int64_t i = 0; i < end; ++i) co_yield i;
    co_return end;
}

// Yields what it was sent last, plus one.
Numbers plusOne(Seen& seen) {
    std::optional<std::int64_t> got = co_yield 0;
    while (got) {
        seen.push_back("got " + text(got));
        got = co_yield *got + 1;
    }
    co_return 99;
}

Numbers stubborn(Seen& seen, bool yieldsOnceMore) {
    bool wasClosed = false;
    try {
        co_yield 1;
    } catch (const GeneratorExit&) {
        seen.push_back("exit");
        wasClosed = true;
    } catch (const Raised& error) {
        seen.push_back("caught " + error.message);
    }
    if (!wasClosed || yieldsOnceMore) co_yield 2;
    co_return std::nullopt;
}

Task takeAll(Seen& seen) {
    Numbers g = upTo(2);
    EXPECT_EQ(g.state(), FrameState::created);
    seen.push_back(text(co_await g.next()));
    EXPECT_EQ(g.state(), FrameState::suspended);
    seen.push_back(text(co_await g.next()));
    for (int i = 0; i < 2; ++i) {
        try {
            co_await g.next();
        } catch (const StopIteration<std::int64_t>& stop) {
            seen.push_back("stop " + text(stop.value));
        }
    }
    EXPECT_EQ(g.state(), FrameState::closed);
}

TEST(Generator, GivesItsValuesThenStopsWithItsReturnValueOnceAndStaysStopped) {
    Seen seen;
    drive(takeAll(seen));
    EXPECT_EQ(seen, (Seen{"0", "1", "stop 2", "stop None"}));
}

Task sendAbout(Seen& seen) {
    Numbers g = plusOne(seen);
    try {
        co_await g.send(5);
    } catch (const Raised& error) {
        seen.push_back(error.what());
    }
    seen.push_back(text(co_await g.send(std::nullopt)));
    seen.push_back(text(co_await g.send(5)));
    seen.push_back(text(co_await g.send(7)));
    EXPECT_FALSE(co_await g.advance()) << "a loop sends nothing, and drops what is returned";
}

TEST(Generator, TakesAValueAtTheYieldWhereItStandsButNoneBeforeTheFirst) {
    Seen seen;
    drive(sendAbout(seen));
    EXPECT_EQ(seen, (Seen{"TypeError: can't send non-None value to a just-started generator", "0", "got 5", "6",
                          "got 7", "8"}));
}

Task raiseIn(Seen& seen) {
    Numbers catches = stubborn(seen, false);
    co_await catches.next();
    seen.push_back(text(co_await catches.raise(Raised("ValueError", "a"))));

    Numbers lets = upTo(3);
    co_await lets.next();
    try {
        co_await lets.raise(Raised("ValueError", "b"));
    } catch (const Raised& error) {
        seen.push_back(error.what());
    }
    EXPECT_EQ(lets.state(), FrameState::closed);

    Numbers fresh = upTo(3);
    try {
        co_await fresh.raise(Raised("ValueError", "c"));
    } catch (const Raised& error) {
        seen.push_back(error.what());
    }
    EXPECT_FALSE(co_await fresh.advance());
}

TEST(Generator, LetsAnErrorThatItHasNoTryForEscapeAndIsClosedByIt) {
    Seen seen;
    drive(raiseIn(seen));
    EXPECT_EQ(seen, (Seen{"caught a", "2", "ValueError: b", "ValueError: c"}));
}

Task closeAll(Seen& seen) {
    Numbers fresh = stubborn(seen, false);
    co_await fresh.close();
    Numbers good = stubborn(seen, false);
    co_await good.next();
    co_await good.close();
    co_await good.close();
    EXPECT_EQ(good.state(), FrameState::closed);
    Numbers bad = stubborn(seen, true);
    co_await bad.next();
    try {
        co_await bad.close();
    } catch (const Raised& error) {
        seen.push_back(error.what());
    }
}

TEST(Generator, IsClosedByAnErrorAtItsYieldAndMayNotYieldAgain) {
    Seen seen;
    drive(closeAll(seen));
    EXPECT_EQ(seen, (Seen{"exit", "exit", "RuntimeError: generator ignored GeneratorExit"}));
}

Numbers ask(Numbers& other) {
    co_await other.next();
    co_yield 1;
    co_return std::nullopt;
}

Task askInACircle(Seen& seen) {
    Numbers first, second;
    first = ask(second);
    second = ask(first);
    try {
        co_await first.next();
    } catch (const Raised& error) {
        seen.push_back(error.what());
    }
    try {
        co_await ask(second).next();
    } catch (const Raised& error) {
        seen.push_back(error.what());
    } catch (const StopIterationBase&) {
        seen.push_back("stop");
    }
}

TEST(Generator, MayNotBeUsedWhileItRunsNorLetAnothersEndEscape) {
    Seen seen;
    drive(askInACircle(seen));
    EXPECT_EQ(seen, (Seen{"ValueError: generator already executing", "RuntimeError: generator raised StopIteration"}));
}

// --- yield from

Numbers delegating(Seen& seen) {
    const auto returned = co_await from(plusOne(seen));
    seen.push_back("returned " + text(returned));
    co_yield -1;
    co_return std::nullopt;
}

Task sendThrough(Seen& seen) {
    Numbers g = delegating(seen);
    seen.push_back(text(co_await g.next()));
    seen.push_back(text(co_await g.send(10)));
    seen.push_back(text(co_await g.next()));
}

TEST(Delegation, PassesWhatIsSentStraightThroughAndGetsTheReturnValue) {
    Seen seen;
    drive(sendThrough(seen));
    EXPECT_EQ(seen, (Seen{"0", "got 10", "11", "returned 99", "-1"}));
}

Numbers guarding(Seen& seen, bool innerYieldsOnceMore) {
    try {
        co_await from(stubborn(seen, innerYieldsOnceMore));
    } catch (const std::exception& error) {
        seen.push_back(std::string("outer: ") + error.what());
        throw;
    }
    co_return std::nullopt;
}

Task closeThrough(Seen& seen) {
    Numbers good = guarding(seen, false);
    co_await good.next();
    co_await good.close();
    Numbers raises = guarding(seen, false);
    co_await raises.next();
    seen.push_back(text(co_await raises.raise(Raised("ValueError", "deep"))));
    Numbers bad = guarding(seen, true);
    co_await bad.next();
    try {
        co_await bad.close();
    } catch (const Raised& error) {
        seen.push_back(error.what());
    }
}

TEST(Delegation, PassesErrorsAndClosingToTheInnermostFirst) {
    Seen seen;
    drive(closeThrough(seen));
    EXPECT_EQ(seen, (Seen{"exit", "outer: GeneratorExit", "caught deep", "2", "exit",
                          "outer: RuntimeError: generator ignored GeneratorExit",
                          "RuntimeError: generator ignored GeneratorExit"}));
}

Numbers nested(int deep) {
    if (deep == 0) {
        std::int64_t sum = 0;
        while (const auto got = co_yield sum) sum += *got;
        co_return sum;
    }
    co_return co_await from(nested(deep - 1));
}

constexpr int kDeep = 100'000;

Task runNested(std::int64_t& sum) {
    Numbers g = nested(kDeep);
    co_await g.next();
    for (int i = 0; i < 100; ++i) co_await g.send(1);
    try {
        co_await g.next();
    } catch (const StopIteration<std::int64_t>& stop) {
        sum = *stop.value;
    }
}

TEST(Delegation, RunsAHundredThousandDeep) {
    std::int64_t sum = 0;
    drive(runNested(sum));
    EXPECT_EQ(sum, 100);
}

Task raiseNested(Seen& seen) {
    Numbers g = nested(kDeep);
    co_await g.next();
    try {
        co_await g.raise(Raised("ValueError", "from the very bottom"));
    } catch (const Raised& error) {
        seen.push_back(error.message);
    }
    Numbers closed = nested(kDeep);
    co_await closed.next();
    co_await closed.close();
    EXPECT_EQ(closed.state(), FrameState::closed);
}

TEST(Delegation, LetsAnErrorThroughAHundredThousandFrames) {
    Seen seen;
    drive(raiseNested(seen));
    EXPECT_EQ(seen, (Seen{"from the very bottom"}));
}

struct Counted {
    explicit Counted(std::vector<int>& order, int number) : m_order(order), m_number(number) {}
    ~Counted() { m_order.push_back(m_number); }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

private:
    std::vector<int>& m_order;
    int m_number;
};

Numbers counted(std::vector<int>& order, int deep) {
    const Counted mine(order, deep);
    if (deep == 0) co_yield 0;
    else co_await from(counted(order, deep - 1));
    co_return std::nullopt;
}

Task dropNested(std::vector<int>& order) {
    Numbers g = counted(order, kDeep);
    co_await g.next();
}

TEST(Delegation, IsTakenDownFromTheInnermostOutwardsWithoutRecursion) {
    std::vector<int> order;
    drive(dropNested(order));
    ASSERT_EQ(order.size(), kDeep + 1U);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

// --- named switches

struct Partners {
    Numbers ping, pong;
    Seen seen;
};

Numbers playing(Partners& partners, Numbers Partners::*other, std::string name, int turns) {
    for (int i = 0; i < turns; ++i) {
        const bool isFirst = i == 0 && name == "ping";
        const auto got = co_await switchTo(partners.*other, isFirst ? std::nullopt : std::optional<std::int64_t>(i));
        partners.seen.push_back(name + " " + text(got));
    }
    co_return turns;
}

Task play(Partners& partners, int turns) {
    partners.ping = playing(partners, &Partners::pong, "ping", turns);
    partners.pong = playing(partners, &Partners::ping, "pong", turns);
    try {
        co_await partners.ping.next();
    } catch (const StopIteration<std::int64_t>& stop) {
        partners.seen.push_back("end " + text(stop.value));
    }
    EXPECT_EQ(partners.ping.state(), FrameState::closed);
    EXPECT_EQ(partners.pong.state(), FrameState::suspended);
    co_await partners.pong.close();
}

TEST(Switch, GoesOnInThePartnerByNameAndTheCallerGetsTheAnswerOfWhoEnds) {
    Partners partners;
    drive(play(partners, 2));
    EXPECT_EQ(partners.seen, (Seen{"ping 0", "pong 1", "ping 1", "end 2"}));
}

TEST(Switch, TakesAMillionTurnsWithoutOverflowingTheStack) {
    Partners partners;
    partners.seen.reserve(2'000'000);
    drive(play(partners, 1'000'000));
    EXPECT_EQ(partners.seen.size(), 2'000'000U);
}

}  // namespace
}  // namespace interleave
