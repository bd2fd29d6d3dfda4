#include "ui/gallery/gallery_panel.hpp"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <gtest/gtest.h>

#include "ui/gallery/gallery_rows.hpp"

namespace interleave::ui {
namespace {

class GalleryPanelTest : public testing::Test {
protected:
    GalleryPanelTest() {
        m_panel.resize(248, 700);
        m_panel.show();
    }
    QModelIndex find(const QString& id) const {
        const auto found = m_tree->model()->match(m_tree->model()->index(0, 0), kIdRole, id, 1,
                                                  Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.front();
    }
    void click(const QModelIndex& index) {
        m_tree->scrollTo(index);
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, m_tree->visualRect(index).center());
    }
    bool isOpen(const QString& chapter) const { return m_tree->isExpanded(find(chapter)); }

    GalleryPanel m_panel;
    QLineEdit* m_search = m_panel.findChild<QLineEdit*>();
    QTreeView* m_tree = m_panel.findChild<QTreeView*>();
};

TEST_F(GalleryPanelTest, OneChapterIsOpenAtATime) {
    click(find("locks"));
    EXPECT_TRUE(isOpen("locks"));
    click(find("queues"));
    EXPECT_TRUE(isOpen("queues"));
    EXPECT_FALSE(isOpen("locks"));
    click(find("queues"));
    EXPECT_FALSE(isOpen("queues"));
}

TEST_F(GalleryPanelTest, AClickOnAScenarioChoosesIt) {
    QSignalSpy chosen(&m_panel, &GalleryPanel::chosen);
    click(find("locks"));
    click(find("locks/deadlock"));
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.front().front().toString(), "locks/deadlock");
}

TEST_F(GalleryPanelTest, TheOneShownIsMarkedAndItsChapterIsOpen) {
    QSignalSpy chosen(&m_panel, &GalleryPanel::chosen);
    m_panel.setCurrent("queues/producer-consumer");
    EXPECT_TRUE(isOpen("queues"));
    EXPECT_TRUE(find("queues/producer-consumer").data(kShownRole).toBool());
    EXPECT_EQ(chosen.count(), 0);
    m_panel.setCurrent("locks/deadlock");
    EXPECT_FALSE(find("queues/producer-consumer").data(kShownRole).toBool());
}

TEST_F(GalleryPanelTest, SearchingInEitherLanguageHidesTheRestAndCountsWhatIsLeft) {
    m_search->setText(QString::fromUtf8("死锁"));
    EXPECT_TRUE(isOpen("locks"));
    EXPECT_FALSE(m_tree->isRowHidden(find("locks/deadlock").row(), find("locks")));
    EXPECT_TRUE(m_tree->isRowHidden(find("queues").row(), {}));

    m_search->setText("partial");
    EXPECT_TRUE(m_tree->isRowHidden(find("locks/deadlock").row(), find("locks")));
    EXPECT_EQ(find("locks").data(kCountRole).toInt(), 1);
}

TEST_F(GalleryPanelTest, ReturnChoosesTheFirstFoundAndEscapeClearsTheSearch) {
    QSignalSpy chosen(&m_panel, &GalleryPanel::chosen);
    m_panel.focusSearch();
    QTest::keyClicks(m_search, "partial");
    QTest::keyClick(m_search, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.front().front().toString(), "locks/partial-deadlock");
    QTest::keyClick(m_search, Qt::Key_Escape);
    EXPECT_TRUE(m_search->text().isEmpty());
    EXPECT_FALSE(m_tree->isRowHidden(find("queues").row(), {}));
}

TEST_F(GalleryPanelTest, TheKeyboardAloneIsEnough) {
    QSignalSpy chosen(&m_panel, &GalleryPanel::chosen);
    m_panel.setCurrent("locks/mutex");
    QTest::keyClick(m_search, Qt::Key_Down);
    QTest::keyClick(m_tree, Qt::Key_Down);
    QTest::keyClick(m_tree, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_NE(chosen.front().front().toString(), "locks/mutex");
}

}  // namespace
}  // namespace interleave::ui
