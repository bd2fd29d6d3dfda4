// What lies in a queue, told by its events: in which order it comes out, and the law that says so.
#include <gtest/gtest.h>

#include "core/trace/trace_check.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using Items = std::vector<std::int64_t>;
using scenes::Scene;

Event change(EventKind kind, std::int64_t level, std::int64_t item) {
    return {.kind = kind, .value = QueueChange{level, item}.packed()};
}

QueueTable filled(QueueOrder order, const Items& items) {
    QueueTable table(order);
    std::int64_t level = 0;
    for (const std::int64_t item : items) EXPECT_TRUE(table.apply(change(EventKind::queuePut, ++level, item)));
    return table;
}

TEST(QueueTable, TellsWhatComesOutNext) {
    const Items in{5, 2, 8, 1};
    EXPECT_EQ(filled(QueueOrder::fifo, in).next(10), in);
    EXPECT_EQ(filled(QueueOrder::lifo, in).next(10), (Items{1, 8, 2, 5}));
    EXPECT_EQ(filled(QueueOrder::priority, in).next(10), (Items{1, 2, 5, 8}));
    EXPECT_EQ(filled(QueueOrder::priority, in).next(2), (Items{1, 2}));
}

TEST(QueueTable, KnowsWhoseTurnItIs) {
    for (const auto& [order, next] :
         {std::pair{QueueOrder::fifo, 5}, {QueueOrder::lifo, 1}, {QueueOrder::priority, 1}}) {
        QueueTable table = filled(order, {5, 2, 8, 1});
        EXPECT_TRUE(table.apply(change(EventKind::queueGot, 3, next)));
        EXPECT_FALSE(table.apply(change(EventKind::queueGot, 2, 1000))) << "nobody put that in";
    }
    EXPECT_FALSE(filled(QueueOrder::fifo, {5, 2}).apply(change(EventKind::queueGot, 1, 2)));
    EXPECT_FALSE(filled(QueueOrder::lifo, {5, 2}).apply(change(EventKind::queueGot, 1, 5)));
    EXPECT_FALSE(filled(QueueOrder::priority, {5, 2}).apply(change(EventKind::queueGot, 1, 5)));
}

TEST(QueueTable, AnItemTakenOutOfTurnIsGoneAllTheSame) {
    QueueTable table = filled(QueueOrder::priority, {5, 2, 8, 1});
    EXPECT_FALSE(table.apply(change(EventKind::queueGot, 3, 5)));
    EXPECT_EQ(table.next(10), (Items{1, 2, 8}));
}

TEST(QueueTable, IsKnownAgainWhenEmpty) {
    QueueTable table = filled(QueueOrder::fifo, {1, 2});
    table.forget();
    EXPECT_TRUE(table.apply(change(EventKind::queueGot, 1, 77)));
    EXPECT_FALSE(table.isKnown());
    EXPECT_TRUE(table.apply(change(EventKind::queueGot, 0, 78)));
    EXPECT_TRUE(table.isKnown());
    EXPECT_FALSE(table.apply(change(EventKind::queueGot, 0, 1)));
}

TEST(QueueChange, HoldsLevelAndItemOfEitherSign) {
    const Items items{0, 1, -1, QueueChange::kMostItem, -QueueChange::kMostItem};
    for (const std::int64_t item : items) {
        for (const std::int64_t level : {0, 1, 1'048'576, -1}) {
            const QueueChange back = QueueChange::from(QueueChange{level, item}.packed());
            EXPECT_EQ(back.level, level);
            EXPECT_EQ(back.item, item);
        }
    }
    EXPECT_EQ(QueueChange::from(QueueChange{3, std::int64_t{1} << 50}.packed()).item, QueueChange::kMostItem);
}

TEST(QueueKind, HoldsCapacityAndOrder) {
    const QueueKind kind = QueueKind::from(QueueKind{7, QueueOrder::lifo}.packed());
    EXPECT_EQ(kind.capacity, 7);
    EXPECT_EQ(kind.order, QueueOrder::lifo);
    EXPECT_EQ(QueueKind::from(4).order, QueueOrder::fifo) << "as recorded before there were other orders";
}

// A queue of that order, into which 5 and 2 were put and out of which `out` came.
TraceCheck checkedAfter(QueueOrder order, std::int64_t out) {
    Scene s;
    const ObjectId queue = s.object("queue", ObjectKind::queue, QueueKind{0, order}.packed());
    const ActorId a = s.actor("T");
    s.at(1).runs(a);
    std::uint32_t ticket = 0;
    const auto add = [&](EventKind kind, std::int64_t level, std::int64_t item) {
        s.afterUs(1).add({.actor = a.value, .object = queue.value, .ticket = ++ticket, .kind = kind,
                          .value = QueueChange{level, item}.packed()});
    };
    add(EventKind::queuePut, 1, 5);
    add(EventKind::queuePut, 2, 2);
    add(EventKind::queueGot, 1, out);
    return checkTrace(s.store());
}

TEST(Laws, OutOfAQueueComesWhoseTurnItIs) {
    EXPECT_TRUE(checkedAfter(QueueOrder::fifo, 5).lawful());
    EXPECT_TRUE(checkedAfter(QueueOrder::lifo, 2).lawful());
    EXPECT_TRUE(checkedAfter(QueueOrder::priority, 2).lawful());
    for (const auto& [order, wrong] :
         {std::pair{QueueOrder::fifo, 2}, {QueueOrder::lifo, 5}, {QueueOrder::priority, 5}}) {
        const TraceCheck check = checkedAfter(order, wrong);
        ASSERT_EQ(check.violations.size(), 1U);
        EXPECT_EQ(lawName(check.violations[0].law), "items-in-order");
    }
}

TEST(Laws, AQueueAnswersWithItsLevel) {
    Scene s;
    const ObjectId queue = s.queue("queue", 2);
    const ActorId a = s.actor("T");
    s.at(1).runs(a).puts(a, queue);
    s.add({.actor = a.value, .object = queue.value, .kind = EventKind::queueAsked, .value = 1});
    EXPECT_TRUE(checkTrace(s.store()).lawful());
    s.add({.actor = a.value, .object = queue.value, .kind = EventKind::queueAsked, .value = 2});
    EXPECT_EQ(checkTrace(s.store()).broken, 1U);
}

}  // namespace
}  // namespace interleave
