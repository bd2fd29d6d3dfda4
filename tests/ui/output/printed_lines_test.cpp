// What the actors printed, as far as the cursor has come, and the panel that shows it.
#include <gtest/gtest.h>

#include <QTest>

#include "tests/support/scenes.hpp"
#include "ui/output/output_panel.hpp"
#include "ui/output/printed_lines.hpp"
#include "ui/shell/panel_choice.hpp"

namespace interleave::ui {
namespace {

class Printing : public testing::Test {
protected:
    Printing() {
        t1 = scene.actor("T1");
        t2 = scene.actor("T2");
        scene.runs(t1, 0)
            .runs(t2, 1)
            .at(10)
            .prints(t1, "hello\n")
            .at(20)
            .prints(t2, "two\nlines")
            .at(30)
            .prints(t1, "");
        scene.at(40);
    }
    static TraceTime at(int ms) { return {ms * 1'000'000LL}; }
    std::vector<std::string> textsOf(const PrintedLines& shown) const {
        std::vector<std::string> texts;
        for (const PrintedLine& line : shown.lines) texts.push_back(line.text.toStdString());
        return texts;
    }

    scenes::Scene scene;
    ActorId t1, t2;
};

TEST_F(Printing, StandsLineByLineAsInATerminal) {
    const auto shown = PrintedLines::around(scene.store(), at(40), 10);
    EXPECT_EQ(textsOf(shown), (std::vector<std::string>{"hello", "two", "lines", ""}));
    EXPECT_EQ(shown.written, 4U);
    EXPECT_EQ(shown.lines[1].actor, t2);
    EXPECT_EQ(shown.lines[1].at, at(20));
}

TEST_F(Printing, WhatComesAfterTheCursorIsNotWrittenYet) {
    EXPECT_EQ(PrintedLines::around(scene.store(), at(5), 10).written, 0U);
    EXPECT_EQ(PrintedLines::around(scene.store(), at(10), 10).written, 1U);
    EXPECT_EQ(PrintedLines::around(scene.store(), at(20), 10).written, 3U);
}

TEST_F(Printing, WhereRoomIsShortTheLastOnesStand) {
    EXPECT_EQ(textsOf(PrintedLines::around(scene.store(), at(40), 2)), (std::vector<std::string>{"lines", ""}));
    const auto first = PrintedLines::around(scene.store(), at(10), 2);
    EXPECT_EQ(textsOf(first), (std::vector<std::string>{"hello", "two"}))
        << "what comes next fills the room that is left";
    EXPECT_EQ(first.written, 1U);
}

TEST_F(Printing, AnOverwrittenLineIsOneWhichIsTheLastAtTheCursor) {
    scene.at(50).prints(t1, "\r  7 % one").at(60).prints(t2, "between");
    scene.at(70).prints(t1, "\r 42 % of the \xE6\x96\x87").at(80);
    EXPECT_TRUE(PrintedLines::around(scene.store(), at(45), 10).statuses.empty());
    const auto first = PrintedLines::around(scene.store(), at(55), 10);
    ASSERT_EQ(first.statuses.size(), 1U);
    EXPECT_EQ(first.statuses[0].line.text.toStdString(), "7 % one");
    EXPECT_EQ(first.statuses[0].percent, 7);
    const auto later = PrintedLines::around(scene.store(), at(80), 10);
    ASSERT_EQ(later.statuses.size(), 1U);
    EXPECT_EQ(later.statuses[0].percent, 42);
    EXPECT_EQ(later.statuses[0].line.at, at(70));
    const std::vector<std::string> others{"hello", "two", "lines", "", "between"};
    EXPECT_EQ(textsOf(later), others) << "and is none of them";
}

TEST_F(Printing, AStatusWithoutANumberHasNoBar) {
    scene.at(50).prints(t1, "\rwaiting").at(60).prints(t1, "\r200 %").at(70);
    EXPECT_FALSE(PrintedLines::around(scene.store(), at(55), 10).statuses.at(0).percent);
    EXPECT_FALSE(PrintedLines::around(scene.store(), at(65), 10).statuses.at(0).percent) << "more than all is no share";
}

TEST_F(Printing, EachActorOverwritesItsOwnStatus) {
    scene.at(50).prints(t2, "\r 10 % two").at(60).prints(t1, "\r 20 % one").at(70).prints(t2, "\r 30 % two").at(80);
    PrintedLines shown = PrintedLines::around(scene.store(), at(80), 10);
    ASSERT_EQ(shown.statuses.size(), 2U);
    EXPECT_EQ(shown.statuses[0].percent, 20) << "in the order of the actors";
    EXPECT_EQ(shown.statuses[1].percent, 30);
    shown.keepStatuses(1);
    ASSERT_EQ(shown.statuses.size(), 1U);
    EXPECT_EQ(shown.statuses[0].line.actor, t2) << "the one that was written last";
}

TEST_F(Printing, APanelIsThereOnlyWhereSomethingIsPrinted) {
    EXPECT_TRUE(usesPanel(PanelKind::output, "threads/start-join", scene.store()));
    EXPECT_FALSE(usesPanel(PanelKind::output, "locks/deadlock", scenes::deadlock()));
}

// The bar is as long as what is done, in the last row.
TEST_F(Printing, HowMuchIsDoneIsABarBelowTheLines) {
    scene.at(50).prints(t1, "\r 42 % of it").at(60);
    Model model;
    model.showTrace(std::make_unique<Store>(scene.finish(Ended::finished)));
    OutputPanel panel(model);
    panel.resize(640, 280);
    panel.show();
    const QImage picture = panel.grab().toImage();
    const QColor bar = Theme::named(ThemeName::light).accent;
    int longest = 0;
    for (int y = 0; y < picture.height(); ++y) {
        int length = 0;
        for (int x = 0; x < picture.width(); ++x) length += picture.pixelColor(x, y) == bar ? 1 : 0;
        longest = std::max(longest, length);
    }
    EXPECT_NEAR(longest, picture.width() * 0.42, picture.width() * 0.05);
    EXPECT_EQ(panel.shown().lines.size(), 4U);
}

TEST_F(Printing, AClickGoesToTheMomentOfTheLine) {
    Model model;
    model.showTrace(std::make_unique<Store>(scene.finish(Ended::finished)));
    OutputPanel panel(model);
    panel.resize(440, 280);
    panel.show();
    panel.grab();
    ASSERT_EQ(panel.shown().lines.size(), 4U);
    for (int y = 0; y < panel.height() && model.view().cursor() != at(20); y += 6)
        QTest::mouseClick(&panel, Qt::LeftButton, Qt::NoModifier, {200, y});
    EXPECT_EQ(model.view().cursor(), at(20));
}

}  // namespace
}  // namespace interleave::ui
