#include "ui/code/code_panel.hpp"

#include <Qsci/qsciscintilla.h>

#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/code/code_view.hpp"

namespace interleave::ui {
namespace {

// A source whose lines 13, 15 and 16 the deadlock's actors stand on, and its listing.
QString cppSource() {
    QStringList lines;
    for (int line = 1; line <= 60; ++line) lines << QStringLiteral("line%1();").arg(line);
    lines[12] += "  //@ first";
    lines[14] += "  //@ sleep";
    lines[15] += "  //@ second";
    return lines.join('\n');
}
const QString kListing =
    QStringLiteral("with a:  #@ first\n    sleep(1)  #@ sleep\n    with b:  #@ second\n        pass\n");

class CodePanelTest : public testing::Test {
protected:
    CodePanelTest() {
        m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
        m_panel.setListings(kListing, cppSource());
        m_panel.resize(440, 320);
        look(ms(3000));
    }
    void look(TraceTime cursor) {
        m_model.view().setCursor(cursor);
        m_panel.grab();
    }
    std::vector<int> markedLines() const {
        std::vector<int> lines;
        for (const ShownMark& shown : m_panel.view().marks()) lines.push_back(shown.mark.line);
        return lines;
    }

    Model m_model;
    CodePanel m_panel{m_model};
};

TEST_F(CodePanelTest, ShowsPythonFirst) {
    EXPECT_EQ(m_panel.shownLanguage(), ListingLanguage::python);
    EXPECT_EQ(m_panel.view().editor()->text(), "with a:\n    sleep(1)\n    with b:\n        pass\n");
}

TEST_F(CodePanelTest, MarksTheListingsLinesThroughTheTies) {
    EXPECT_EQ(markedLines(), std::vector<int>{3});
    look(ms(350));
    EXPECT_EQ(markedLines(), (std::vector<int>{1, 2}));
    EXPECT_EQ(m_panel.view().marks()[0].tokens[0].letters, "T2");
}

TEST_F(CodePanelTest, MarksTheSourcesOwnLines) {
    m_panel.showLanguage(ListingLanguage::cpp);
    m_panel.grab();
    EXPECT_EQ(markedLines(), std::vector<int>{16});
    const auto markers = m_panel.view().editor()->SendScintilla(QsciScintilla::SCI_MARKERGET, 15UL);
    EXPECT_NE(markers, 0) << "the line itself is coloured, too";
}

TEST_F(CodePanelTest, KeepsTheCurrentLineInSight) {
    m_panel.showLanguage(ListingLanguage::cpp);
    m_panel.resize(440, 200);
    m_panel.show();
    look(ms(3000));
    look(ms(2999));  // the first picture may come before the editor knows its height
    const CodeView& view = m_panel.view();
    EXPECT_LE(view.firstVisibleLine(), 16);
    EXPECT_GT(view.firstVisibleLine() + view.linesOnScreen(), 16);
}

TEST_F(CodePanelTest, TheSelectedIntervalShowsItsOwnLine) {
    m_model.view().select(Selection{LaneKind::actor, 0, ms(100)});  // it stood on line 13 then
    m_panel.grab();
    const auto markers = m_panel.view().editor()->SendScintilla(QsciScintilla::SCI_MARKERGET, 0UL);
    EXPECT_NE(markers, 0);
}

TEST_F(CodePanelTest, CannotBeEdited) {
    QsciScintilla* editor = m_panel.view().editor();
    const QString before = editor->text();
    QTest::keyClicks(editor, "x");
    QTest::keyClick(editor, Qt::Key_Delete);
    QTest::mouseClick(editor->viewport(), Qt::LeftButton);
    EXPECT_EQ(editor->text(), before);
}

TEST_F(CodePanelTest, AMissingListingIsSaidNotShownEmpty) {
    m_panel.setListings(QString(), cppSource());
    m_panel.show();
    m_panel.grab();
    EXPECT_FALSE(m_panel.view().isVisible());
    m_panel.showLanguage(ListingLanguage::cpp);
    EXPECT_TRUE(m_panel.view().isVisible());
}

}  // namespace
}  // namespace interleave::ui
