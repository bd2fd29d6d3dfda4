#include "core/trace/look.hpp"

#include <gtest/gtest.h>

namespace interleave {
namespace {

TEST(LookTable, GivesTheSameNumberToTheSameLook) {
    LookTable looks;
    const Look waiting{4, 1, 7};
    const LookId id = looks.intern(waiting);
    EXPECT_EQ(looks.intern(waiting), id);
    EXPECT_EQ(looks[id], waiting);
    EXPECT_NE(looks.intern({4, 1, 8}), id);
    EXPECT_NE(looks.intern({4, 2, 7}), id);
    EXPECT_NE(looks.intern({5, 1, 7}), id);
}

TEST(LookTable, NumberZeroIsNobodyAndAbsent) {
    EXPECT_EQ(LookTable{}[0], Look{});
}

TEST(LookTable, AFullTableStillKnowsTheClassOfEveryLook) {
    LookTable looks;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        const auto laneClass = static_cast<std::uint8_t>(i % kLaneClasses);
        const LookId id = looks.intern({laneClass, 1, i});
        ASSERT_EQ(looks[id].laneClass, laneClass) << "look " << i;
    }
    EXPECT_LE(looks.all().size(), 65'536U);
}

}  // namespace
}  // namespace interleave
