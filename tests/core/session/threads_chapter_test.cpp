// Every scenario of the chapter on threads, really run through a session: here the sanitizers see their bodies, too.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/session/comparison.hpp"
#include "tests/core/session/live_session.hpp"

namespace interleave {
namespace {

class ThreadsChapter : public ::testing::TestWithParam<std::string> {};

TEST_P(ThreadsChapter, RunsToItsEndWithinTheLaws) {
    const Scenario& scenario = *findScenario(GetParam());
    RunRequest request = requestFor(GetParam(), 8.0);
    if (scenario.param("rounds")) request.params = {{"rounds", "12"}};
    for (const RunRequest& one : runsOf(checkedRequest(std::move(request)).value())) {
        LiveSession run(one);
        ASSERT_TRUE(run.pullToTheEnd());
        EXPECT_EQ(run.facts().ended, scenario.mayBeKilled ? Ended::killed : Ended::finished) << run.facts().endedWhy;
        EXPECT_FALSE(run.store().results().empty());
        EXPECT_TRUE(run.store().violations().empty());
        for (const ActorRecord& actor : run.store().actors()) EXPECT_NE(actor.ended, kEndOfTime) << actor.name;
    }
}

std::vector<std::string> ids() {
    std::vector<std::string> all;
    for (const Scenario& scenario : scenarios())
        if (scenario.chapter() == "threads" && scenario.defaultRuntime == RuntimeKind::threads)
            all.push_back(scenario.id);
    return all;
}

std::string nameFor(const ::testing::TestParamInfo<std::string>& scenario) {
    std::string name = scenario.param.substr(scenario.param.find('/') + 1);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Of, ThreadsChapter, ::testing::ValuesIn(ids()), nameFor);

}  // namespace
}  // namespace interleave
