// What must hold of every schedule, over 10,000 lists of jobs made up by number.
#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/sched/random.hpp"
#include "core/sched/simulate.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kLists = 10'000;

PolicyOptions optionsOf(std::string_view policy, const OptionValues& values = {}) {
    auto options = readPolicyOptions(policy, values, 7);
    if (!options) throw std::runtime_error(options.error().what);
    return *options;
}

// 1 to 8 jobs that compute and wait; without I/O where `plain`.
std::vector<Job> jobsOf(std::uint64_t seed, bool plain = false) {
    Random random{seed};
    std::vector<Job> jobs = randomJobs(1 + random.below(8), seed);
    for (Job& job : jobs) {
        job.tickets = static_cast<std::int64_t>(1 + random.below(300));
        job.nice = static_cast<int>(random.below(40)) - 20;
        if (random.below(2) == 0) job.deadline = 10ms * (1 + random.below(20));
        if (plain) job.bursts.resize(1);
    }
    return jobs;
}

std::vector<PolicyOptions> everyPolicy() {
    std::vector<PolicyOptions> all;
    for (const PolicyName& policy : policies()) all.push_back(optionsOf(policy.name));
    all.push_back(optionsOf("priority", {{"aging", "7"}, {"quantum", "3"}}));
    all.push_back(optionsOf("priority", {{"preemptive", "false"}, {"low-number-first", "false"}}));
    all.push_back(optionsOf(
        "mlfq", {{"queues", "4"}, {"quantum", "2/4/8/16"}, {"allotment", "2"}, {"boost", "50"}, {"io-bump", "true"}}));
    all.push_back(optionsOf("mlfq", {{"stay", "true"}, {"boost", "13"}}));
    return all;
}

Schedule scheduleOf(const std::vector<Job>& jobs, const PolicyOptions& policy, const Machine& machine = {}) {
    auto schedule = simulate(jobs, policy, machine);
    if (!schedule) throw std::runtime_error(schedule.error().what);
    return *schedule;
}

std::string textOf(const Schedule& schedule) {
    std::string text;
    for (const ScheduleSlice& s : schedule.slices)
        text += fmt::format("{}:{} {}-{};", s.core, s.job, s.begin.count(), s.end.count());
    return text;
}

// Each job computed all it had to, on one core at a time, not before it came; waiting is what is left of its time.
void expectWorkConserved(const std::vector<Job>& jobs, const Schedule& schedule) {
    std::vector<Duration> cpu(jobs.size());
    std::vector<Duration> lastEnd(jobs.size());
    std::vector<Duration> coreEnd(8);
    for (const ScheduleSlice& slice : schedule.slices) {
        ASSERT_LT(slice.begin, slice.end);
        ASSERT_GE(slice.begin, jobs[slice.job].arrival);
        ASSERT_GE(slice.begin, lastEnd[slice.job]);
        ASSERT_GE(slice.begin, coreEnd[slice.core]);
        cpu[slice.job] += slice.end - slice.begin;
        lastEnd[slice.job] = coreEnd[slice.core] = slice.end;
    }
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        ASSERT_EQ(cpu[i], jobs[i].cpu());
        ASSERT_EQ(schedule.jobs[i].completion, lastEnd[i]);
        ASSERT_GE(schedule.jobs[i].waiting, 0ns);
    }
}

// Jobs without I/O on one queue: whenever fewer cores run than there are, nobody is ready.
void expectNoCoreIdlesWhileAJobIsReady(const std::vector<Job>& jobs, const Schedule& schedule, std::uint32_t cores) {
    std::vector<Duration> moments;
    for (const ScheduleSlice& slice : schedule.slices) {
        moments.push_back(slice.begin);
        moments.push_back(slice.end);
    }
    for (const Job& job : jobs) moments.push_back(job.arrival);
    for (const Duration t : moments) {
        const auto running =
            std::ranges::count_if(schedule.slices, [t](const auto& s) { return s.begin <= t && t < s.end; });
        std::ptrdiff_t there = 0;
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            if (jobs[i].arrival <= t && t < schedule.jobs[i].completion) ++there;
        }
        ASSERT_EQ(running, std::min<std::ptrdiff_t>(there, cores)) << "at " << t.count();
    }
}

TEST(EverySchedule, ConservesWorkUnderEveryPolicy) {
    const auto all = everyPolicy();
    for (std::uint64_t seed = 0; seed < kLists; ++seed) {
        const auto jobs = jobsOf(seed);
        const PolicyOptions& policy = all[seed % all.size()];
        const Machine machine{
            .cores = 1 + static_cast<std::uint32_t>(seed / all.size() % 3),
            .switchCost = seed % 5 * 100us,
            .migrationCost = seed % 2 * 300us,
            .queues = {seed % 4 == 0 ? QueueLayout::oneForEachCore : QueueLayout::oneForAll, seed % 8 == 0}};
        expectWorkConserved(jobs, scheduleOf(jobs, policy, machine));
        if (testing::Test::HasFatalFailure()) FAIL() << policy.policy << ", list " << seed;
    }
}

TEST(EverySchedule, LeavesNoCoreIdleWhileAJobIsReady) {
    const auto all = everyPolicy();
    for (std::uint64_t seed = 0; seed < kLists; ++seed) {
        const auto jobs = jobsOf(seed, true);
        const std::uint32_t cores = 1 + static_cast<std::uint32_t>(seed / all.size() % 3);
        Machine machine;
        machine.cores = cores;
        expectNoCoreIdlesWhileAJobIsReady(jobs, scheduleOf(jobs, all[seed % all.size()], machine), cores);
        if (testing::Test::HasFatalFailure()) FAIL() << all[seed % all.size()].policy << ", list " << seed;
    }
}

TEST(EverySchedule, StealsRatherThanIdles) {
    Machine machine;
    machine.cores = 2;
    machine.queues.layout = QueueLayout::oneForEachCore;
    const auto all = everyPolicy();
    for (std::uint64_t seed = 0; seed < kLists / 10; ++seed) {
        const auto jobs = jobsOf(seed, true);
        expectNoCoreIdlesWhileAJobIsReady(jobs, scheduleOf(jobs, all[seed % all.size()], machine), 2);
        if (testing::Test::HasFatalFailure()) FAIL() << all[seed % all.size()].policy << ", list " << seed;
    }
}

TEST(EverySchedule, IsNeverBetterThanShortestRemainingTimeOnOneCore) {
    const auto all = everyPolicy();
    const PolicyOptions srtf = optionsOf("srtf");
    for (std::uint64_t seed = 0; seed < kLists; ++seed) {
        const auto jobs = jobsOf(seed, true);
        const double best = scheduleOf(jobs, srtf).averageTurnaroundMs();
        const PolicyOptions& other = all[seed % all.size()];
        constexpr double kRounding = 1e-9;
        ASSERT_LE(best, scheduleOf(jobs, other).averageTurnaroundMs() + kRounding) << other.policy << ", list " << seed;
    }
}

// From the end of one of its slices to the beginning of the next, others have at most one slice each.
TEST(EverySchedule, LetsNobodyWaitLongerThanARoundUnderRoundRobin) {
    for (std::uint64_t seed = 0; seed < kLists; ++seed) {
        const auto jobs = jobsOf(seed, true);
        const Duration quantum = 1ms * (1 + seed % 9);
        const Duration switchCost = 100us * (seed % 3);
        PolicyOptions options = optionsOf("rr");
        options.quantum = {quantum};
        Machine machine;
        machine.switchCost = switchCost;
        const Schedule schedule = scheduleOf(jobs, options, machine);
        const Duration longest = (quantum + switchCost) * (jobs.size() - 1) + switchCost;
        std::vector<Duration> readySince;
        for (const Job& job : jobs) readySince.push_back(job.arrival);
        for (const ScheduleSlice& slice : schedule.slices) {
            ASSERT_LE(slice.begin - readySince[slice.job], longest) << "list " << seed;
            readySince[slice.job] = slice.end;
        }
    }
}

TEST(EverySchedule, IsTheSameForTheSameSeed) {
    const auto all = everyPolicy();
    for (std::uint64_t seed = 0; seed < kLists; ++seed) {
        const auto jobs = jobsOf(seed);
        const PolicyOptions& policy = all[seed % all.size()];
        Machine machine;
        machine.cores = 2;
        ASSERT_EQ(textOf(scheduleOf(jobs, policy, machine)), textOf(scheduleOf(jobs, policy, machine)))
            << policy.policy;
    }
}

TEST(EverySchedule, OfALotteryDependsOnItsSeed) {
    const auto jobs = *parseJobs("100,100,100");
    PolicyOptions one = optionsOf("lottery");
    PolicyOptions other = one;
    other.seed = one.seed + 1;
    EXPECT_NE(textOf(scheduleOf(jobs, one)), textOf(scheduleOf(jobs, other)));
}

}  // namespace
}  // namespace interleave
