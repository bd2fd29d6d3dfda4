// Several cores, switches that cost something, queues for each core.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/sched/simulate.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

std::string chart(std::string_view jobsText, std::string_view policy, const Machine& machine,
                  const OptionValues& values = {}) {
    const auto jobs = *parseJobs(jobsText);
    const auto schedule = simulate(jobs, *readPolicyOptions(policy, values), machine);
    if (!schedule) return schedule.error().what;
    std::string text;
    for (const ScheduleSlice& s : schedule->slices)
        text += fmt::format("{}{}@{} {}-{}", text.empty() ? "" : ", ", jobs[s.job].name, s.core, milliseconds(s.begin),
                            milliseconds(s.end));
    return text;
}

Machine machineOf(std::uint32_t cores) {
    Machine machine;
    machine.cores = cores;
    return machine;
}

Machine withQueues(std::uint32_t cores, bool stealing) {
    Machine machine = machineOf(cores);
    machine.queues = {QueueLayout::oneForEachCore, stealing};
    return machine;
}

TEST(VirtualCores, ShareOneQueue) {
    EXPECT_EQ(chart("4,4,2", "fcfs", machineOf(2)), "P1@0 0-4, P2@1 0-4, P3@0 4-6");
}

TEST(VirtualCores, PayForASwitchButNotForTheFirstTask) {
    Machine machine = machineOf(1);
    machine.switchCost = 1ms;
    EXPECT_EQ(chart("4,4", "rr", machine, {{"quantum", "2"}}), "P1@0 0-2, P2@0 3-5, P1@0 6-8, P2@0 9-11");
}

TEST(VirtualCores, LetATaskGoOnWithoutASwitchWhenItIsAlone) {
    Machine machine = machineOf(1);
    machine.switchCost = 1ms;
    EXPECT_EQ(chart("10", "rr", machine, {{"quantum", "2"}}), "P1@0 0-10");
}

TEST(VirtualCores, LetNewcomersTakeTheWeakestTasksCore) {
    EXPECT_EQ(chart("name=A,cpu=10,priority=5; name=B,cpu=10,priority=7; name=C,cpu=2,arrival=3,priority=1", "priority",
                    machineOf(2)),
              "A@0 0-10, B@1 0-3, C@1 3-5, B@1 5-12");
}

TEST(VirtualCores, AskNewcomersAgainWhoCameDuringASwitch) {
    Machine machine = machineOf(1);
    machine.switchCost = 1ms;
    EXPECT_EQ(chart("name=A,cpu=2; name=B,cpu=5,priority=5; name=C,cpu=2,arrival=2.5,priority=1", "priority", machine),
              "A@0 0-2, C@0 4-6, B@0 7-12");
}

TEST(VirtualCores, WithAQueueEachStealWhenTheyHaveNothing) {
    // P1 and P3 queue at core 0, P2 and P4 at core 1, which is done with both first.
    EXPECT_EQ(chart("8,1,8,1", "fcfs", withQueues(2, true)), "P1@0 0-8, P2@1 0-1, P4@1 1-2, P3@1 2-10");
    EXPECT_EQ(chart("8,1,8,1", "fcfs", withQueues(2, false)), "P1@0 0-8, P2@1 0-1, P4@1 1-2, P3@0 8-16");
}

TEST(VirtualCores, KeepATaskToTheCoreThatItAsksFor) {
    EXPECT_EQ(chart("name=A,cpu=4,core=1; name=B,cpu=4,core=1", "fcfs", withQueues(2, true)), "A@1 0-4, B@1 4-8");
    EXPECT_EQ(chart("name=A,cpu=4,core=1", "fcfs", machineOf(2)),
              "job A wants core 1: that needs a queue for each core (ready-queues=per-core)");
    EXPECT_EQ(chart("name=A,cpu=4,core=2", "fcfs", withQueues(2, true)),
              "job A wants core 2, but there are 2: cores are counted from 0");
}

TEST(VirtualCores, ChargeATaskForAColdCache) {
    Machine machine = withQueues(2, true);
    machine.migrationCost = 2ms;
    // P3 starts on core 1 for the first time: its cache is cold anywhere. P1 comes back to core 0, where it is warm.
    EXPECT_EQ(chart("name=P1,cpu=2,io=1,cpu=2; name=P2,cpu=9", "fcfs", machine), "P1@0 0-2, P2@1 0-9, P1@0 3-5");
}

TEST(VirtualCores, LetAgingEndAStarvation) {
    const std::string jobs = "name=A,cpu=30,priority=0; name=B,cpu=5,priority=2";
    EXPECT_EQ(chart(jobs, "priority", machineOf(1)), "A@0 0-30, B@0 30-35");
    // B is better than 0 after three steps.
    EXPECT_EQ(chart(jobs, "priority", machineOf(1), {{"aging", "4"}}), "A@0 0-12, B@0 12-17, A@0 17-35");
}

}  // namespace
}  // namespace interleave
