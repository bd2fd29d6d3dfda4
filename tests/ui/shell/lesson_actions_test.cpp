// Lesson lists in the whole window: opened, followed, and never lost without asking.
#include "ui/shell/lesson_actions.hpp"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include "ui/gallery/gallery_panel.hpp"
#include "ui/live/course.hpp"
#include "ui/shell/main_window.hpp"

namespace interleave::ui {
namespace {

class LessonWindow : public testing::Test {
protected:
    LessonWindow() {
        QSettings().clear();
        m_model.setRunner(INTERLEAVE_RUNNER_PROGRAM);
        m_window.resize(1280, 720);
        m_window.chooseScenario("locks/mutex");
        m_window.show();
        EXPECT_TRUE(writeLesson(
            {.title = "Mine", .entries = {{.scenario = "locks/deadlock", .seed = 5}, {.scenario = "threads/race"}}},
            path().toStdString()));
    }
    QString path() const { return m_folder.filePath("mine.lesson"); }
    std::string shown() const { return m_model.scenario()->id; }
    Course& course() { return m_window.course(); }
    LessonActions& lessons() { return m_window.lessons(); }
    // Answers the next question with that button.
    void answer(QMessageBox::StandardButton button) {
        QTimer::singleShot(0, &m_window, [this, button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            m_asked = box != nullptr;
            if (box != nullptr) box->button(button)->click();
        });
    }
    bool closes() {
        QCloseEvent close;
        QApplication::sendEvent(&m_window, &close);
        return close.isAccepted();
    }

    QTemporaryDir m_folder;
    Model m_model;
    MainWindow m_window{m_model};
    bool m_asked = false;
};

TEST_F(LessonWindow, ALessonThatIsOpenedBeginsAndNextFollowsIt) {
    m_window.openFile(path());
    EXPECT_EQ(shown(), "locks/deadlock");
    EXPECT_EQ(m_model.request().seed, 5u);
    EXPECT_TRUE(lessons().next->toolTip().contains("in the lesson")) << lessons().next->toolTip().toStdString();
    lessons().next->trigger();
    EXPECT_EQ(shown(), "threads/race");
    EXPECT_FALSE(lessons().next->isEnabled());
    lessons().previous->trigger();
    EXPECT_EQ(shown(), "locks/deadlock");
}

TEST_F(LessonWindow, ALessonThatIsDroppedIsOpened) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path())});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window, &enter);
    ASSERT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window, &drop);
    EXPECT_TRUE(course().hasLesson());
}

TEST_F(LessonWindow, TheKeysGoThroughTheChapterWhereNoLessonIsOpen) {
    m_window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
    QTest::keyClick(&m_window, Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(shown(), "threads/gil");
    QTest::keyClick(&m_window, Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(shown(), "locks/mutex");
    EXPECT_TRUE(lessons().next->toolTip().contains("in this chapter"));
    EXPECT_TRUE(lessons().previous->toolTip().contains("Chapter before"));
}

TEST_F(LessonWindow, AFileThatIsWrongIsToldInTheBarAndNothingElseHappens) {
    QFile file(m_folder.filePath("bad.lesson"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"interleave-lesson\": 1,\n \"entries\": [}");
    file.close();
    m_window.openFile(file.fileName());
    EXPECT_TRUE(m_window.errorShown().contains("line 2")) << m_window.errorShown().toStdString();
    EXPECT_FALSE(course().hasLesson());
    EXPECT_EQ(shown(), "locks/mutex");
}

TEST_F(LessonWindow, WhatIsNotSavedIsAskedForBeforeTheWindowCloses) {
    lessons().add->trigger();
    ASSERT_TRUE(course().isChanged());
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(closes());
    EXPECT_TRUE(m_asked);
    answer(QMessageBox::Discard);
    EXPECT_TRUE(closes());
}

TEST_F(LessonWindow, SavingWhereAskedWritesTheFile) {
    m_window.openFile(path());
    lessons().add->trigger();
    answer(QMessageBox::Save);
    lessons().close->trigger();
    EXPECT_TRUE(m_asked);
    EXPECT_FALSE(course().hasLesson());
    const auto written = readLesson(path().toStdString());
    ASSERT_TRUE(written);
    EXPECT_EQ(written->entries.size(), 3u);
}

TEST_F(LessonWindow, AnotherFileDoesNotTakeThePlaceOfOneThatIsNotSaved) {
    lessons().add->trigger();
    answer(QMessageBox::Cancel);
    m_window.openFile(path());
    EXPECT_EQ(course().lesson().entries.size(), 1u);
    EXPECT_TRUE(course().isChanged());
}

TEST_F(LessonWindow, ARunIsAmongTheLastOnesAndAFavouriteByItsKey) {
    auto* gallery = m_window.findChild<GalleryPanel*>();
    m_model.run();
    EXPECT_EQ(gallery->kept().recents(), QStringList("locks/mutex"));
    m_model.stop();
    EXPECT_TRUE(QTest::qWaitFor([this] { return !m_model.isLive(); }, 20'000));
    lessons().favourite->trigger();
    EXPECT_TRUE(lessons().favourite->isChecked());
    EXPECT_EQ(gallery->kept().favourites(), QStringList("locks/mutex"));
    lessons().favourite->trigger();
    EXPECT_FALSE(lessons().favourite->isChecked());
}

}  // namespace
}  // namespace interleave::ui
