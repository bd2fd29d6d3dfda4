// A person as the scheduler: moves made one at a time, taken back, and told when they reach something.
#include <gtest/gtest.h>

#include <QTest>

#include "tests/support/scenes.hpp"
#include "ui/live/model.hpp"
#include "ui/live/moves.hpp"
#include "ui/stepping/moves_panel.hpp"

namespace interleave::ui {
namespace {

TEST(Moves, OfOneThatCannotMoveAreForgotten) {
    const Store store = scenes::deadlock();  // both wait for ever
    Moves moves;
    moves.begin(true);
    moves.ask(ActorId{0});
    EXPECT_EQ(moves.due(store), std::nullopt);
    EXPECT_FALSE(moves.isWaiting());
    EXPECT_FALSE(moves.canUndo());
}

class Stepping : public testing::Test {
protected:
    Stepping() {
        m_model.setRunner(QStringLiteral(INTERLEAVE_RUNNER_PROGRAM));
        m_model.chooseScenario("locks/deadlock");
        RunRequest request = m_model.request();
        request.tempo = 50;
        m_model.setRequest(request);
        m_model.runInSteps();
    }
    bool canMove(std::uint32_t actor) {
        return QTest::qWaitFor([&] { return m_model.canMove({actor}); }, 10'000);
    }
    // Makes it and waits until it is over: nobody moves any more.
    bool moves(std::uint32_t actor) {
        if (!canMove(actor)) return false;
        const std::size_t before = m_model.moves().made().size();
        m_model.move({actor});
        return QTest::qWaitFor([&] {
            return m_model.moves().made().size() == before + 1 && !m_model.moves().isWaiting() && isSettled();
        }, 10'000);
    }
    bool isSettled() const {
        return !m_model.isLive() || Moves::isSettled(actorsAt(m_model.store(), m_model.store().now()));
    }
    bool isLockedUp() const { return !m_model.store().deadlocks().empty(); }
    bool locksUp() {
        return QTest::qWaitFor([&] { return !m_model.isTicking() && isLockedUp(); }, 20'000);
    }
    Model m_model;
};

TEST_F(Stepping, TurnAboutIntoADeadlockAndBackByOneMove) {
    // Each takes its first lock, works and sleeps; then each wants the other's.
    for (std::uint32_t turn = 0; turn < 20 && !isLockedUp(); ++turn) {
        const ActorId actor{turn % 2};
        ASSERT_TRUE(QTest::qWaitFor([&] { return isLockedUp() || m_model.canMove(actor); }, 10'000));
        const std::size_t made = m_model.moves().made().size();
        m_model.move(actor);
        ASSERT_TRUE(QTest::qWaitFor([&] { return isLockedUp() || m_model.moves().made().size() > made; }, 10'000));
        ASSERT_TRUE(QTest::qWaitFor([&] { return isLockedUp() || isSettled(); }, 10'000));
    }
    ASSERT_TRUE(locksUp());
    const auto made = m_model.moves().made();
    ASSERT_TRUE(m_model.moves().canUndo());
    MovesPanel panel(m_model);
    panel.grab();
    EXPECT_TRUE(panel.goalShown().startsWith("Reached")) << panel.goalShown().toStdString();

    m_model.undoMove();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return m_model.moves().made().size() + 1 == made.size() && isSettled(); }, 30'000));
    EXPECT_TRUE(m_model.isLive());
    EXPECT_TRUE(m_model.store().deadlocks().empty()) << "one move before, nobody is locked up";
    EXPECT_TRUE(std::equal(m_model.moves().made().begin(), m_model.moves().made().end(), made.begin()));
    EXPECT_EQ(m_model.store().facts().seed, 1U);
}

TEST_F(Stepping, OneMoveIsOneOperationOfThatActorAlone) {
    ASSERT_TRUE(canMove(0));
    ASSERT_TRUE(canMove(1));
    const TraceTime before = actorAt(m_model.store(), {1}, m_model.store().now())->since;
    ASSERT_TRUE(moves(0));
    EXPECT_EQ(actorAt(m_model.store(), {1}, m_model.store().now())->since, before) << "the other stands where it stood";
    EXPECT_EQ(m_model.moves().made(), std::vector<ActorId>{ActorId{0}});
}

TEST_F(Stepping, WhatWasLetGoOtherwiseCannotBeTakenBack) {
    ASSERT_TRUE(moves(0));
    EXPECT_TRUE(m_model.moves().canUndo());
    m_model.pauseOrResume();
    EXPECT_FALSE(m_model.moves().canUndo()) << "nobody knows in which order they went";
}

TEST(MovesPanel, DigitsNameActorsInTheOrderOfTheirCreation) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(MovesPanel::actorOfKey(store, 1), ActorId{0});
    EXPECT_EQ(MovesPanel::actorOfKey(store, 2), ActorId{1});
    EXPECT_EQ(MovesPanel::actorOfKey(store, 3), std::nullopt);
    EXPECT_EQ(MovesPanel::actorOfKey(store, 0), std::nullopt);
}

}  // namespace
}  // namespace interleave::ui
