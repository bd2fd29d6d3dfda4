#include "ui/live/moments.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave::ui {
namespace {

TEST(Moments, SteppingForwardVisitsEveryMomentAtWhichSomethingHappened) {
    const Store store = scenes::deadlock();
    TraceTime t{-1};
    std::size_t visited = 0;
    while (t < store.span().end && visited < store.events().size()) {
        const TraceTime next = momentAfter(store, t);
        if (next == store.span().end) break;
        ASSERT_GT(next, t);
        t = next;
        ++visited;
    }
    std::size_t distinct = 1;
    for (std::size_t i = 1; i < store.events().end(); ++i)
        distinct += store.events()[i].at() != store.events()[i - 1].at();
    EXPECT_EQ(visited, distinct);
}

TEST(Moments, SteppingBackIsTheSameWayBackwards) {
    const Store store = scenes::deadlock();
    const TraceTime first = momentAfter(store, ms(300));
    const TraceTime second = momentAfter(store, first);
    EXPECT_EQ(momentBefore(store, second), first);
}

TEST(Moments, BeyondTheLastEventIsTheEndAndBeforeTheFirstTheBeginning) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(momentAfter(store, store.span().end), store.span().end);
    EXPECT_EQ(momentBefore(store, store.span().begin), store.span().begin);
}

TEST(Moments, AnEmptyTraceHasNone) {
    const Store store;
    EXPECT_EQ(momentAfter(store, ms(5)), store.span().end);
    EXPECT_EQ(momentBefore(store, ms(5)), store.span().begin);
}

}  // namespace
}  // namespace interleave::ui
