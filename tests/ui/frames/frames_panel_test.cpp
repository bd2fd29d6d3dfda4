// The cards of frames: which there are at a moment, what they say, where they lie, and what is left out.
#include <gtest/gtest.h>

#include <memory>

#include "core/coro/generator.hpp"
#include "tests/support/lab_run.hpp"
#include "ui/frames/frame_words.hpp"
#include "ui/frames/frames_panel.hpp"
#include "ui/live/frame_value_text.hpp"
#include "ui/shell/panel_choice.hpp"

namespace interleave::ui {
namespace {

using Numbers = Generator<std::int64_t>;

Numbers counting(Frame frame, std::int64_t end) {
    for (std::int64_t n = 0; n < end; ++n) {
        frame.local("n", n);
        co_yield n * 10;
    }
    co_return std::nullopt;
}

Numbers delegating(Frame, Self self, int levels) {
    if (levels == 0) co_await from(counting(self.frame("innermost"), 3));
    else co_await from(delegating(self.frame("level " + std::to_string(levels)), self, levels - 1));
    co_return std::nullopt;
}

// One generator that is asked twice and then closed.
std::unique_ptr<Store> oneCounter() {
    return std::make_unique<Store>(runInThisProcess(testOrder(RuntimeKind::coroutines), [](Lab& lab) {
        lab.spawn("main", [](Self self) -> Task {
            Numbers g = counting(self.frame("counting"), 3);
            co_await g.next();
            co_await g.send(7);
            co_await g.close();
        });
    }));
}

std::unique_ptr<Store> chainOf(int levels) {
    return std::make_unique<Store>(runInThisProcess(testOrder(RuntimeKind::coroutines), [levels](Lab& lab) {
        lab.spawn("main", [levels](Self self) -> Task {
            Numbers g = delegating(self.frame("outermost"), self, levels);
            co_await g.next();
            co_await self.sleep(std::chrono::milliseconds(1));
        });
    }));
}

// When the `nth` event of that kind happened.
TraceTime timeOf(const Store& store, EventKind kind, int nth = 0) {
    for (std::size_t i = 0; i < store.events().end(); ++i)
        if (store.events()[i].kind == kind && nth-- == 0) return store.events()[i].at();
    ADD_FAILURE() << "no such event";
    return {};
}

FrameRows rowsAt(const Store& store, TraceTime t) {
    FrameHistory history;
    history.follow(store);
    return FrameRows::at(store, history, t);
}

QString wordsOf(const Store& store, const FrameRow& row) { return FrameWords::inFull(store, row, {}); }

TEST(FrameRows, SayWhereEachStandsAndWhatWentInAndOut) {
    const auto store = oneCounter();
    const auto first = rowsAt(*store, timeOf(*store, EventKind::frameYielded));
    ASSERT_EQ(first.rows.size(), 2U) << "the program, and below it its generator";
    EXPECT_FALSE(first.rows[0].frame.exists());
    EXPECT_EQ(first.rows[1].state, FrameState::suspended);
    EXPECT_EQ(wordsOf(*store, first.rows[1]), QStringLiteral("counting · suspended · n = 0 · in: next() · out: 0"));

    const auto running = rowsAt(*store, timeOf(*store, EventKind::frameResumed, 1));
    EXPECT_EQ(running.rows[1].state, FrameState::running);
    EXPECT_EQ(wordsOf(*store, running.rows[1]), QStringLiteral("counting · running · n = 0 · in: send(7) · out: 0"));

    const auto closed = rowsAt(*store, timeOf(*store, EventKind::frameClosed));
    EXPECT_EQ(closed.rows[1].state, FrameState::closed);
    EXPECT_EQ(wordsOf(*store, closed.rows[1]), QStringLiteral("counting · closed · n = 1 · in: close() · out: 10"));
}

TEST(FrameRows, HaveNoneBeforeItIsMade) {
    const auto store = oneCounter();
    const TraceTime made = timeOf(*store, EventKind::objectCreated);
    EXPECT_EQ(rowsAt(*store, {made.ns - 1}).rows.size(), 1U);
    EXPECT_EQ(rowsAt(*store, made).rows[1].state, FrameState::created);
}

TEST(FrameRows, ShowDelegationAsAChain) {
    const auto store = chainOf(2);
    const auto frames = rowsAt(*store, timeOf(*store, EventKind::frameYielded));
    ASSERT_EQ(frames.rows.size(), 5U);
    for (std::size_t i = 2; i < 5; ++i) {
        EXPECT_EQ(frames.rows[i].depth, static_cast<int>(i) - 1);
        EXPECT_EQ(frames.rows[i].outer, i - 1);
    }
    const QString outermost = wordsOf(*store, frames.rows[1]);
    EXPECT_TRUE(outermost.contains(QStringLiteral("delegates to level 2"))) << outermost.toStdString();
}

TEST(FrameValue, IsWrittenAsPythonDoes) {
    const Store store;
    EXPECT_EQ(frameValueText(store, FrameValue::of(15.0)), QStringLiteral("15.0"));
    EXPECT_EQ(frameValueText(store, FrameValue::of(0.1)), QStringLiteral("0.1"));
    EXPECT_EQ(frameValueText(store, FrameValue::of(std::int64_t{-3})), QStringLiteral("-3"));
    EXPECT_EQ(frameValueText(store, FrameValue::of(true)), QStringLiteral("True"));
    EXPECT_EQ(frameValueText(store, {}), QStringLiteral("None"));
}

struct Shown {
    Model model;
    FramesPanel panel{model};

    explicit Shown(std::unique_ptr<Store> store, QSize size = {344, 300}) {
        model.showTrace(std::move(store));
        panel.resize(size);
    }
    const FrameLayout& at(TraceTime t) {
        model.view().setCursor(t);
        panel.grab();
        return panel.layoutShown();
    }
};

TEST(FramesPanel, KeepsEachCardInItsPlaceWhileOthersCome) {
    Shown shown(chainOf(1));
    const auto early = shown.at(timeOf(shown.model.store(), EventKind::frameResumed));
    const auto late = shown.at(timeOf(shown.model.store(), EventKind::frameYielded));
    ASSERT_LT(early.cards.size(), late.cards.size());
    for (std::size_t i = 0; i < early.cards.size(); ++i) EXPECT_EQ(early.cards[i], late.cards[i]);
    EXPECT_TRUE(late.rest.isEmpty());
}

TEST(FramesPanel, LeavesOutThoseInBetweenWhereThereAreTooMany) {
    Shown shown(chainOf(40));
    const TraceTime t = timeOf(shown.model.store(), EventKind::frameYielded);
    const auto layout = shown.at(t);
    const std::size_t rows = shown.panel.frames().rows.size();
    EXPECT_EQ(rows, 43U);
    EXPECT_LT(layout.rows.size(), rows);
    EXPECT_FALSE(layout.rest.isEmpty());
    EXPECT_EQ(layout.rows.front(), 0U) << "the program";
    EXPECT_EQ(layout.rows[1], 1U) << "the one that it holds";
    EXPECT_EQ(layout.rows.back(), rows - 1) << "the innermost, which answers";
    EXPECT_LE(layout.rest.bottom(), 300);
}

TEST(FramesPanel, TellsWhoListensWhatItShows) {
    Shown shown(oneCounter());
    shown.at(timeOf(shown.model.store(), EventKind::frameYielded));
    EXPECT_FALSE(shown.panel.accessibleName().isEmpty());
    const QString spoken = shown.panel.accessibleDescription();
    EXPECT_TRUE(spoken.contains(QStringLiteral("counting · suspended"))) << spoken.toStdString();
}

TEST(FramesPanel, IsThereForCoroutinesOnly) {
    EXPECT_TRUE(usesPanel(PanelKind::frames, "coroutines/generator", Store{}));
    EXPECT_FALSE(usesPanel(PanelKind::frames, "locks/mutex", Store{}));
    EXPECT_TRUE(usesPanel(PanelKind::frames, "threads/race", *oneCounter()));
    EXPECT_TRUE(isThePoint(PanelKind::frames, "coroutines/generator"));
    EXPECT_FALSE(isThePoint(PanelKind::frames, "coroutines/event-loop"));
}

}  // namespace
}  // namespace interleave::ui
