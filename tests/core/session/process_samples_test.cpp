// What the trace of a real run says of its processes, beside what they found out themselves.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/trace/process_history.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

RunRequest onProcesses(const char* scenario, ParamValues params) {
    RunRequest request = requestFor(scenario, 1, std::move(params));
    request.runtime = RuntimeKind::processes;
    return checkedRequest(std::move(request)).value();
}

TEST(ProcessSamples, AChildThatNobodyAsksAboutIsAZombieOnItsLaneAsItIsInProc) {
    LiveSession live(onProcesses("processes/zombie", {{"work", "20"}, {"unreaped", "200"}}));
    ASSERT_TRUE(live.pullToTheEnd());
    const Store& store = live.store();
    EXPECT_EQ(told(store, "was_zombie"), 1);
    ProcessHistory history;
    history.follow(store);
    const ProcessLife& child = lifeOf(history, store, "child");
    EXPECT_GE(child.reaped - child.exited, std::chrono::milliseconds(200));
    EXPECT_EQ(child.at(child.reaped)->state, 'Z');
    const TraceTime middle = child.exited + (child.reaped - child.exited) / 2;
    const IntervalLane& lane = store.actor(child.actor).states;
    EXPECT_EQ(store.looks()[lane.lookAt(middle)].state(), StateClass::zombie);
    EXPECT_EQ(store.looks()[lane.lookAt(child.reaped)].state(), StateClass::ended);
    EXPECT_EQ(store.totals().violations, 0U);
}

TEST(ProcessSamples, AnOrphansParentIsTheForkerFirstAndTheRunnerThen) {
    LiveSession live(onProcesses("processes/orphan", {{"work", "100"}, {"outlive", "100"}}));
    ASSERT_TRUE(live.pullToTheEnd());
    const Store& store = live.store();
    ProcessHistory history;
    history.follow(store);
    const ProcessLife& parent = lifeOf(history, store, "parent");
    const ProcessLife& child = lifeOf(history, store, "child");
    ASSERT_FALSE(child.moments.empty());
    EXPECT_EQ(child.moments.front().sample.parent, told(store, "old_parent"));
    EXPECT_EQ(child.moments.back().sample.parent, told(store, "new_parent"));
    EXPECT_EQ(parent.moments.front().sample.parent, store.facts().runnerPid);
    std::size_t marks = 0;
    for (std::size_t i = store.arrows().first(); i < store.arrows().end(); ++i) {
        const Arrow& arrow = store.arrows()[i];
        if (arrow.kind != ArrowKind::orphan) continue;
        ++marks;
        EXPECT_EQ(arrow.source, parent.actor);
        EXPECT_EQ(arrow.target, child.actor);
        EXPECT_GE(arrow.to, parent.exited);
    }
    EXPECT_EQ(marks, 1U);
}

TEST(ProcessSamples, WhatAChildWritesTurnsFromSharedMemoryIntoItsOwn) {
    LiveSession live(onProcesses("processes/not-shared", {{"buffer", "16"}, {"parts", "4"}, {"pause", "250"}}));
    ASSERT_TRUE(live.pullToTheEnd());
    ProcessHistory history;
    history.follow(live.store());
    const ProcessLife& child = lifeOf(history, live.store(), "child");
    const auto own = [](const ProcessLife::Moment& moment) { return moment.sample.privateKiB; };
    const std::uint32_t least = own(child.moments.front());
    const std::uint32_t most = own(std::ranges::max(child.moments, {}, own));
    EXPECT_GE(most - least, 8U * 1024) << "all but the first and the last part were seen to change hands, at least";
}

}  // namespace
}  // namespace interleave
