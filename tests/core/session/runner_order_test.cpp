#include "core/runtime/runner_order.hpp"

#include <gtest/gtest.h>

namespace interleave {
namespace {

const RunnerOrder kOrder{.scenario = "queues/producer-consumer",
                         .runtime = RuntimeKind::workers,
                         .pace = Pace::steered,
                         .seed = 0xFFFF'FFFF'FFFF'FFFF,
                         .cores = 3,
                         .tempo = 0.25,
                         .params = {{"zeta", "1"}, {"alpha", "\"quoted\" 中文"}}};

TEST(RunnerOrder, ArrivesAsItWasSentWithItsParametersInOrder) {
    const auto arrived = runnerOrderFromJson(toJson(kOrder));
    ASSERT_TRUE(arrived) << arrived.error().what;
    EXPECT_EQ(*arrived, kOrder);
}

TEST(RunnerOrder, IsRefusedWhereItIsNoOrder) {
    for (const char* text : {"", "go", "[]", "{}", "{\"scenario\": 7}"})
        EXPECT_FALSE(runnerOrderFromJson(text)) << text;
}

TEST(RunnerOrder, IsRefusedWhereItNamesAnUnknownRuntimeOrAsksForNoTempo) {
    std::string text = toJson(kOrder);
    text.replace(text.find("workers"), 7, "fibers");
    EXPECT_FALSE(runnerOrderFromJson(text));
    RunnerOrder still = kOrder;
    still.tempo = 0;
    EXPECT_FALSE(runnerOrderFromJson(toJson(still)));
}

}  // namespace
}  // namespace interleave
