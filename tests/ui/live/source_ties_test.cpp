#include "ui/live/source_ties.hpp"

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

const QString kPython = QStringLiteral("a = Lock()  #@ a\n\nwith a:      #@ enter\n    pass\n");
const QString kCpp = QStringLiteral(
    "#include <x>\n"
    "Mutex a = lab.mutex(\"A\");  //@ a\n"
    "co_await self.lock(a);     //@ enter\n"
    "co_await self.unlock(a);   //@ enter\n"
    "// a remark @ no tag\n");

TEST(SourceTies, ALineOfTheSourceKnowsItsLineOfTheListing) {
    const SourceTies ties(kPython, kCpp);
    EXPECT_EQ(ties.pythonLineOf(2), 1);
    EXPECT_EQ(ties.pythonLineOf(3), 3);
    EXPECT_EQ(ties.pythonLineOf(4), 3);  // several lines may carry one tag
    EXPECT_TRUE(ties.problems().isEmpty()) << ties.problems().join("; ").toStdString();
}

TEST(SourceTies, ALineWithoutATagIsTiedToNone) {
    const SourceTies ties(kPython, kCpp);
    EXPECT_EQ(ties.pythonLineOf(1), 0);
    EXPECT_EQ(ties.pythonLineOf(5), 0);
    EXPECT_EQ(ties.pythonLineOf(0), 0);
    EXPECT_EQ(ties.pythonLineOf(999), 0);
}

TEST(SourceTies, TagsAreNotShownAndLinesKeepTheirNumbers) {
    const SourceTies ties(kPython, kCpp);
    EXPECT_FALSE(ties.python().contains("#@"));
    EXPECT_FALSE(ties.cpp().contains("//@"));
    EXPECT_EQ(ties.python().split('\n')[0], "a = Lock()");
    EXPECT_EQ(ties.python().count('\n'), kPython.count('\n'));
    EXPECT_EQ(ties.cpp().count('\n'), kCpp.count('\n'));
    EXPECT_TRUE(ties.cpp().contains("// a remark @ no tag"));
}

TEST(SourceTies, ALineMayCarrySeveralTags) {
    const SourceTies ties("n += 1  #@ load store\n", "read();  //@ load\nwrite();  //@ store\n");
    EXPECT_EQ(ties.pythonLineOf(1), 1);
    EXPECT_EQ(ties.pythonLineOf(2), 1);
    EXPECT_TRUE(ties.problems().isEmpty());
}

TEST(SourceTies, SaysWhatDoesNotFit) {
    const SourceTies ties("x  #@ one\ny  #@ one\nz  #@ lonely\n", "a;  //@ one\nb;  //@ nowhere\n");
    const QString all = ties.problems().join('\n');
    EXPECT_EQ(ties.problems().size(), 3) << all.toStdString();
    EXPECT_TRUE(all.contains("one"));
    EXPECT_TRUE(all.contains("nowhere"));
    EXPECT_TRUE(all.contains("lonely"));
}

TEST(SourceTies, TheProgramBeginsAtItsFirstTiedLine) {
    EXPECT_EQ(SourceTies(kPython, kCpp).firstTiedLine(), 2);
    EXPECT_EQ(SourceTies("", "a;\n").firstTiedLine(), 0);
}

}  // namespace
}  // namespace interleave::ui
