// Ready tasks whose priority changes, under each policy that looks at priorities.
#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "core/sched/random.hpp"
#include "core/sched/run_queues.hpp"
#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(Reprioritize, ARaisedTaskStandsBehindTheOthersOfItsNewLevel) {
    const auto policy = policyOf("priority");
    for (const auto& [id, priority] : {std::pair{1U, 3}, {2U, 9}, {3U, 3}}) policy->makeReady(task(id, priority), 0ms);
    EXPECT_TRUE(policy->reprioritize(task(2, 3), 0ms).has_value());
    EXPECT_EQ(policy->readyCount(), 3U);
    EXPECT_EQ(drained(*policy), (Order{1, 3, 2}));
}

TEST(Reprioritize, ALoweredTaskStandsBeforeTheOthersOfItsNewLevel) {
    const auto policy = policyOf("priority");
    for (const auto& [id, priority] : {std::pair{1U, 3}, {2U, 1}, {3U, 3}}) policy->makeReady(task(id, priority), 0ms);
    policy->reprioritize(task(2, 3), 0ms);
    EXPECT_EQ(drained(*policy), (Order{2, 1, 3}));
}

TEST(Reprioritize, BackAndForthLeavesOneEntryOnly) {
    for (const char* aging : {"0", "10"}) {
        const auto policy = policyOf("priority", {{"aging", aging}});
        policy->makeReady(task(1, 5), 0ms);
        policy->makeReady(task(2, 4), 0ms);
        for (const int priority : {1, 5, 1, 5, 9, 5}) policy->reprioritize(task(1, priority), 0ms);
        EXPECT_EQ(policy->readyCount(), 2U);
        EXPECT_EQ(drained(*policy), (Order{2, 1})) << "aging " << aging;
        EXPECT_EQ(policy->readyCount(), 0U);
    }
}

TEST(Reprioritize, TakesNoPlaceWhereTheTaskIsNotReady) {
    for (const char* aging : {"0", "10"}) {
        const auto policy = policyOf("priority", {{"aging", aging}});
        EXPECT_FALSE(policy->reprioritize(task(1, 5), 0ms).has_value());
        policy->makeReady(task(1, 5), 0ms);
        (void)policy->takeNext(kCore, 0ms);
        EXPECT_FALSE(policy->reprioritize(task(1, 1), 0ms).has_value());
        EXPECT_EQ(policy->readyCount(), 0U);
    }
}

TEST(Reprioritize, WhoRunsWithLessThanSomebodyReadyIsChallengedAtOnce) {
    const auto policy = policyOf("priority");
    policy->makeReady(task(2, 5), 0ms);
    EXPECT_FALSE(policy->challengesAt(task(1, 1), 3ms).has_value());
    EXPECT_EQ(policy->challengesAt(task(1, 9), 3ms), 3ms);
    EXPECT_FALSE(policy->challengesAt(task(1, 5), 3ms).has_value()) << "an equal has no better claim";
    EXPECT_FALSE(policyOf("priority", {{"preemptive", "false"}})->challengesAt(task(1, 9), 3ms).has_value());
}

TEST(Reprioritize, ATaskUnderAgingKeepsTheStepsThatItHasRisen) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    policy->makeReady(task(1, 9), 0ms);
    policy->makeReady(task(2, 5), 40ms);
    policy->reprioritize(task(1, 8), 40ms);
    EXPECT_EQ(policy->takeNext(kCore, 41ms)->number, 4) << "8, and four steps in 40 ms";
}

TEST(Reprioritize, PoliciesThatDoNotLookAtPrioritiesLetItBe) {
    for (const char* name : {"fcfs", "rr", "sjf", "srtf", "mlfq", "lottery", "stride", "fair", "edf"}) {
        const auto policy = policyOf(name);
        policy->makeReady(task(1, 5), 0ms);
        EXPECT_FALSE(policy->reprioritize(task(1, 1), 0ms).has_value()) << name;
        EXPECT_EQ(policy->readyCount(), 1U) << name;
    }
}

TEST(Reprioritize, FindsAStolenTaskInTheQueueThatStoleIt) {
    auto queues = RunQueues::make(*readPolicyOptions("priority", {}), {QueueLayout::oneForEachCore, true}, 2).value();
    queues.makeReady(task(1, 5), {}, 0ms);
    queues.makeReady(task(2, 6), {.only = {}, .last = 0}, 0ms);
    EXPECT_EQ(queues.takeNext(1, 0ms)->decision.task, ActorId{1});
    queues.makeReady(again(task(1, 5), 1ms, ReadyReason::yielded), {.only = {}, .last = 1}, 1ms);
    EXPECT_EQ(queues.reprioritize(task(1, 2), 1ms)->queue(), 2U);
    EXPECT_EQ(queues.reprioritize(task(2, 2), 1ms)->queue(), 1U);
}

// Beside a list that is sorted anew at each question.
struct Entry {
    std::uint32_t id;
    int priority;
    Duration since;      // it began to wait, or as if: equal urgencies under aging
    std::int64_t place;  // among equals
};

class Sorted {
public:
    explicit Sorted(Duration aging) : m_aging(aging) {}

    void push(std::uint32_t id, int priority, Duration now) { m_entries.push_back({id, priority, now, ++m_back}); }
    void change(std::uint32_t id, int priority) {
        for (Entry& e : m_entries) {
            if (e.id != id || e.priority == priority) continue;
            e.place = priority > e.priority ? --m_front : ++m_back;
            e.priority = priority;
        }
    }
    std::uint32_t pop() {
        const auto least =
            std::ranges::min_element(m_entries, [this](const Entry& a, const Entry& b) { return keyOf(a) < keyOf(b); });
        const std::uint32_t id = least->id;
        m_entries.erase(least);
        return id;
    }
    const std::vector<Entry>& entries() const { return m_entries; }

private:
    // Under aging by priority · aging + since, then by number (all arrive at once here); without it by level,
    // then by place.
    std::tuple<std::int64_t, std::int64_t> keyOf(const Entry& e) const {
        if (m_aging.count() == 0) return {e.priority, e.place};
        return {e.priority * m_aging.count() + e.since.count(), e.id};
    }
    Duration m_aging;
    std::vector<Entry> m_entries;
    std::int64_t m_front = 0;
    std::int64_t m_back = 0;
};

void playAgainstASortedList(std::uint64_t seed, Duration aging) {
    const auto policy = policyOf("priority", {{"aging", std::to_string(aging / 1ms)}});
    Sorted sorted{aging};
    Random random{seed};
    std::vector<std::uint32_t> away;
    for (std::uint32_t id = 0; id < 12; ++id) away.push_back(id);
    Duration now{};
    for (int step = 0; step < 400; ++step) {
        now += 1ms * random.below(5);
        const auto priority = static_cast<int>(random.below(6));
        const auto what = random.below(3);
        if (what == 0 && !away.empty()) {
            const std::uint32_t id = away.back();
            away.pop_back();
            policy->makeReady(again(task(id, priority), {}, ReadyReason::woken), now);
            sorted.push(id, priority, now);
        } else if (what == 1 && !sorted.entries().empty()) {
            const std::uint32_t id = sorted.entries()[random.below(sorted.entries().size())].id;
            policy->reprioritize(task(id, priority), now);
            sorted.change(id, priority);
        } else if (what == 2 && !sorted.entries().empty()) {
            const std::uint32_t expected = sorted.pop();
            ASSERT_EQ(policy->takeNext(kCore, now)->task, ActorId{expected}) << "seed " << seed << ", step " << step;
            away.insert(away.begin(), expected);
        }
        ASSERT_EQ(policy->readyCount(), sorted.entries().size());
    }
}

TEST(Reprioritize, AgreesWithAListThatIsSortedAnew) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        playAgainstASortedList(seed, 0ms);
        playAgainstASortedList(seed, 10ms);
        if (HasFatalFailure()) return;
    }
}

}  // namespace
}  // namespace interleave
