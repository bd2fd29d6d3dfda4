// The way through the scenarios, by chapter or by a teacher's list, and the list being made.
#include "ui/live/course.hpp"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <fstream>

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

class CourseTest : public testing::Test {
protected:
    // A list of three of which the first and the last are the same scenario.
    void openThree() {
        LessonList list{.title = "Mine",
                        .entries = {{.scenario = "locks/deadlock", .seed = 5, .params = {{"work", "10"}}},
                                    {.scenario = "threads/race"},
                                    {.scenario = "locks/deadlock", .pace = Pace::free}}};
        ASSERT_TRUE(writeLesson(list, path().toStdString()));
        m_course.openLesson(path());
    }
    QString path() const { return m_folder.filePath("mine.lesson"); }
    std::vector<std::string> ids() const {
        std::vector<std::string> all;
        for (const LessonEntry& entry : m_course.lesson().entries) all.push_back(entry.scenario);
        return all;
    }
    std::string shown() const { return m_model.scenario() == nullptr ? "" : m_model.scenario()->id; }

    QTemporaryDir m_folder;
    Model m_model;
    Course m_course{m_model};
    QSignalSpy m_failed{&m_course, &Course::failed};
};

TEST_F(CourseTest, WithoutAListTheWayGoesThroughTheChapters) {
    m_model.chooseScenario("locks/mutex");
    ASSERT_TRUE(m_course.next());
    EXPECT_EQ(m_course.next()->id, "threads/gil");
    EXPECT_FALSE(m_course.next()->opensAnotherChapter);
    EXPECT_TRUE(m_course.previous()->opensAnotherChapter);
    m_course.goNext();
    EXPECT_EQ(shown(), "threads/gil");
    m_course.goPrevious();
    EXPECT_EQ(shown(), "locks/mutex");
}

TEST_F(CourseTest, ALessonBeginsWithItsFirstEntrySetAsTheListHasIt) {
    openThree();
    EXPECT_EQ(m_course.lessonName(), "Mine");
    EXPECT_FALSE(m_course.isChanged());
    EXPECT_EQ(m_course.place(), 0);
    EXPECT_EQ(shown(), "locks/deadlock");
    EXPECT_EQ(m_model.request().seed, 5u);
    EXPECT_EQ(m_model.request().params.front(), (ParamValues::value_type{"work", "10"}));
}

TEST_F(CourseTest, NextFollowsTheListAndEndsWithIt) {
    openThree();
    EXPECT_FALSE(m_course.previous());
    m_course.goNext();
    EXPECT_EQ(shown(), "threads/race");
    m_course.goNext();
    EXPECT_EQ(m_course.place(), 2);
    EXPECT_EQ(m_model.request().pace, Pace::free);
    EXPECT_FALSE(m_course.next());
    m_course.goNext();
    EXPECT_EQ(m_course.place(), 2);
}

TEST_F(CourseTest, WhoGoesElsewhereLeavesTheListsWayAndComesBackToIt) {
    openThree();
    m_model.chooseScenario("locks/mutex");
    EXPECT_EQ(m_course.place(), -1);
    EXPECT_EQ(m_course.next()->id, "threads/gil") << "by chapter";
    m_course.goTo(1);
    EXPECT_EQ(m_course.next()->place, 2);
}

TEST_F(CourseTest, WhatIsShownIsAddedWithItsSettingsAndAListIsMadeForIt) {
    m_model.chooseScenario("locks/deadlock");
    RunRequest request = m_model.request();
    request.seed = 42;
    m_model.setRequest(request);
    m_course.addShown();
    ASSERT_TRUE(m_course.hasLesson());
    ASSERT_EQ(m_course.lesson().entries.size(), 1u);
    EXPECT_EQ(m_course.lesson().entries[0].seed, 42u);
    EXPECT_TRUE(m_course.isChanged());
    EXPECT_EQ(m_course.place(), 0);
}

TEST_F(CourseTest, EntriesAreMovedAndThePlaceMovesAlong) {
    openThree();
    m_course.move(0, 2);
    EXPECT_EQ(ids(), (std::vector<std::string>{"threads/race", "locks/deadlock", "locks/deadlock"}));
    EXPECT_EQ(m_course.place(), 2) << "the one shown";
    m_course.move(0, 1);
    EXPECT_EQ(ids()[1], "threads/race");
    EXPECT_EQ(m_course.place(), 2);
    m_course.move(2, 0);
    EXPECT_EQ(m_course.place(), 0);
    m_course.move(1, 7);
    EXPECT_EQ(ids().size(), 3u);
}

TEST_F(CourseTest, RemovingIsUndoneAndSoIsEverythingElse) {
    openThree();
    m_course.remove(1);
    EXPECT_EQ(ids(), (std::vector<std::string>{"locks/deadlock", "locks/deadlock"}));
    m_course.move(0, 1);
    m_course.rename("Other");
    EXPECT_TRUE(m_course.isChanged());
    for (int i = 0; i < 3; ++i) m_course.undo();
    EXPECT_EQ(ids(), (std::vector<std::string>{"locks/deadlock", "threads/race", "locks/deadlock"}));
    EXPECT_EQ(m_course.lessonName(), "Mine");
    EXPECT_EQ(m_course.place(), 0);
    EXPECT_FALSE(m_course.isChanged()) << "it is what the file holds";
    EXPECT_FALSE(m_course.canUndo());
}

TEST_F(CourseTest, TheEntryShownTakesOverWhatIsSetNow) {
    openThree();
    RunRequest request = m_model.request();
    request.seed = 77;
    m_model.setRequest(request);
    EXPECT_FALSE(m_course.isChanged()) << "trying something out changes no list";
    m_course.updateShown();
    EXPECT_EQ(m_course.lesson().entries[0].seed, 77u);
    EXPECT_TRUE(m_course.isChanged());
}

TEST_F(CourseTest, WhatWasSavedIsOpenedAgain) {
    m_model.chooseScenario("threads/race");
    m_course.addShown();
    m_course.rename("Week 5");
    ASSERT_TRUE(m_course.saveLesson(path()));
    EXPECT_FALSE(m_course.isChanged());
    m_course.closeLesson();
    EXPECT_FALSE(m_course.hasLesson());
    m_course.openLesson(path());
    EXPECT_EQ(m_course.lessonName(), "Week 5");
    EXPECT_EQ(shown(), "threads/race");
    EXPECT_EQ(m_failed.count(), 0);
}

TEST_F(CourseTest, AFileThatIsWrongIsToldAndTheListThatWasOpenStays) {
    openThree();
    std::ofstream(m_folder.filePath("bad.lesson").toStdString())
        << R"({"interleave-lesson": 1, "entries": [{"scenario": "locks/x"}]})";
    m_course.openLesson(m_folder.filePath("bad.lesson"));
    ASSERT_EQ(m_failed.count(), 1);
    EXPECT_TRUE(m_failed.front().front().toString().contains("entry 1"));
    EXPECT_EQ(ids().size(), 3u);
    EXPECT_EQ(m_course.path(), path());
}

TEST_F(CourseTest, WhatCannotBeWrittenIsToldAndIsStillToBeSaved) {
    openThree();
    m_course.remove(0);
    EXPECT_FALSE(m_course.saveLesson(m_folder.filePath("no/such/folder.lesson")));
    EXPECT_EQ(m_failed.count(), 1);
    EXPECT_TRUE(m_course.isChanged());
    EXPECT_EQ(m_course.path(), path());
}

}  // namespace
}  // namespace interleave::ui
