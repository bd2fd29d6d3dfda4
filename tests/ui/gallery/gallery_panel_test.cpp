#include "ui/gallery/gallery_panel.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <gtest/gtest.h>

#include "ui/gallery/gallery_rows.hpp"
#include "ui/live/chapters.hpp"

namespace interleave::ui {
namespace {

class GalleryPanelTest : public testing::Test {
protected:
    GalleryPanelTest() {
        QSettings().clear();
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
    // The row in its chapter, which stands below the sections that a person fills.
    QModelIndex inChapter(const QString& chapter, const QString& id) const {
        const QModelIndex head = find(chapter);
        for (int i = 0; i < m_tree->model()->rowCount(head); ++i)
            if (m_tree->model()->index(i, 0, head).data(kIdRole).toString() == id)
                return m_tree->model()->index(i, 0, head);
        return {};
    }
    void clickStar(const QModelIndex& index) {
        m_tree->scrollTo(index);
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {},
                          GalleryRows::starRect(m_tree->visualRect(index)).center());
    }
    QStringList idsIn(const QString& section) const {
        QStringList ids;
        const QModelIndex head = find(section);
        for (int i = 0; head.isValid() && i < m_tree->model()->rowCount(head); ++i)
            ids << m_tree->model()->index(i, 0, head).data(kIdRole).toString();
        return ids;
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

TEST_F(GalleryPanelTest, WhatIsCalledSoIsChosenBeforeWhatOnlyAsksAboutIt) {
    QSignalSpy chosen(&m_panel, &GalleryPanel::chosen);
    m_search->setText("deadlock");
    QTest::keyClick(m_search, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.front().front().toString(), "locks/mutex") << "its chapter is called so, and it comes first";
    m_search->setText("locks/deadlock");
    QTest::keyClick(m_search, Qt::Key_Return);
    EXPECT_EQ(chosen.back().front().toString(), "locks/deadlock");
}

TEST_F(GalleryPanelTest, WhereNothingIsFoundTheWayBackIsOffered) {
    m_search->setText("zebra");
    EXPECT_FALSE(m_tree->isVisible());
    QPushButton* back = m_panel.findChild<QPushButton*>();
    ASSERT_NE(back, nullptr);
    ASSERT_TRUE(back->isVisible());
    bool told = false;
    for (const QLabel* label : m_panel.findChildren<QLabel*>())
        told = told || (label->isVisible() && label->text().contains("zebra"));
    EXPECT_TRUE(told);
    QTest::mouseClick(back, Qt::LeftButton);
    EXPECT_TRUE(m_search->text().isEmpty());
    EXPECT_TRUE(m_tree->isVisible());
    EXPECT_FALSE(back->isVisible());
}

TEST_F(GalleryPanelTest, AStarMakesAFavouriteAndTheStarAgainUndoesIt) {
    QSignalSpy chosen(&m_panel, &GalleryPanel::chosen);
    click(find("locks"));
    clickStar(find("locks/deadlock"));
    EXPECT_EQ(idsIn("favourites"), QStringList("locks/deadlock"));
    EXPECT_EQ(find("favourites").row(), 0) << "on top";
    EXPECT_TRUE(inChapter("locks", "locks/deadlock").data(kStarRole).toBool());
    clickStar(inChapter("locks", "locks/deadlock"));
    EXPECT_FALSE(find("favourites").isValid()) << "there are none any more";
    clickStar(inChapter("locks", "locks/deadlock"));
    EXPECT_EQ(idsIn("favourites"), QStringList("locks/deadlock"));
    EXPECT_EQ(chosen.count(), 0) << "a star is no choice";
}

TEST_F(GalleryPanelTest, TheKeysMakeFavouritesToo) {
    m_panel.setCurrent("locks/mutex");
    m_tree->setFocus();
    QTest::keyClick(m_tree, Qt::Key_Asterisk);
    EXPECT_EQ(idsIn("favourites"), QStringList("locks/mutex"));
}

TEST_F(GalleryPanelTest, NothingJumpsWhenAFavouriteIsChosenFromItsSection) {
    m_panel.toggleFavourite("queues/many-to-many");
    click(find("favourites"));
    m_panel.setCurrent("queues/many-to-many");
    EXPECT_TRUE(isOpen("favourites"));
    EXPECT_FALSE(isOpen("queues"));
    m_panel.setCurrent("locks/mutex");
    EXPECT_TRUE(isOpen("locks"));
}

TEST_F(GalleryPanelTest, FavouritesAndTheLastFiveRunsAreKeptInTheSettings) {
    m_panel.keepInSettings();
    m_panel.toggleFavourite("threads/race");
    for (const char* id :
         {"locks/mutex", "locks/deadlock", "locks/timeout", "threads/pool", "threads/gil", "queues/poll-many"})
        m_panel.noteRun(id);
    GalleryPanel next;
    next.keepInSettings();
    EXPECT_EQ(next.kept().favourites(), QStringList("threads/race"));
    EXPECT_EQ(next.kept().recents(),
              QStringList({"queues/poll-many", "threads/gil", "threads/pool", "locks/timeout", "locks/deadlock"}));
    EXPECT_EQ(idsIn("recents").size(), 5);
}

TEST_F(GalleryPanelTest, AFavouriteThatThisProgramDoesNotKnowIsNotShownButNotLost) {
    QSettings().setValue("gallery/favourites", QStringList({"of/another-version", "locks/mutex"}));
    m_panel.keepInSettings();
    EXPECT_EQ(idsIn("favourites"), QStringList("locks/mutex"));
    m_panel.toggleFavourite("locks/mutex");
    EXPECT_EQ(QSettings().value("gallery/favourites").toStringList(), QStringList("of/another-version"));
}

TEST_F(GalleryPanelTest, WhileSearchingOnlyChaptersAreShown) {
    m_panel.toggleFavourite("locks/deadlock");
    m_search->setText("deadlock");
    EXPECT_TRUE(m_tree->isRowHidden(find("favourites").row(), {}));
    m_search->clear();
    EXPECT_FALSE(m_tree->isRowHidden(find("favourites").row(), {}));
}

TEST_F(GalleryPanelTest, ScreenReadersAreToldWhatIsAFavouriteAndWhatIsShown) {
    m_panel.setCurrent("locks/deadlock");
    m_panel.toggleFavourite("locks/deadlock");
    EXPECT_EQ(inChapter("locks", "locks/deadlock").data(Qt::AccessibleTextRole).toString(),
              "Deadlock, favourite, shown");
    EXPECT_FALSE(m_search->accessibleName().isEmpty());
    EXPECT_FALSE(m_tree->accessibleName().isEmpty());
}

// As narrow as the list is in a window of 1280 × 720, beside its scroll bar.
TEST(GalleryNames, NoneIsCutInEitherLanguageInASmallWindow) {
    const QRect row(0, 0, 206, 32);
    for (const bool chinese : {false, true}) {
        setTextIsChinese(chinese);
        const QFontMetricsF closed(textFont(GalleryRows::kSmallestName, QFont::Medium));
        const QFontMetricsF shown(textFont(GalleryRows::kSmallestName, QFont::Bold));
        for (const ShownChapter& chapter : shownChapters(scenarios())) {
            const QString name = chapterName(chapter.key).shown();
            const QString count = QString::number(chapter.scenarios.size());
            EXPECT_LE(closed.horizontalAdvance(name), GalleryRows::chapterNameRoom(row, count, false).width())
                << name.toStdString();
            for (const Scenario* scenario : chapter.scenarios) {
                const QString subtitle = scenarioText(scenario->id).subtitle.shown();
                EXPECT_LE(shown.horizontalAdvance(subtitle), GalleryRows::nameRoom(row, true, false).width())
                    << subtitle.toStdString();
            }
        }
    }
    setTextIsChinese(false);
}

}  // namespace
}  // namespace interleave::ui
