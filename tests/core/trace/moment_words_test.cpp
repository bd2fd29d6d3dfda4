#include <gtest/gtest.h>

#include "core/trace/moment.hpp"

namespace interleave {
namespace {

using Which = MomentQuery::Which;

MomentQuery parsed(std::string_view words) {
    const auto query = parseMoment(words);
    EXPECT_TRUE(query.has_value()) << words << ": " << (query ? "" : query.error().what);
    return query.value_or(MomentQuery{});
}

TEST(MomentWords, SayWhichAndWhatAndOfWhomAndOnWhat) {
    EXPECT_EQ(parsed("start"), MomentQuery{});
    EXPECT_EQ(parsed("end").which, Which::end);
    EXPECT_EQ(parsed("first deadlock"), (MomentQuery{Which::nth, 1, MomentKind::deadlock, {}, {}, {}}));
    EXPECT_EQ(parsed("last write on g_num"), (MomentQuery{Which::last, 1, MomentKind::write, {}, {}, "g_num"}));
    EXPECT_EQ(parsed("3rd put of P1 on queue"), (MomentQuery{Which::nth, 3, MomentKind::put, {}, "P1", "queue"}));
    EXPECT_EQ(parsed("longest waiting of T2 on B"),
              (MomentQuery{Which::longest, 1, MomentKind::waiting, {}, "T2", "B"}));
    EXPECT_EQ(parsed("then released on A of T1"), (MomentQuery{Which::then, 1, MomentKind::released, {}, "T1", "A"}));
}

TEST(MomentWords, NamesWithSpacesStandInQuotationMarks) {
    EXPECT_EQ(parsed("first ended of 'worker 1'").actor, "worker 1");
    EXPECT_EQ(parsed("first put on 'of'").object, "of");
}

TEST(MomentWords, LinesGoByTheirTagAndWhatIsPrintedByItsText) {
    EXPECT_EQ(parsed("first line tag add of T1"),
              (MomentQuery{Which::nth, 1, MomentKind::line, "add", "T1", {}}));
    EXPECT_EQ(parsed("2nd printed 'hello world' of A").text, "hello world");
    EXPECT_EQ(parsed("first printed of A").actor, "A");
    EXPECT_EQ(parsed("last note").text, "");
}

TEST(MomentWords, EveryKindHasAWordThatIsReadBack) {
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(MomentKind::count_); ++i) {
        const auto kind = static_cast<MomentKind>(i);
        const std::string words = "then " + std::string(nameOf(kind)) + (kind == MomentKind::line ? " tag x" : "");
        EXPECT_EQ(parsed(words).kind, kind) << words;
    }
}

TEST(MomentWords, WhatIsNoneIsRefusedInASentence) {
    for (const char* words :
         {"", "deadlock", "first", "first rain", "zeroth put", "0th put", "longest put", "first line", "first line add",
          "first put of", "first put of A of B", "first put by A", "first put of 'A", "at 300 ms", "start of A"}) {
        const auto query = parseMoment(words);
        ASSERT_FALSE(query.has_value()) << words;
        EXPECT_GT(query.error().what.size(), 15u) << words;
    }
}

TEST(MomentWords, OnlyWhatLaterEventsCannotChangeIsKnownBeforeTheEnd) {
    EXPECT_FALSE(parsed("first put").needsTheEnd());
    EXPECT_FALSE(parsed("then put").needsTheEnd());
    EXPECT_TRUE(parsed("last put").needsTheEnd());
    EXPECT_TRUE(parsed("longest waiting").needsTheEnd());
    EXPECT_TRUE(parsed("end").needsTheEnd());
}

}  // namespace
}  // namespace interleave
