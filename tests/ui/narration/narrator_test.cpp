#include "ui/narration/narrator.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/live/result_words.hpp"

namespace interleave::ui {
namespace {


Narration tell(const Store& store, TraceTime cursor) { return Narrator(store, cursor).narrate(); }
std::string plain(QString text) { return text.replace(QChar(0x00A0), ' ').toStdString(); }
std::string headline(const Store& store, TraceTime cursor) { return plain(tell(store, cursor).headline); }

TEST(Narrator, TellsTheDeadlockAsItCloses) {
    const Store store = scenes::deadlock();
    const Narration told = tell(store, ms(1500));
    EXPECT_EQ(plain(told.headline), "T1 holds A and waits for B. T2 holds B and waits for A.");
    EXPECT_EQ(told.severity, Severity::alarm);
    EXPECT_EQ(plain(told.detail).find("Neither can ever continue. Found "), 0U) << plain(told.detail);
}

TEST(Narrator, IsCalmBeforeTheDeadlockCloses) {
    const Store store = scenes::deadlock();
    const Narration told = tell(store, ms(1400));
    EXPECT_EQ(told.severity, Severity::calm);
    EXPECT_EQ(plain(told.headline), "T1 waits for B, which T2 holds.");
    EXPECT_NE(plain(told.detail).find("43.0 ms"), std::string::npos) << plain(told.detail);
}

TEST(Narrator, TellsWhoLendsItsPriorityToTheOwnerOfALock) {
    scenes::Scene scene(RuntimeKind::workers);
    const ObjectId lock = scene.mutex("lock");
    const ActorId low = scene.actor("low", ActorKind::task);
    const ActorId high = scene.actor("high", ActorKind::task);
    scene.at(1).runs(low).acquires(low, lock).at(5).runs(high).wants(high, lock);
    scene
        .add({.actor = low.value,
              .object = lock.value,
              .ticket = high.value,
              .kind = EventKind::priorityInherited,
              .value = 1})
        .at(20);
    const Store store = scene.finish(Ended::stopped);
    EXPECT_EQ(headline(store, ms(10)), "high waits for lock, which low holds.");
    EXPECT_EQ(plain(tell(store, ms(10)).detail).find("low has the priority of high until it gives lock back."), 0U);
    ASSERT_EQ(store.arrows().end(), 1U);
    EXPECT_EQ(store.arrows()[0].kind, ArrowKind::inherit);
}

Store interpreterLockThatChangesHands() {
    scenes::Scene scene;
    const ObjectId gil = scene.mutex("GIL");
    const ActorId t[2] = {scene.actor("T1"), scene.actor("T2")};
    scene.at(1).runs(t[0]).acquires(t[0], gil).runs(t[1]).waits(t[1], WaitReason::gil, gil);
    for (int i = 0; i < 20; ++i) {
        const ActorId from = t[i % 2], to = t[(i + 1) % 2];
        scene.at(6 + 5 * i).releases(from, gil).acquires(to, gil).readies(to, ReadyReason::woken, from);
        scene.waits(from, WaitReason::gil, gil).runs(to);
    }
    scene.at(120);
    return scene.finish(Ended::stopped);
}

TEST(Narrator, TellsWhoHasTheInterpreterAndWhoWaitsForIt) {
    const Store store = interpreterLockThatChangesHands();
    EXPECT_EQ(headline(store, ms(3)), "T1 has the GIL and may go on; T2 waits for it.");
    EXPECT_EQ(headline(store, ms(8)), "T2 has the GIL and may go on; T1 waits for it.");
    EXPECT_EQ(plain(Narrator(store, ms(3)).narrateMoving().headline), "T1 has the GIL and may go on; T2 waits for it.");
    EXPECT_EQ(plain(Narrator(store, ms(90)).narrateMoving().headline),
              "T1 and T2 take turns: one at a time has the GIL.")
        << "hand-overs every 5 ms cannot be read one by one";
}

TEST(Narrator, AtTheEndOfADeadlockedRunTheDeadlockIsStillWhatIsTold) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(tell(store, store.now()).severity, Severity::alarm);
}

TEST(Narrator, ALockTakenTwiceIsADeadlockOfOne) {
    scenes::Scene scene;
    const ObjectId lock = scene.mutex("A");
    const ActorId actor = scene.actor("T1");
    scene.at(1).runs(actor).acquires(actor, lock).at(2).wants(actor, lock).at(3);
    EXPECT_EQ(headline(scene.finish(Ended::deadlocked), ms(3)), "T1 waits for A, which it holds itself.");
}

TEST(Narrator, NamesThreeInACircle) {
    scenes::Scene scene;
    ObjectId locks[3];
    ActorId actors[3];
    for (int i = 0; i < 3; ++i) locks[i] = scene.mutex(std::string(1, static_cast<char>('A' + i)));
    for (int i = 0; i < 3; ++i) actors[i] = scene.actor("T" + std::to_string(i + 1));
    for (int i = 0; i < 3; ++i) scene.at(1 + i).runs(actors[i]).acquires(actors[i], locks[i]);
    for (int i = 0; i < 3; ++i) scene.at(10 + i).wants(actors[i], locks[(i + 1) % 3]);
    scene.at(20);
    const Narration told = tell(scene.finish(Ended::deadlocked), ms(20));
    EXPECT_EQ(plain(told.headline), "T1 waits for T2, T2 waits for T3, T3 waits for T1.");
    EXPECT_EQ(plain(told.detail).find("None of them"), 0U);
}

TEST(Narrator, SaysThatOthersGoOnBesideADeadlock) {
    scenes::Scene scene;
    const ObjectId a = scene.mutex("A");
    const ObjectId b = scene.mutex("B");
    const ActorId t1 = scene.actor("T1");
    const ActorId t2 = scene.actor("T2");
    const ActorId t3 = scene.actor("T3");
    scene.at(1).runs(t1).runs(t2).runs(t3).acquires(t1, a).acquires(t2, b).at(2).wants(t1, b).wants(t2, a).at(10);
    const Store store = scene.finish(Ended::notYet);
    EXPECT_NE(plain(tell(store, ms(5)).detail).find("Others go on all the same: T3."), std::string::npos);
}

TEST(Narrator, TellsWhoWaitsAtAFullQueue) {
    const Store store = scenes::producerConsumer();
    EXPECT_EQ(headline(store, ms(42)), "queue is full (4 of 4): P1 waits until an item is taken.");
    EXPECT_EQ(headline(store, ms(50)), "queue is full (4 of 4): P1 and P2 wait until items are taken.");
}

TEST(Narrator, TellsWhoWaitsAtAnEmptyQueue) {
    EXPECT_EQ(headline(scenes::producerConsumer(), ms(5)), "queue is empty: C waits until an item is put.");
}

TEST(Narrator, TellsWhoDestroyedWhoseUpdate) {
    const Store store = scenes::race();
    ASSERT_FALSE(store.lostUpdates().empty());
    const Narration told = tell(store, store.lostUpdates()[0].at);
    EXPECT_NE(plain(told.headline).find("overwrote"), std::string::npos);
    EXPECT_NE(plain(told.headline).find("1 lost"), std::string::npos);
    EXPECT_EQ(told.severity, Severity::notice);
}

TEST(Narrator, ComparesWhatCameOutWithWhatWasExpected) {
    const auto withResults = [](std::int64_t expected, std::int64_t actual) {
        scenes::Scene scene;
        const ActorId actor = scene.actor("T1");
        scene.at(1).runs(actor).ends(actor).tells("expected", expected).tells("actual", actual).at(2);
        return scene.finish(Ended::finished);
    };
    EXPECT_EQ(headline(withResults(20, 20), ms(2)), "Finished: 20, exactly as expected.");
    const Narration wrong = tell(withResults(20, 17), ms(2));
    EXPECT_EQ(plain(wrong.headline), "Finished: 17 instead of 20.");
    EXPECT_EQ(wrong.severity, Severity::notice);
    EXPECT_NE(plain(wrong.detail).find("3 updates were lost"), std::string::npos);
}

TEST(Narrator, TheAnswerStaysHiddenUntilTheRunHasShownIt) {
    scenes::Scene scene;
    const ActorId actor = scene.actor("T1");
    scene.at(1).runs(actor).at(9).ends(actor).tells("actual", 17).at(10);
    const Store store = scene.finish(Ended::finished);
    EXPECT_EQ(resultsToldAt(store), ms(9));
    EXPECT_EQ(headline(store, ms(5)).find("17"), std::string::npos);
}

TEST(Narrator, SaysWhoIsNextAfterASliceAndWhy) {
    scenes::Scene scene(RuntimeKind::workers);
    const ActorId c = scene.actor("C", ActorKind::task);
    const ActorId d = scene.actor("D", ActorKind::task);
    scene.at(1).runs(c, 0).at(5).readies(c, ReadyReason::sliceOver).runs(d, 0).at(6);
    const Narration told = tell(scene.finish(Ended::notYet), ms(6));
    EXPECT_EQ(plain(told.headline), "C has used up its time slice. D runs now: next in turn.");
    EXPECT_EQ(plain(told.detail), "Ready, longest first: C.");
}

TEST(Narrator, ClaimsParallelOnlyWhereCoresAreKnown) {
    scenes::Scene scene;
    const ActorId t1 = scene.actor("T1");
    const ActorId t2 = scene.actor("T2");
    scene.at(1).onCore(t1, 0).runs(t1).onCore(t2, 1).runs(t2).at(2);
    const Narration told = tell(scene.finish(Ended::notYet), ms(2));
    EXPECT_EQ(plain(told.headline), "T1 and T2 run in parallel, each on a core of its own.");
    EXPECT_EQ(plain(told.detail), "T1 on core 0 and T2 on core 1.");
}

TEST(Narrator, TellsSleepersAndThoseHeld) {
    EXPECT_EQ(headline(scenes::deadlock(), ms(700)), "T1 and T2 sleep.");
    scenes::Scene scene;
    const ActorId actor = scene.actor("T1");
    scene.at(1)
        .runs(actor)
        .at(2)
        .add({.actor = actor.value, .kind = EventKind::held, .detail = static_cast<std::uint8_t>(HeldBy::pause)})
        .at(3);
    EXPECT_EQ(headline(scene.finish(Ended::notYet), ms(3)), "T1 stands at the gate, held by you.");
}

TEST(Narrator, SaysHowARunEndedThatDidNotFinish) {
    const auto ended = [](Ended how) {
        scenes::Scene scene;
        const ActorId actor = scene.actor("T1");
        scene.at(1).runs(actor).at(1200);
        return scene.finish(how);
    };
    EXPECT_EQ(headline(ended(Ended::stopped), ms(1200)), "You stopped the run after 1.20 s.");
    EXPECT_EQ(tell(ended(Ended::stalled), ms(1200)).severity, Severity::notice);
    EXPECT_EQ(tell(ended(Ended::crashed), ms(1200)).severity, Severity::alarm);
    EXPECT_EQ(headline(ended(Ended::killed), ms(1200)),
              "A signal killed the whole process after 1.20 s, and every thread in it.");
}

TEST(Narrator, HasNothingToSayOfAnEmptyTrace) { EXPECT_TRUE(tell(Store(), {0}).headline.isEmpty()); }

// Whatever the moment, there is a sentence, and it is finished.
TEST(Narrator, EveryMomentOfEverySceneHasASentence) {
    for (const Store& store : {scenes::deadlock(), scenes::producerConsumer(), scenes::roundRobin(), scenes::race()}) {
        const std::int64_t end = store.now().ns;
        for (int i = 0; i <= 200; ++i) {
            const Narration told = tell(store, {end * i / 200});
            ASSERT_FALSE(told.headline.isEmpty()) << store.facts().scenario << " at " << i;
            EXPECT_TRUE(told.headline.endsWith('.')) << told.headline.toStdString();
            EXPECT_FALSE(told.headline.contains('%')) << told.headline.toStdString();
            EXPECT_FALSE(told.detail.contains('%')) << told.detail.toStdString();
        }
    }
}

}  // namespace
}  // namespace interleave::ui
