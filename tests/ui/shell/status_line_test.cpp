#include "ui/shell/status_line.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave::ui {
namespace {

RunFacts factsOf(KernelTier tier) {
    RunFacts facts;
    facts.scenario = "locks/deadlock";
    facts.tier = tier;
    return facts;
}

TEST(StatusLine, BeforeAnyRunItClaimsNothing) {
    EXPECT_EQ(tierText(RunFacts{}), "nothing has run yet");
    EXPECT_TRUE(wayToNextTier(RunFacts{}).isEmpty());
    EXPECT_TRUE(conditionsText(RunFacts{}).isEmpty());
}

TEST(StatusLine, NamesTheTierAndTheWayToTheNext) {
    RunFacts facts = factsOf(KernelTier::ownEvents);
    facts.tierReason = "(kernel.perf_event_paranoid is 3); to allow it: sudo sysctl kernel.perf_event_paranoid=2";
    EXPECT_TRUE(tierText(facts).contains("our own events"));
    EXPECT_TRUE(wayToNextTier(facts).contains("kernel.perf_event_paranoid=2"));
    facts.tierReason = "this kernel cannot record context switches: it was built without perf events";
    EXPECT_TRUE(wayToNextTier(facts).contains("without perf events"));
    EXPECT_TRUE(tierText(factsOf(KernelTier::switchRecords)).contains("switch records"));
    EXPECT_TRUE(wayToNextTier(factsOf(KernelTier::tracepoints)).isEmpty());
}

TEST(StatusLine, SaysHowItWasRunAndHowItEnded) {
    RunFacts facts = factsOf(KernelTier::switchRecords);
    facts.pace = Pace::steered;
    facts.seed = 42;
    facts.ended = Ended::deadlocked;
    const QString text = conditionsText(facts);
    for (const char* part : {"threads", "steered", "42", "deadlock"}) EXPECT_TRUE(text.contains(part)) << part;
}

TEST(StatusLine, LossIsAlwaysShownAndTheOthersWhereThereIsSomething) {
    Totals totals;
    totals.events = 316;
    EXPECT_TRUE(eventsText(totals).startsWith("316"));
    EXPECT_TRUE(lostText(totals).startsWith("0"));
    EXPECT_TRUE(evictedText(totals).isEmpty());
    EXPECT_TRUE(recorderWaitText(totals).isEmpty());
    totals.evicted = 7;
    totals.recorderWait = std::chrono::milliseconds(12);
    EXPECT_TRUE(evictedText(totals).startsWith("7"));
    EXPECT_TRUE(recorderWaitText(totals).contains("12"));
}

}  // namespace
}  // namespace interleave::ui
