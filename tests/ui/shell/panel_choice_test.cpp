#include "ui/shell/panel_choice.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave::ui {
namespace {

TEST(PanelChoice, WhoWaitsForWhomIsThereWhereSomebodyMayWaitAlreadyBeforeTheRun) {
    const Store empty;
    EXPECT_TRUE(usesPanel(PanelKind::waitGraph, "locks/deadlock", empty));
    EXPECT_TRUE(usesPanel(PanelKind::waitGraph, "queues/producer-consumer", empty));
    EXPECT_FALSE(usesPanel(PanelKind::waitGraph, "multitasking/round-robin", empty));
}

TEST(PanelChoice, ATraceWithALockShowsItWhateverTheScenarioIsCalled) {
    EXPECT_TRUE(usesPanel(PanelKind::waitGraph, "somebody/elses", scenes::deadlock()));
    EXPECT_FALSE(usesPanel(PanelKind::waitGraph, "threads/race", scenes::race()));
}

TEST(PanelChoice, WhatASchedulerOfOursDecidesIsThereWhereItDecides) {
    const Store empty;
    EXPECT_TRUE(usesPanel(PanelKind::ready, "multitasking/round-robin", empty));
    EXPECT_FALSE(usesPanel(PanelKind::schedule, "locks/deadlock", empty));
    EXPECT_FALSE(usesPanel(PanelKind::ready, "locks/deadlock", scenes::deadlock()));
    Store onWorkers = scenes::deadlock();
    onWorkers.facts().runtime = RuntimeKind::workers;
    EXPECT_TRUE(usesPanel(PanelKind::ready, "locks/deadlock", onWorkers));
}

TEST(PanelChoice, TheOthersAreAlwaysOfUse) {
    const Store empty;
    for (const PanelKind kind :
         {PanelKind::states, PanelKind::code, PanelKind::details, PanelKind::narration, PanelKind::metrics}) {
        EXPECT_TRUE(usesPanel(kind, "multitasking/round-robin", empty));
    }
}

}  // namespace
}  // namespace interleave::ui
