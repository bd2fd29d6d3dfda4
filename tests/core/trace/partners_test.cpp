// Deadlocks over what nobody owns: proved only by those who are declared to be the only ones to act on it.
#include <filesystem>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/trace/saved_trace.hpp"
#include "core/trace/trace_check.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;
using testing::ElementsAre;

class Partners : public testing::Test {
protected:
    Partners() {
        queue = scene.queue("queue", 1);
        consumer = scene.actor("consumer");
        producer = scene.actor("producer");
        other = scene.actor("other");
        scene.at(1).runs(consumer, 0).runs(producer, 1).declares(producer, queue);
    }
    const std::vector<Deadlock>& found() { return scene.store().deadlocks(); }

    Scene scene;
    ObjectId queue;
    ActorId consumer, producer, other;
};

TEST_F(Partners, WhoWaitsForOneThatHasEndedWaitsForEver) {
    scene.at(2).waits(consumer, WaitReason::queueEmpty, queue);
    EXPECT_TRUE(found().empty()) << "the producer may put something yet";
    scene.at(3).ends(producer);
    ASSERT_EQ(found().size(), 1U);
    EXPECT_TRUE(found()[0].byPartners);
    EXPECT_THAT(found()[0].actors, ElementsAre(consumer));
    EXPECT_THAT(found()[0].objects, ElementsAre(queue));
    EXPECT_EQ(found()[0].at, TraceTime{3'000'000});
    EXPECT_TRUE(scene.store().state().isStuck(consumer));
    EXPECT_FALSE(scene.store().state().isStuck(other));
}

TEST_F(Partners, OneThatWaitsAfterAllOfThemHaveEndedDoesToo) {
    scene.at(2).ends(producer).at(3).waits(consumer, WaitReason::queueEmpty, queue);
    EXPECT_EQ(found().size(), 1U);
}

TEST_F(Partners, AsLongAsOneOfThemCanMoveNothingIsProved) {
    scene.declares(other, queue).at(2).waits(consumer, WaitReason::queueEmpty, queue).ends(producer);
    EXPECT_TRUE(found().empty()) << "the other one is ready";
    scene.at(3).runs(other, 1).at(4).ends(other);
    EXPECT_EQ(found().size(), 1U);
}

TEST_F(Partners, APartnerThatIsStuckItselfIsNone) {
    const ObjectId lock = scene.mutex("lock");
    scene.at(2).acquires(consumer, lock).waits(consumer, WaitReason::queueEmpty, queue);
    EXPECT_TRUE(found().empty());
    scene.at(3).wants(producer, lock);  // which the consumer holds, waiting for the producer
    ASSERT_EQ(found().size(), 1U);
    EXPECT_THAT(found()[0].actors, ElementsAre(consumer, producer));
    EXPECT_THAT(found()[0].objects, ElementsAre(queue, lock));
}

TEST_F(Partners, AWaitWithATimeLimitIsNone) {
    scene.at(2).ends(producer);
    scene.at(3).add({.actor = consumer.value, .object = queue.value, .kind = EventKind::waiting,
                     .detail = static_cast<std::uint8_t>(WaitReason::queueEmpty), .value = 1000});
    EXPECT_TRUE(found().empty());
}

TEST_F(Partners, WhoIsWokenIsStuckNoMore) {
    scene.at(2).waits(consumer, WaitReason::queueEmpty, queue).at(3).puts(producer, queue);
    scene.readies(consumer, ReadyReason::woken, producer).at(4).ends(producer);
    EXPECT_TRUE(found().empty());
}

TEST_F(Partners, AWaitForAConditionIsNoneBeforeItsMutexIsGivenBack) {
    const ObjectId lock = scene.mutex("lock"), ready = scene.object("ready", ObjectKind::condition);
    scene.declares(producer, ready).at(2).acquires(consumer, lock).at(3).wants(producer, lock);
    scene.at(4).waits(consumer, WaitReason::condition, ready);
    EXPECT_TRUE(found().empty()) << "it gives the lock back in a moment";
    scene.at(5).releases(consumer, lock).acquires(producer, lock).readies(producer).runs(producer, 1);
    EXPECT_TRUE(found().empty());
    scene.at(6).releases(producer, lock).ends(producer);
    ASSERT_EQ(found().size(), 1U) << "nobody is left to notify";
    EXPECT_THAT(found()[0].actors, ElementsAre(consumer));
}

TEST_F(Partners, WhoIsKilledProvesNothing) {
    scene.at(2).waits(consumer, WaitReason::queueEmpty, queue).at(3);
    scene.add({.actor = producer.value,
               .kind = EventKind::actorEnded,
               .detail = static_cast<std::uint8_t>(EndReason::killed),
               .value = -9});
    EXPECT_TRUE(found().empty());
}

TEST_F(Partners, TheSameDeadlockIsReportedOnce) {
    scene.at(2).ends(producer).at(3).waits(consumer, WaitReason::queueEmpty, queue);
    scene.at(4).runs(other, 1).at(5).ends(other);
    EXPECT_EQ(found().size(), 1U);
}

TEST_F(Partners, ASavedTraceProvesTheSame) {
    scene.at(2).ends(producer).at(3).waits(consumer, WaitReason::queueEmpty, queue);
    const auto file = std::filesystem::temp_directory_path() / ("partners-" + std::to_string(::getpid()) + ".ilv");
    ASSERT_TRUE(SavedTrace::save(scene.finish(Ended::deadlocked), file.string()));
    const auto opened = SavedTrace::open(file.string());
    std::filesystem::remove(file);
    ASSERT_TRUE(opened) << opened.error().what;
    ASSERT_EQ(opened->deadlocks().size(), 1U);
    EXPECT_TRUE(opened->deadlocks()[0].byPartners);
    EXPECT_TRUE(opened->state().isStuck(consumer));
    EXPECT_THAT(opened->state().object(queue).partners, ElementsAre(producer.value));
    EXPECT_EQ(checkTrace(*opened).deadlocks.size(), 1U);
}

}  // namespace
}  // namespace interleave
