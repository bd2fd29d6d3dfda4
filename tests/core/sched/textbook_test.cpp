// The tables that books print, computed anew.
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/sched/simulate.hpp"

namespace interleave {
namespace {

using Json = nlohmann::json;

const Json& examples() {
    static const Json all = Json::parse(std::ifstream(INTERLEAVE_GOLDEN_DIR "/schedules/textbooks.json"));
    return all;
}

std::string msText(Duration time) { return fmt::format("{}", milliseconds(time)); }

// "P1 0-4, P2 4-7"
std::string chartOf(const Schedule& schedule, const std::vector<Job>& jobs) {
    std::string chart;
    for (const ScheduleSlice& slice : schedule.slices)
        chart += fmt::format("{}{} {}-{}", chart.empty() ? "" : ", ", jobs[slice.job].name, msText(slice.begin),
                             msText(slice.end));
    return chart;
}

class Textbook : public testing::TestWithParam<std::size_t> {
protected:
    void SetUp() override {
        const Json& example = examples()[GetParam()];
        jobs = *parseJobs(example["jobs"].get<std::string>());
        OptionValues values;
        for (const auto& [name, value] : example["options"].items())
            values.emplace_back(name, value.get<std::string>());
        const auto options = readPolicyOptions(example["policy"].get<std::string>(), values);
        ASSERT_TRUE(options) << options.error().what;
        auto result = simulate(jobs, *options, {});
        ASSERT_TRUE(result) << result.error().what;
        schedule = std::move(*result);
        expect = example["expect"];
    }

    template <class Time>
    void expectByJob(const char* what, Time time) {
        if (!expect.contains(what)) return;
        for (std::size_t i = 0; i < jobs.size(); ++i)
            EXPECT_DOUBLE_EQ(milliseconds(time(schedule.jobs[i])), expect[what][i].get<double>())
                << what << " of " << jobs[i].name;
    }
    void expectAverage(const char* what, double value) {
        constexpr double kPrinted = 0.005;  // books print two digits
        if (!expect.contains(what)) return;
        EXPECT_NEAR(value, expect[what].get<double>(), kPrinted) << what;
    }

    std::vector<Job> jobs;
    Schedule schedule;
    Json expect;
};

TEST_P(Textbook, SaysTheSame) {
    expectByJob("waiting", [](const JobTimes& job) { return job.waiting; });
    expectByJob("turnaround", [](const JobTimes& job) { return job.turnaround(); });
    expectByJob("completion", [](const JobTimes& job) { return job.completion; });
    expectAverage("average_waiting", schedule.averageWaitingMs());
    expectAverage("average_turnaround", schedule.averageTurnaroundMs());
    expectAverage("average_response", schedule.averageResponseMs());
    if (expect.contains("slices")) {
        EXPECT_EQ(chartOf(schedule, jobs), expect["slices"].get<std::string>());
    }
    if (expect.contains("deadline_misses")) {
        EXPECT_EQ(std::ranges::count_if(schedule.jobs, &JobTimes::missedDeadline),
                  expect["deadline_misses"].get<int>());
    }
    EXPECT_FALSE(expect.empty());
}

std::string nameOfExample(const testing::TestParamInfo<std::size_t>& example) {
    return examples()[example.param]["name"].get<std::string>();
}
INSTANTIATE_TEST_SUITE_P(Golden, Textbook, testing::Range(std::size_t{0}, examples().size()), nameOfExample);

}  // namespace
}  // namespace interleave
