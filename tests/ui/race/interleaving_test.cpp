// The table of a race: who read and wrote what, and which write was lost.
#include <gtest/gtest.h>

#include <QTest>

#include "tests/support/scenes.hpp"
#include "ui/race/interleaving.hpp"
#include "ui/race/interleaving_panel.hpp"

namespace interleave::ui {
namespace {

// Both read 0; T1 writes 1, T2 writes 1 over it; then T1 reads 1 and writes 2.
class Race : public testing::Test {
protected:
    Race() {
        t1 = scene.actor("T1");
        t2 = scene.actor("T2");
        n = scene.object("n", ObjectKind::variable, 0);
        scene.runs(t1, 0).runs(t2, 1).at(10).reads(t1, n).at(20).reads(t2, n).at(30).writes(t1, n, 1);
        scene.at(40).writes(t2, n, 1).at(50).reads(t1, n).at(60).writes(t1, n, 2).at(70);
    }
    static TraceTime at(int ms) { return {ms * 1'000'000LL}; }

    scenes::Scene scene;
    ActorId t1, t2;
    ObjectId n;
};

TEST_F(Race, HasARowForEachAccessInTheirOrder) {
    const Interleaving table = Interleaving::around(scene.store(), at(70), 20);
    ASSERT_EQ(table.variable, n);
    ASSERT_EQ(table.accesses.size(), 6U);
    EXPECT_EQ(table.actors, (std::vector<ActorId>{t1, t2}));
    EXPECT_FALSE(table.accesses[1].writes);
    EXPECT_EQ(table.accesses[1].actor, t2);
    EXPECT_EQ(table.accesses[5].value, 2);
    EXPECT_EQ(table.now, 5U);
}

TEST_F(Race, MarksTheTwoWritesThatCollided) {
    const Interleaving table = Interleaving::around(scene.store(), at(70), 20);
    std::vector<std::size_t> lost, destroying;
    for (std::size_t i = 0; i < table.accesses.size(); ++i) {
        if (table.accesses[i].lost) lost.push_back(i);
        if (table.accesses[i].destroys) destroying.push_back(i);
    }
    EXPECT_EQ(lost, std::vector<std::size_t>{2}) << "T1's first write";
    EXPECT_EQ(destroying, std::vector<std::size_t>{3}) << "T2's, made from what it had read before";
}

TEST_F(Race, StandsAroundTheCursorAndHoldsNoMoreThanIsAskedFor) {
    const Interleaving table = Interleaving::around(scene.store(), at(40), 3);
    ASSERT_EQ(table.accesses.size(), 3U);
    ASSERT_TRUE(table.now);
    EXPECT_EQ(table.accesses[*table.now].at, at(40));
    EXPECT_TRUE(table.accesses[*table.now].destroys);
    const Interleaving beginning = Interleaving::around(scene.store(), at(0), 3);
    EXPECT_EQ(beginning.accesses.front().at, at(10)) << "before the first one, those to come";
    EXPECT_EQ(beginning.now, std::nullopt);
}

TEST_F(Race, OfARunWithoutVariablesIsEmpty) {
    const Store store = scenes::deadlock();
    EXPECT_FALSE(Interleaving::around(store, store.now(), 20).variable.exists());
}

TEST_F(Race, AClickGoesToThatMoment) {
    Model model;
    model.showTrace(std::make_unique<Store>(scene.finish(Ended::finished)));
    InterleavingPanel panel(model);
    panel.resize(480, 400);
    panel.grab();
    ASSERT_EQ(panel.table().accesses.size(), 6U);
    // Rows follow each other below the heads; one near the top is an early one.
    QTest::mouseClick(&panel, Qt::LeftButton, {}, {200, 110});
    EXPECT_GT(model.view().cursor(), at(0));
    EXPECT_LT(model.view().cursor(), at(60));
}

}  // namespace
}  // namespace interleave::ui
