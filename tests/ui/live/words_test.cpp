#include "ui/live/words.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/live/actors_now.hpp"
#include "ui/live/duration_text.hpp"
#include "ui/live/result_words.hpp"

namespace interleave::ui {
namespace {

TEST(Words, ListsNamesAsASentenceDoes) {
    EXPECT_EQ(Words::list({}), "");
    EXPECT_EQ(Words::list({"T1"}), "T1");
    EXPECT_EQ(Words::list({"T1", "T2"}), "T1 and T2");
    EXPECT_EQ(Words::list({"T1", "T2", "T3"}), "T1, T2 and T3");
    EXPECT_EQ(Words::list({"T1", "T2", "T3", "T4"}), "T1, T2, T3 and T4");
    EXPECT_EQ(Words::list({"1", "2", "3", "4", "5", "6"}), "1, 2, 3 and 3 others");
}

TEST(Words, SayForWhatAndForWhomAnActorWaits) {
    const Store store = scenes::deadlock();
    const auto now = actorAt(store, {0}, ms(2000));
    ASSERT_TRUE(now.has_value());
    EXPECT_EQ(Words::stateInFull(store, now->look, ms(2000)), "waiting for B, held by T2");
}

TEST(Words, SayWhatARunningActorDoes) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(Words::stateInFull(store, actorAt(store, {0}, ms(100))->look, ms(100)), "running: compute");
}

TEST(Words, EveryStateAndReasonHasItsWord) {
    for (int s = 1; s < static_cast<int>(StateClass::count_); ++s)
        EXPECT_FALSE(Words::state(static_cast<StateClass>(s)).isEmpty()) << s;
    for (int r = 0; r <= static_cast<int>(RunReason::continued); ++r)
        EXPECT_FALSE(Words::runReason(static_cast<RunReason>(r)).isEmpty()) << r;
    for (int r = 0; r <= static_cast<int>(ReadyReason::yielded); ++r)
        EXPECT_FALSE(Words::readyReason(static_cast<ReadyReason>(r)).isEmpty()) << r;
    for (int k = 0; k <= static_cast<int>(ObjectKind::frame); ++k)
        EXPECT_FALSE(Words::objectKind(static_cast<ObjectKind>(k)).isEmpty()) << k;
}

TEST(Words, SayARowOfDigitsOneByOneAndGroupWhatIsCounted) {
    EXPECT_EQ(resultText({ResultType::digits, 528193, 0}), QStringLiteral("5 2 8 1 9 3"));
    EXPECT_EQ(resultText({ResultType::integer, 528193, 0}), countText(528193));
    EXPECT_EQ(resultText({ResultType::real, 0, 191300.4}), countText(191300)) << "no power of ten";
}

TEST(Words, KnowTheOwnerAtAMoment) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(Words::ownerAt(store, {0}, ms(2000)), ActorId{0});
    EXPECT_FALSE(Words::ownerAt(store, {0}, ms(10)).exists());
    EXPECT_FALSE(Words::ownerAt(store, {77}, ms(10)).exists());
}

}  // namespace
}  // namespace interleave::ui
