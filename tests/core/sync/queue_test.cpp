// Queues in three orders, with and without a limit, asked for their level, on every runtime, processes among them.
#include <chrono>
#include <memory>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"
#include "tests/support/process_run.hpp"
#include "tests/support/queue_traffic.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

class Queues : public ::testing::TestWithParam<RuntimeKind> {
protected:
    static Store run(const std::function<void(Lab&)>& body) {
        if (GetParam() == RuntimeKind::processes) return std::move(runAsProcesses(body).store);
        return runInThisProcess(testOrder(GetParam()), body);
    }
};

// What comes out when 5, 2, 8 and 1 were put in, as digits in a row; the trace is judged, too.
std::int64_t digitsOut(QueueOrder order, Store (*run)(const std::function<void(Lab&)>&)) {
    const Store store = run([=](Lab& lab) {
        const BoundedQueue q = lab.queue("q", 0, order);
        lab.spawn("T", [=, &lab](Self self) -> Task {
            for (const std::int64_t item : {5, 2, 8, 1}) co_await self.put(q, item);
            std::int64_t digits = 0;
            for (int i = 0; i < 4; ++i) digits = digits * 10 + co_await self.get(q);
            lab.tell("out", digits);
        });
    });
    EXPECT_EQ(brokenLawsOf(store), "");
    EXPECT_EQ(store.object({0}).order, order);
    EXPECT_EQ(store.object({0}).initial, 0);
    return resultOf(store, "out");
}

TEST_P(Queues, GiveTheOldestTheNewestOrTheSmallest) {
    EXPECT_EQ(digitsOut(QueueOrder::fifo, run), 5281);
    EXPECT_EQ(digitsOut(QueueOrder::lifo, run), 1825);
    EXPECT_EQ(digitsOut(QueueOrder::priority, run), 1258);
}

TEST_P(Queues, AnswerHowFullTheyAre) {
    const Store store = run([](Lab& lab) {
        const BoundedQueue q = lab.queue("q", 2);
        lab.spawn("T", [=, &lab](Self self) -> Task {
            std::int64_t answers = co_await self.isEmpty(q) ? 1 : 0;
            answers = answers * 10 + (co_await self.isFull(q) ? 1 : 0);
            co_await self.put(q, 7);
            answers = answers * 10 + co_await self.size(q);
            co_await self.put(q, 8);
            answers = answers * 10 + (co_await self.isFull(q) ? 1 : 0);
            answers = answers * 10 + (co_await self.isEmpty(q) ? 1 : 0);
            lab.tell("answers", answers);
        });
    });
    EXPECT_EQ(resultOf(store, "answers"), 10110);
    std::vector<std::int64_t> levels;
    for (std::size_t i = 0; i < store.events().end(); ++i)
        if (store.events()[i].kind == EventKind::queueAsked) levels.push_back(store.events()[i].value);
    EXPECT_EQ(levels, (std::vector<std::int64_t>{0, 0, 1, 2, 2}));
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST_P(Queues, WithoutALimitNeverMakeAProducerWait) {
    constexpr std::int64_t kItems = 5000;
    const Store store = run([](Lab& lab) {
        const BoundedQueue q = lab.queue("q", 0);
        const ActorHandle producer = lab.spawn("P", [=](Self self) -> Task {
            for (std::int64_t i = 0; i < kItems; ++i) co_await self.put(q, i);
        });
        lab.spawn("C", [=, &lab](Self self) -> Task {
            co_await self.join(producer);
            lab.tell("full", co_await self.isFull(q));
            std::int64_t inOrder = 0;
            for (std::int64_t i = 0; i < kItems; ++i) inOrder += co_await self.get(q) == i;
            lab.tell("in_order", inOrder);
        });
    });
    EXPECT_EQ(resultOf(store, "full"), 0);
    EXPECT_EQ(resultOf(store, "in_order"), kItems);
    EXPECT_EQ(store.object({0}).maxLevel, kItems);
    EXPECT_EQ(brokenLawsOf(store), "");
}

// Producers of random numbers and a consumer that gets them while they come, from a queue of few places.
TEST_P(Queues, KeepTheirOrderWhileManyUseThem) {
    for (const QueueOrder order : {QueueOrder::lifo, QueueOrder::priority}) {
        const Store store = run([=](Lab& lab) {
            const BoundedQueue q = lab.queue("q", 5, order);
            for (std::int64_t p = 0; p < 3; ++p) {
                lab.spawn("P", [=](Self self) -> Task {
                    for (std::int64_t i = 0; i < 400; ++i) co_await self.put(q, (i * 7919 + p * 104'729) % 1000);
                });
            }
            for (int c = 0; c < 2; ++c) {
                lab.spawn("C", [=](Self self) -> Task {
                    for (int i = 0; i < 600; ++i) co_await self.get(q);
                });
            }
        });
        EXPECT_EQ(brokenLawsOf(store), "") << "its laws know the order";
        EXPECT_EQ(store.object({0}).puts, 1200U);
        EXPECT_EQ(store.object({0}).gets, 1200U);
    }
}

INSTANTIATE_TEST_SUITE_P(Runtimes, Queues,
                         ::testing::Values(RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers,
                                           RuntimeKind::coroutines, RuntimeKind::virtualTime),
                         [](const auto& runtime) { return std::string(nameOf(runtime.param)); });

// The benchmarks send a million.
TEST(QueueBetweenProcesses, MissesDoublesAndReordersNothingAtFullSpeed) {
    static constexpr QueueTraffic kTraffic{.producers = 3, .items = 10'000, .capacity = 64};
    const ProcessRun run = runAsProcesses([](Lab& lab) { runQueueTraffic(lab, kTraffic); });
    EXPECT_EQ(resultOf(run.store, "got"), 30'000);
    EXPECT_EQ(resultOf(run.store, "missing"), 0);
    EXPECT_EQ(resultOf(run.store, "doubled"), 0);
    EXPECT_EQ(resultOf(run.store, "reordered"), 0);
    EXPECT_EQ(run.gaps, 0U);
    EXPECT_EQ(run.store.totals().lost, 0U);
    EXPECT_EQ(brokenLawsOf(run.store), "");
}

TEST(UnboundedQueue, OverItsHardLimitFailsTheActorWithASentence) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::threads), [](Lab& lab) {
        const BoundedQueue q = lab.queue("backlog", 0);
        lab.spawn("T", [=](Self self) -> Task {
            for (;;) co_await self.put(q, 1);
        });
    });
    EXPECT_EQ(store.actor({0}).end, EndReason::failed);
    EXPECT_EQ(store.object({0}).puts, kMostQueueItems);
    ASSERT_EQ(store.notes().size(), 1U);
    EXPECT_NE(store.notes()[0].text.find("no room for more in backlog"), std::string::npos) << store.notes()[0].text;
}

TEST(Queue, OfTooLargeACapacityIsRefused) {
    EXPECT_THROW(runInThisProcess(testOrder(RuntimeKind::threads), [](Lab& lab) {
        EXPECT_THROW(lab.queue("q", std::int64_t{kMostQueueItems} + 1), std::runtime_error);
        EXPECT_THROW(lab.queue("q", -1), std::runtime_error);
        throw std::runtime_error("enough");
    }), std::runtime_error);
}

}  // namespace
}  // namespace interleave
