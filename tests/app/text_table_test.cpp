// Columns stay columns, in Chinese too.
#include <gtest/gtest.h>

#include "app/text_table.hpp"

namespace interleave::app {
namespace {

TEST(DisplayWidth, CountsAChineseCharacterTwice) {
    EXPECT_EQ(displayWidth("T1"), 2u);
    EXPECT_EQ(displayWidth("µs ×"), 4u);
    EXPECT_EQ(displayWidth("等待"), 4u);
    EXPECT_EQ(displayWidth("死锁（A）"), 9u);
}

TEST(DisplayWidth, SurvivesTextThatIsCutInACharacter) { EXPECT_EQ(displayWidth("a\xE7\xAD"), 2u); }

TEST(TextTable, PutsNumbersToTheRightAndLeavesNoSpacesAtTheEnd) {
    TextTable table({{"锁"}, {"taken", TextTable::Align::right}, {"note"}});
    table.addRow({"A", "1", ""});
    table.addRow({"long name", "1000", "x"});
    EXPECT_EQ(table.text(),
              "锁         taken  note\n"
              "A              1\n"
              "long name   1000  x\n");
}

}  // namespace
}  // namespace interleave::app
