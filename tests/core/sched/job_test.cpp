// Lists of jobs as people type them.
#include <gtest/gtest.h>

#include "core/sched/job.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

TEST(Jobs, MayBeABareListOfBursts) {
    const auto jobs = parseJobs("24, 3,3");
    ASSERT_TRUE(jobs);
    ASSERT_EQ(jobs->size(), 3U);
    EXPECT_EQ((*jobs)[0].name, "P1");
    EXPECT_EQ((*jobs)[0].cpu(), 24ms);
}

TEST(Jobs, SayWhatTheyComputeAndWaitForInTurn) {
    const auto job = parseJob("name=A,arrival=1.5,cpu=5,io=3,cpu=4,priority=1,deadline=20", 1);
    ASSERT_TRUE(job);
    EXPECT_EQ(job->arrival, 1500us);
    EXPECT_EQ(job->cpu(), 9ms);
    EXPECT_EQ(job->io(), 3ms);
    EXPECT_EQ(job->bursts.size(), 3U);
    EXPECT_EQ(job->declaration().bursts, (std::vector<Duration>{5ms, 4ms}));
}

TEST(Jobs, AreReadBackAsTheyWereWritten) {
    for (std::uint64_t seed = 1; seed < 50; ++seed) {
        const auto jobs = randomJobs(7, seed);
        EXPECT_EQ(*parseJobs(toText(jobs)), jobs);
    }
}

TEST(Jobs, ThatMakeNoSenseAreRefusedInOneSentence) {
    EXPECT_EQ(parseJobs("").error().what, "there are no jobs: give at least one");
    EXPECT_EQ(parseJobs("5,x").error().what,
              "cpu=x is out of place in job P2: give a number of ms from 0.001 to 600000");
    EXPECT_EQ(parseJob("name=A", 1).error().what, "job A computes nothing: give it cpu=…");
    EXPECT_EQ(parseJob("io=3,cpu=1,name=B", 1).error().what, "job B begins with io: a job begins with cpu");
    EXPECT_EQ(parseJob("cpu=3,io=1", 4).error().what, "job P4 ends with io: a job ends with cpu");
    EXPECT_EQ(parseJob("cpu=3,size=1", 1).error().what.find("job P1 has no 'size': it takes name, arrival"), 0U);
    EXPECT_EQ(parseJobs("name=A,cpu=1; name=A,cpu=2").error().what, "two jobs are called A: give each its own name");
    EXPECT_FALSE(parseJobs("nan,1"));
    EXPECT_FALSE(parseJob("cpu=1,priority=1.5", 1));
}

TEST(Jobs, ComeFromAFileWithTheSameWords) {
    const auto jobs =
        jobsFromJson(R"([{"name": "A", "bursts": [5, 3, 4], "priority": 1}, {"cpu": 2.5, "arrival": 1}])", "jobs.json");
    ASSERT_TRUE(jobs) << jobs.error().what;
    EXPECT_EQ(*jobs, *parseJobs("name=A,cpu=5,io=3,cpu=4,priority=1; name=P2,cpu=2.5,arrival=1"));
    EXPECT_EQ(jobsFromJson("{", "jobs.json").error().what.find("jobs.json is no JSON"), 0U);
    EXPECT_EQ(
        jobsFromJson(R"([{"cpu": -1}])", "jobs.json").error().what.find("jobs.json: cpu=-1 is out of place in job P1"),
        0U);
    EXPECT_FALSE(jobsFromJson("[]", "jobs.json"));
    EXPECT_FALSE(jobsFromJson("[3]", "jobs.json"));
}

}  // namespace
}  // namespace interleave
