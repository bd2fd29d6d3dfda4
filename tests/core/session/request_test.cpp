#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/session/machine.hpp"
#include "core/session/session.hpp"

namespace interleave {
namespace {

using ::testing::HasSubstr;
using namespace std::chrono_literals;

RunRequest deadlock() { return defaultRequest("locks/deadlock").value(); }

std::string refusalOf(const RunRequest& request) {
    const auto checked = checkedRequest(request);
    return checked ? "" : checked.error().what;
}

TEST(Request, TakesEverythingFromTheScenarioWhereNothingElseIsSaid) {
    const Scenario& scenario = *findScenario("locks/deadlock");
    const RunRequest request = deadlock();
    EXPECT_EQ(request.runtime, scenario.defaultRuntime);
    EXPECT_EQ(request.pace, scenario.defaultPace);
    EXPECT_EQ(request.params.size(), scenario.params.size());
    EXPECT_EQ(request.cores, usableCores());
}

TEST(Request, ForAnUnknownScenarioIsRefusedWithTheWayToTheList) {
    const auto request = defaultRequest("locks/deadlok");
    ASSERT_FALSE(request);
    EXPECT_THAT(request.error().what, HasSubstr("\"locks/deadlok\""));
    EXPECT_THAT(request.error().what, HasSubstr("interleave list"));
}

TEST(Request, ForARuntimeThatTheScenarioDoesNotRunOnNamesThoseItDoes) {
    RunRequest request = deadlock();
    request.runtime = RuntimeKind::virtualTime;
    const Scenario& scenario = *findScenario(request.scenario);
    if (scenario.runsOn(request.runtime)) GTEST_SKIP() << "runs everywhere";
    EXPECT_THAT(refusalOf(request), HasSubstr("does not run on virtual; it runs on processes, threads"));
}

TEST(Request, WithAParameterThatIsNotThereIsRefusedByName) {
    RunRequest request = deadlock();
    request.params.emplace_back("colour", "blue");
    EXPECT_THAT(refusalOf(request), HasSubstr("colour"));
}

TEST(Request, WithATempoATimeoutOrCoresOutOfRangeIsRefusedWithTheRange) {
    RunRequest request = deadlock();
    request.tempo = 0;
    EXPECT_THAT(refusalOf(request), HasSubstr("from 0.01 to 100"));
    request = deadlock();
    request.timeout = -1s;
    EXPECT_THAT(refusalOf(request), HasSubstr("timeout"));
    request = deadlock();
    request.cores = usableCores() + 1;
    EXPECT_THAT(refusalOf(request), HasSubstr("this program may use " + std::to_string(usableCores())));
}

TEST(Request, MayAlwaysAskForStepPace) {
    RunRequest request = deadlock();
    request.pace = Pace::step;
    EXPECT_EQ(refusalOf(request), "");
}

TEST(Machine, SaysItsCoresProcessorAndSystem) {
    EXPECT_THAT(machineName(), ::testing::MatchesRegex("[0-9]+ × .+, Linux [0-9]+\\.[0-9]+"));
    EXPECT_THAT(wallClockNow(), ::testing::MatchesRegex("[0-9-]+T[0-9:]+[+-][0-9][0-9]:[0-9][0-9]"));
}

}  // namespace
}  // namespace interleave
