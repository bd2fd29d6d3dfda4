// A column keeps the index of each element for ever, whatever it forgets and wherever its elements live.
#include "core/trace/column.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <vector>

namespace interleave {
namespace {

using Small = Column<std::uint64_t, 64>;

Small counted(std::size_t n) {
    Small column;
    for (std::size_t i = 0; i < n; ++i) column.push(i * 3);
    return column;
}

TEST(Column, KeepsEveryElementWhileItGrows) {
    for (const std::size_t n : {0U, 1U, 15U, 16U, 17U, 63U, 64U, 65U, 128U, 1000U}) {
        const Small column = counted(n);
        ASSERT_EQ(column.size(), n);
        ASSERT_EQ(column.end(), n);
        for (std::size_t i = 0; i < n; ++i) ASSERT_EQ(column[i], i * 3);
    }
}

TEST(Column, StartsSmall) {
    EXPECT_EQ(counted(3).bytes(), 16 * sizeof(std::uint64_t));
    EXPECT_EQ(counted(0).bytes(), 0U);
}

TEST(Column, ForgetsWholeChunksAndKeepsIndices) {
    Small column = counted(300);
    EXPECT_EQ(column.forgetBefore(130), 128U);
    EXPECT_EQ(column.first(), 128U);
    EXPECT_EQ(column.end(), 300U);
    EXPECT_EQ(column.size(), 172U);
    for (std::size_t i = 128; i < 300; ++i) ASSERT_EQ(column[i], i * 3);
    EXPECT_EQ(column.forgetBefore(100), 0U) << "it is forgotten already";
}

TEST(Column, CountsTheBytesItGivesBack) {
    Small column = counted(640);
    const std::size_t full = column.bytes();
    column.forgetBefore(320);
    EXPECT_EQ(column.bytes(), full / 2);
}

TEST(Column, GoesOnAfterForgettingEverything) {
    Small column = counted(128);
    column.forgetBefore(128);
    EXPECT_TRUE(column.empty());
    column.push(7);
    EXPECT_EQ(column.first(), 128U);
    EXPECT_EQ(column[128], 7U);
    EXPECT_EQ(column.back(), 7U);
}

TEST(Column, RunsCoverItOnceAndInOrder) {
    Small column = counted(300);
    column.forgetBefore(64);
    std::vector<std::uint64_t> seen;
    for (std::size_t i = column.first(); i < column.end();) {
        const auto run = column.run(i);
        ASSERT_FALSE(run.empty());
        seen.insert(seen.end(), run.begin(), run.end());
        i += run.size();
    }
    ASSERT_EQ(seen.size(), column.size());
    for (std::size_t i = 0; i < seen.size(); ++i) ASSERT_EQ(seen[i], (i + 64) * 3);
}

TEST(Column, ShowsElementsThatLiveElsewhereWithoutCopying) {
    std::vector<std::uint64_t> elsewhere(200);
    std::iota(elsewhere.begin(), elsewhere.end(), 1000);
    Small column;
    column.adopt(elsewhere, 128);
    EXPECT_EQ(column.bytes(), 0U);
    EXPECT_EQ(column.first(), 128U);
    EXPECT_EQ(column.end(), 328U);
    EXPECT_EQ(&column[128], elsewhere.data());
    EXPECT_EQ(column[327], 1199U);
}

TEST(Column, NeverWritesIntoWhatItAdopted) {
    const std::vector<std::uint64_t> elsewhere(100, 5);  // as a file mapped read-only
    Small column;
    column.adopt(elsewhere, 0);
    column.back() = 9;
    EXPECT_EQ(column[99], 9U);
    column.push(10);
    EXPECT_EQ(column[100], 10U);
    EXPECT_EQ(column[64], 5U);
    EXPECT_EQ(elsewhere[99], 5U);
}

}  // namespace
}  // namespace interleave
