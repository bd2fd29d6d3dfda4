// What lies in the queues at the cursor, in the order in which it comes out, who waits at which end,
// and how it is drawn.
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <tuple>

#include "tests/support/lab_run.hpp"
#include "tests/support/scenes.hpp"
#include "ui/live/queue_view.hpp"
#include "ui/queues/queue_panel.hpp"
#include "ui/shell/panel_choice.hpp"

namespace interleave::ui {
namespace {

using Items = std::vector<std::int64_t>;
using Kind = QueueCell::Kind;
using scenes::Scene;

// A queue of that order and capacity into which T1 puts 5, 2, 8 at 1, 2, 3 ms; at 4 ms T2 takes `out`,
// at 5 ms T1 waits.
Store threePuts(QueueOrder order, std::int64_t capacity, std::int64_t out, WaitReason wait = WaitReason::queueFull) {
    Scene s;
    const ObjectId queue = s.object("box", ObjectKind::queue, QueueKind{capacity, order}.packed());
    const ActorId t1 = s.actor("T1"), t2 = s.actor("T2");
    s.at(0.5).runs(t1).runs(t2);
    std::uint32_t ticket = 0;
    for (const std::int64_t item : {5, 2, 8}) {
        s.at(++ticket).add({.actor = t1.value, .object = queue.value, .ticket = ticket, .kind = EventKind::queuePut,
                            .value = QueueChange{ticket, item}.packed()});
    }
    s.at(4).add({.actor = t2.value, .object = queue.value, .ticket = 4, .kind = EventKind::queueGot,
                 .value = QueueChange{2, out}.packed()});
    s.at(5).waits(t1, wait, queue);
    s.at(6);
    return s.finish(Ended::stopped);
}

constexpr TraceTime ms(double at) { return {static_cast<std::int64_t>(at * 1e6)}; }

TEST(QueueView, ShowsTheItemsInTheOrderInWhichTheyComeOut) {
    const std::tuple<QueueOrder, std::int64_t, Items, Items> cases[] = {{QueueOrder::fifo, 5, {5, 2, 8}, {2, 8}},
                                                                       {QueueOrder::lifo, 8, {8, 2, 5}, {2, 5}},
                                                                       {QueueOrder::priority, 2, {2, 5, 8}, {5, 8}}};
    for (const auto& [order, out, before, after] : cases) {
        const Store store = threePuts(order, 3, out);
        QueueView view;
        EXPECT_EQ(view.at(store, ms(3.5)).at(0).next, before);
        EXPECT_EQ(view.at(store, ms(4.5)).at(0).next, after);
        EXPECT_EQ(view.at(store, ms(4.5)).at(0).level, 2);
        EXPECT_EQ(view.at(store, ms(2.5)).at(0).next.size(), 2U) << "going back";
        EXPECT_EQ(view.at(store, ms(2.5)).at(0).order, order);
    }
}

TEST(QueueView, TellsWhoWaitsAtWhichEnd) {
    const Store full = threePuts(QueueOrder::fifo, 3, 5),
                empty = threePuts(QueueOrder::fifo, 3, 5, WaitReason::queueEmpty);
    QueueView atFull, atEmpty;
    EXPECT_TRUE(atFull.at(full, ms(4.5)).at(0).putters.empty());
    EXPECT_EQ(atFull.at(full, ms(5.5)).at(0).putters, std::vector{ActorId{0}});
    EXPECT_TRUE(atFull.at(full, ms(5.5)).at(0).getters.empty());
    EXPECT_EQ(atEmpty.at(empty, ms(5.5)).at(0).getters, std::vector{ActorId{0}});
}

TEST(QueueView, HasNoneBeforeOneIsMade) {
    QueueView view;
    EXPECT_TRUE(view.at(Store{}, ms(1)).empty());
    EXPECT_TRUE(usesPanel(PanelKind::queues, "queues/backpressure", Store{}));
    EXPECT_FALSE(usesPanel(PanelKind::queues, "locks/mutex", Store{}));
    EXPECT_TRUE(usesPanel(PanelKind::queues, "threads/pool", threePuts(QueueOrder::fifo, 3, 5)));
}

QueueRow rowOf(std::int64_t capacity, const Items& next) {
    return {.queue = {0},
            .order = {},
            .capacity = capacity,
            .level = static_cast<std::int64_t>(next.size()),
            .next = next,
            .putters = {},
            .getters = {}};
}

TEST(QueueCells, AreItemsAtTheRightAndPlacesAtTheLeft) {
    const std::vector<QueueCell> expected{{Kind::place, 0}, {Kind::place, 0}, {Kind::item, 7}, {Kind::item, 5}};
    EXPECT_EQ(cellsOf(rowOf(4, {5, 7}), 10), expected);
}

TEST(QueueCells, SayHowManyMoreThereAre) {
    const std::vector<QueueCell> expected{{Kind::more, 3}, {Kind::item, 2}, {Kind::item, 1}};
    EXPECT_EQ(cellsOf(rowOf(100, {1, 2, 3, 4, 5}), 3), expected);
    EXPECT_EQ(cellsOf(rowOf(0, {1, 2, 3, 4, 5}), 3), expected);
}

TEST(QueueCells, OfAnUnboundedQueueHaveAnOpenEnd) {
    EXPECT_EQ(cellsOf(rowOf(0, {}), 5), (std::vector<QueueCell>{{Kind::open, 0}}));
    EXPECT_EQ(cellsOf(rowOf(0, {4}), 5), (std::vector<QueueCell>{{Kind::open, 0}, {Kind::item, 4}}));
}

TEST(QueueCells, OfAManyPlacedQueueFillTheRoom) {
    const auto cells = cellsOf(rowOf(1000, {4}), 5);
    ASSERT_EQ(cells.size(), 5U);
    EXPECT_EQ(cells.back(), (QueueCell{Kind::item, 4}));
    EXPECT_EQ(cells.front().kind, Kind::place);
}

TEST(QueuePanel, FollowsTheCursorAndDrawsATokenForWhoWaits) {
    Model model;
    model.showTrace(std::make_unique<Store>(threePuts(QueueOrder::priority, 3, 2)));
    QueuePanel panel(model);
    panel.resize(440, 160);
    model.view().setFollows(false);
    const auto drawnAt = [&](double at) {
        model.view().setCursor(ms(at));
        return panel.grab().toImage();
    };
    const QImage waits = drawnAt(5.5), before = drawnAt(4.5);
    ASSERT_EQ(panel.rows().size(), 1U);
    EXPECT_EQ(panel.rows()[0].next, (Items{5, 8}));
    const QRgb hue = panel.theme().actor(model.store().actor({0}).hue).rgb();
    const auto count = [&](const QImage& picture) {
        int pixels = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width() * 2 / 3; ++x) pixels += picture.pixel(x, y) == hue;
        return pixels;
    };
    EXPECT_GT(count(waits), 50) << "at the left, where one puts in";
    EXPECT_EQ(count(before), 0);
}

// A million items in a queue without a limit: going on with the cursor costs what has happened since.
TEST(QueueView, ScalesWithAnUnboundedQueue) {
    Store store = runInThisProcess(testOrder(RuntimeKind::virtualTime), [](Lab& lab) {
        const BoundedQueue q = lab.queue("q", 0);
        lab.spawn("P", [=](Self self) -> Task {
            for (std::int64_t i = 0; i < 200'000; ++i) co_await self.put(q, i);
        });
    });
    QueueView view;
    EXPECT_EQ(view.at(store, store.now()).at(0).level, 200'000);
    const auto begin = std::chrono::steady_clock::now();
    constexpr int kFrames = 200;
    for (int i = 0; i < kFrames; ++i) EXPECT_EQ(view.at(store, store.now()).at(0).next.size(), QueueView::kMostItems);
    const auto took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took / kFrames, std::chrono::milliseconds(4)) << "of a frame's 16";
}

}  // namespace
}  // namespace interleave::ui
