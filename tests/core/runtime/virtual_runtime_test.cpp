// Virtual time: the run's trace says what the textbook's arithmetic says, and the same run has the same trace.
#include <cstring>

#include <gtest/gtest.h>

#include "core/sched/simulate.hpp"
#include "core/trace/ready_queue.hpp"
#include "core/trace/schedule_table.hpp"
#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr TraceTime at(Duration d) { return TraceTime{} + d; }

PolicyOptions optionsOf(std::string_view policy, const OptionValues& values = {}) {
    auto options = readPolicyOptions(policy, values, 3);
    if (!options) throw std::runtime_error(options.error().what);
    return *options;
}

Task live(Self self, std::vector<Duration> bursts) {
    for (std::size_t i = 0; i < bursts.size(); ++i) {
        if (i % 2 == 0) co_await self.compute(bursts[i]);
        else co_await self.device(bursts[i]);
    }
}

Store runOf(const std::vector<Job>& jobs, const PolicyOptions& policy, const Machine& machine = {}) {
    return runInThisProcess(testOrder(RuntimeKind::virtualTime, machine.cores), [&](Lab& lab) {
        lab.schedule({policy, machine.queues, machine.switchCost, machine.migrationCost});
        for (const Job& job : jobs) {
            const auto bursts = job.bursts;
            lab.spawn(job.name, [=](Self self) { return live(self, bursts); }, {job.declaration(), job.arrival});
        }
    });
}

void expectSame(const Schedule& schedule, const ScheduleTable& table) {
    ASSERT_EQ(table.jobs.size(), schedule.jobs.size());
    for (std::size_t i = 0; i < schedule.jobs.size(); ++i) {
        EXPECT_EQ(table.jobs[i].arrival, schedule.jobs[i].arrival);
        EXPECT_EQ(table.jobs[i].start, schedule.jobs[i].start);
        EXPECT_EQ(table.jobs[i].completion, schedule.jobs[i].completion);
        EXPECT_EQ(table.jobs[i].waiting, schedule.jobs[i].waiting);
        EXPECT_EQ(table.jobs[i].missedDeadline, schedule.jobs[i].missedDeadline);
    }
    EXPECT_EQ(table.switches, schedule.switches);
    EXPECT_EQ(table.migrations, schedule.migrations);
    ASSERT_EQ(table.slices.size(), schedule.slices.size());
    for (std::size_t i = 0; i < schedule.slices.size(); ++i) {
        EXPECT_EQ(table.slices[i].actor.value, schedule.slices[i].job);
        EXPECT_EQ(table.slices[i].begin, schedule.slices[i].begin);
        EXPECT_EQ(table.slices[i].end, schedule.slices[i].end);
    }
}

TEST(VirtualRuntime, TellsTheTextbooksTableOfEveryPolicy) {
    std::uint64_t seed = 1;
    for (const PolicyName& policy : policies()) {
        for (int i = 0; i < 4; ++i, ++seed) {
            const auto jobs = randomJobs(6, seed);
            Machine machine;
            machine.switchCost = seed % 2 * 500us;
            const PolicyOptions options = optionsOf(policy.name);
            const Store store = runOf(jobs, options, machine);
            SCOPED_TRACE(policy.name + ", list " + std::to_string(seed));
            expectSame(*simulate(jobs, options, machine), scheduleTableOf(store));
            EXPECT_EQ(brokenLawsOf(store), "");
        }
    }
}

TEST(VirtualRuntime, LeavesTheSameTraceToTheByteForTheSameSeed) {
    const auto jobs = randomJobs(8, 5);
    Machine machine;
    machine.cores = 2;
    const Store one = runOf(jobs, optionsOf("lottery"), machine);
    const Store other = runOf(jobs, optionsOf("lottery"), machine);
    ASSERT_EQ(one.events().size(), other.events().size());
    for (std::size_t i = 0; i < one.events().size(); ++i) {
        const Event& a = one.events()[i];
        const Event& b = other.events()[i];
        ASSERT_EQ(std::memcmp(&a, &b, sizeof a), 0) << "event " << i;
    }
}

TEST(VirtualRuntime, TellsWhoWouldBeServedInWhichOrder) {
    const Store store = runOf(*parseJobs("name=A,cpu=10; name=B,cpu=8; name=C,cpu=3; name=D,cpu=5"), optionsOf("sjf"));
    const auto shelves = readyShelvesAt(store, at(1ms));
    ASSERT_EQ(shelves.size(), 1U);
    ASSERT_EQ(shelves[0].tasks.size(), 3U);
    EXPECT_EQ(shelves[0].tasks[0].actor, ActorId{3});  // C runs; D is shorter than B, B than A
    EXPECT_EQ(shelves[0].tasks[1].actor, ActorId{1});
    EXPECT_EQ(shelves[0].tasks[2].actor, ActorId{0});
}

TEST(VirtualRuntime, PutsTasksOnTheShelvesOfTheirLevels) {
    const Store store = runOf(*parseJobs("100,100,100"), optionsOf("mlfq", {{"quantum", "10"}, {"boost", "75"}}));
    // P1 and P2 have used their first slice, P3 has the core.
    const auto shelves = readyShelvesAt(store, at(25ms));
    ASSERT_EQ(shelves.size(), 1U);
    EXPECT_EQ(shelves[0].shelf, 1U);
    EXPECT_EQ(shelves[0].tasks.size(), 2U);
    // After the boost all stand on the top shelf again.
    const auto boosted = readyShelvesAt(store, at(81ms));
    ASSERT_FALSE(boosted.empty());
    EXPECT_EQ(boosted[0].shelf, 0U);
}

TEST(VirtualRuntime, SaysWhyTheNextOneWasPickedAndWhatBrokeATie) {
    const Store store = runOf(*parseJobs("name=A,cpu=5; name=B,cpu=5"), optionsOf("sjf"));
    const auto picked = lastPickAt(store, at(1ms));
    ASSERT_TRUE(picked.has_value());
    EXPECT_EQ(picked->actor, ActorId{0});
    EXPECT_EQ(picked->reason, RunReason::shortestJob);
    EXPECT_EQ(picked->number, 5000);
    EXPECT_EQ(picked->tie, TieBreak::order);
}

TEST(VirtualRuntime, TellsOfMigrationsFromCoreToCore) {
    Machine machine;
    machine.cores = 2;
    machine.queues.layout = QueueLayout::oneForEachCore;
    // P3 queues at core 0 behind P1, has a slice there, and is stolen when core 1 has nothing left.
    const Store store = runOf(*parseJobs("40,6,40"), optionsOf("rr", {{"quantum", "5"}}), machine);
    std::size_t migrations = 0;
    for (std::size_t i = store.arrows().first(); i < store.arrows().end(); ++i)
        migrations += store.arrows()[i].kind == ArrowKind::migrate ? 1 : 0;
    EXPECT_EQ(migrations, scheduleTableOf(store).migrations);
    EXPECT_GT(migrations, 0U);
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST(VirtualRuntime, CountsDeadlinesThatWereMissed) {
    const Store store = runOf(*parseJobs("name=A,cpu=10,deadline=5; name=B,cpu=1,deadline=50"), optionsOf("edf"));
    EXPECT_EQ(scheduleTableOf(store).deadlineMisses(), 1U);
}

}  // namespace
}  // namespace interleave
