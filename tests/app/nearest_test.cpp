// What somebody may have meant to type.
#include <gtest/gtest.h>

#include <vector>

#include "app/nearest.hpp"

namespace interleave::app {
namespace {

const std::vector<std::string> kIds{"multitasking/round-robin", "threads/race", "locks/mutex", "locks/deadlock",
                                    "locks/partial-deadlock", "queues/producer-consumer"};

TEST(Nearest, ForgivesSlipsOfTheFinger) {
    EXPECT_EQ(nearest("locks/deadlok", kIds), "locks/deadlock");
    EXPECT_EQ(nearest("lokcs/mutex", kIds), "locks/mutex");
    EXPECT_EQ(nearest("Locks/Deadlock", kIds), "locks/deadlock");
    EXPECT_EQ(nearest("multitasking/round_robin", kIds), "multitasking/round-robin");
}

TEST(Nearest, KnowsANameWithoutItsChapterOrWithAWrongOne) {
    EXPECT_EQ(nearest("deadlock", kIds), "locks/deadlock");
    EXPECT_EQ(nearest("race", kIds), "threads/race");
    EXPECT_EQ(nearest("threads/deadlock", kIds), "locks/deadlock");
}

TEST(Nearest, SuggestsNothingForWhatIsLikeNothing) {
    EXPECT_EQ(nearest("sandwich", kIds), std::nullopt);
    EXPECT_EQ(nearest("", kIds), std::nullopt);
    EXPECT_EQ(nearest(std::string(100'000, 'a'), kIds), std::nullopt);
    EXPECT_EQ(nearest("locks/mutex", {}), std::nullopt);
}

}  // namespace
}  // namespace interleave::app
