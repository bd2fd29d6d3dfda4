// A teacher's list in the gallery: a section of its own, gone through and put in order by mouse and keys.
#include <QApplication>
#include <QMouseEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <gtest/gtest.h>

#include "ui/gallery/gallery_panel.hpp"
#include "ui/gallery/gallery_rows.hpp"
#include "ui/live/course.hpp"

namespace interleave::ui {
namespace {

class GalleryLessonTest : public testing::Test {
protected:
    GalleryLessonTest() {
        QSettings().clear();
        QObject::connect(&m_model, &Model::scenarioChanged, &m_panel,
                         [this] { m_panel.setCurrent(QString::fromStdString(m_model.scenario()->id)); });
        m_panel.follow(m_course);
        m_panel.resize(248, 700);
        m_panel.show();
        for (const char* id : {"locks/deadlock", "threads/race", "queues/poll-many"}) {
            m_model.chooseScenario(id);
            m_course.goTo(-1);
            m_course.addShown();
        }
    }
    QModelIndex head() const { return m_tree->model()->index(0, 0); }
    QModelIndex entry(int place) const { return m_tree->model()->index(place, 0, head()); }
    QPoint middle(int place) const { return m_tree->visualRect(entry(place)).center(); }
    QStringList order() const {
        QStringList ids;
        for (const LessonEntry& each : m_course.lesson().entries)
            ids << QString::fromStdString(each.scenario).section('/', 1);
        return ids;
    }
    void drag(int from, QPoint to) {
        auto* viewport = m_tree->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, middle(from));
        for (const QPoint at : {middle(from) + QPoint(0, QApplication::startDragDistance() + 1), to}) {
            QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(viewport, &move);
        }
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    }

    Model m_model;
    Course m_course{m_model};
    GalleryPanel m_panel;
    QTreeView* m_tree = m_panel.findChild<QTreeView*>();
};

TEST_F(GalleryLessonTest, StandsAboveTheChaptersOpenAndInItsOrder) {
    EXPECT_EQ(head().data(kIdRole).toString(), "lesson");
    EXPECT_EQ(head().data(kCountRole).toInt(), 3);
    EXPECT_TRUE(head().data(kChangedRole).toBool()) << "it is not saved";
    EXPECT_TRUE(m_tree->isExpanded(head()));
    EXPECT_EQ(entry(0).data(kIdRole).toString(), "locks/deadlock");
    EXPECT_EQ(entry(2).data(kIdRole).toString(), "queues/poll-many");
    EXPECT_TRUE(entry(3).data(kAddsRole).toBool());
}

TEST_F(GalleryLessonTest, AClickShowsTheEntryAndMarksItAlone) {
    QSignalSpy left(&m_panel, &GalleryPanel::left);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, middle(0));
    EXPECT_EQ(m_course.place(), 0);
    EXPECT_EQ(m_model.scenario()->id, "locks/deadlock");
    EXPECT_TRUE(entry(0).data(kShownRole).toBool());
    EXPECT_FALSE(entry(1).data(kShownRole).toBool());
    EXPECT_EQ(left.count(), 1) << "the next keys are the run's";
}

TEST_F(GalleryLessonTest, TheLastRowAddsWhatIsShown) {
    m_model.chooseScenario("locks/mutex");
    m_tree->setExpanded(head(), true);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, middle(3));
    EXPECT_EQ(order(), QStringList({"deadlock", "race", "poll-many", "mutex"}));
}

TEST_F(GalleryLessonTest, EntriesAreDraggedToAnotherPlace) {
    drag(0, m_tree->visualRect(entry(1)).bottomLeft() + QPoint(40, -2));
    EXPECT_EQ(order(), QStringList({"race", "deadlock", "poll-many"}));
    drag(2, m_tree->visualRect(entry(0)).topLeft() + QPoint(40, 2));
    EXPECT_EQ(order(), QStringList({"poll-many", "race", "deadlock"}));
    drag(0, m_tree->visualRect(head()).center());
    EXPECT_EQ(order(), QStringList({"poll-many", "race", "deadlock"})) << "that is no place in the list";
}

TEST_F(GalleryLessonTest, AltWithAnArrowMovesTheEntryAndTheKeysStayOnIt) {
    m_tree->setCurrentIndex(entry(0));
    QTest::keyClick(m_tree, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(m_tree, Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(order(), QStringList({"race", "poll-many", "deadlock"}));
    EXPECT_EQ(m_tree->currentIndex(), entry(2));
    QTest::keyClick(m_tree, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(m_tree, Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(order(), QStringList({"race", "deadlock", "poll-many"}));
}

TEST_F(GalleryLessonTest, DeleteRemovesTheEntryAndUndoBringsItBack) {
    m_tree->setCurrentIndex(entry(1));
    QTest::keyClick(m_tree, Qt::Key_Delete);
    EXPECT_EQ(order(), QStringList({"deadlock", "poll-many"}));
    QTest::keyClick(m_tree, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(order(), QStringList({"deadlock", "race", "poll-many"}));
}

TEST_F(GalleryLessonTest, IsGoneWhenItIsClosed) {
    m_course.closeLesson();
    EXPECT_NE(head().data(kIdRole).toString(), "lesson");
}

}  // namespace
}  // namespace interleave::ui
