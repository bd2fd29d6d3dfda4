// A teacher's list survives being written and read, and what is wrong with a file is told so that it can be mended.
#include "core/scenario/lesson_list.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interleave {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

LessonList weekFive() {
    return {.title = "Week 5: 死锁",
            .entries = {{.scenario = "locks/deadlock",
                         .runtime = RuntimeKind::workers,
                         .pace = Pace::steered,
                         .seed = 7,
                         .params = {{"work", "100"}, {"pause", "500"}}},
                        {.scenario = "locks/lock-order"},
                        {.scenario = "locks/deadlock", .pace = Pace::step}}};
}

std::string refusalOf(const std::string& json) {
    const auto lesson = lessonFromJson(json, "mine.lesson");
    if (lesson) {
        ADD_FAILURE() << "was accepted: " << json;
        return {};
    }
    EXPECT_THAT(lesson.error().what, HasSubstr("mine.lesson")) << "where";
    EXPECT_THAT(lesson.error().what, Not(HasSubstr("\n")));
    return lesson.error().what;
}

std::string withEntry(const std::string& entry) {
    return R"({"interleave-lesson": 1, "entries": [{"scenario": "locks/mutex"}, )" + entry + "]}";
}

class LessonFiles : public ::testing::Test {
protected:
    LessonFiles() {
        std::string form = (std::filesystem::temp_directory_path() / "interleave-lesson-XXXXXX").string();
        m_folder = ::mkdtemp(form.data());
    }
    ~LessonFiles() override { std::filesystem::remove_all(m_folder); }
    std::string file(const char* name) const { return (m_folder / name).string(); }
    static std::string textOf(const std::string& path) {
        std::ifstream in(path);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::filesystem::path m_folder;
};

TEST(LessonList, ComesBackAsItWasWritten) {
    const auto read = lessonFromJson(toJson(weekFive()), "mine.lesson");
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(*read, weekFive());
}

TEST(LessonList, IsWrittenAsAPersonWouldWriteIt) {
    const std::string text = toJson(weekFive());
    EXPECT_THAT(text, ::testing::StartsWith("{\n  \"interleave-lesson\": 1,\n"));
    EXPECT_THAT(text, AllOf(HasSubstr("\"work\": 100"), HasSubstr("Week 5: 死锁"), HasSubstr("\"pace\": \"steered\"")));
}

TEST(LessonList, OfAnEntryOnlyTheScenarioMustBeSaid) {
    const auto read =
        lessonFromJson(R"({"interleave-lesson": 1, "entries": [{"scenario": "locks/deadlock"}]})", "mine.lesson");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->entries, std::vector<LessonEntry>{{.scenario = "locks/deadlock"}});
    EXPECT_EQ(read->title, "");
}

TEST(LessonList, ValuesMayBeNumbersTextsAndTruths) {
    const auto read = lessonFromJson(
        withEntry(R"({"scenario": "locks/deadlock", "params": {"pause": "20", "work": 10}})"), "mine.lesson");
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(read->entries[1].params, (ParamValues{{"work", "10"}, {"pause", "20"}})) << "in the scenario's order";
}

TEST(LessonList, WhatIsNoJsonIsToldWithItsLineAndColumn) {
    EXPECT_THAT(refusalOf("{\"interleave-lesson\": 1,\n  \"entries\": [}\n"),
                AllOf(HasSubstr("no JSON"), HasSubstr("line 2, column 15")));
    EXPECT_THAT(refusalOf(""), HasSubstr("line 1, column 1"));
    EXPECT_THAT(refusalOf("\xff\xfe"), HasSubstr("no JSON"));
    EXPECT_THAT(refusalOf("{\"interleave-lesson\": 1e999}"), HasSubstr("cannot be opened"))
        << "a number that no type holds";
}

TEST(LessonList, AnotherFileOrVersionIsToldAsSuch) {
    EXPECT_THAT(refusalOf("[1, 2]"), HasSubstr("no lesson list"));
    EXPECT_THAT(refusalOf(R"({"entries": []})"), HasSubstr("no lesson list"));
    EXPECT_THAT(refusalOf(R"({"interleave-lesson": 2, "entries": []})"),
                AllOf(HasSubstr("version 2"), HasSubstr("newer")));
    EXPECT_THAT(refusalOf(R"({"interleave-lesson": "one", "entries": []})"), HasSubstr("version"));
    EXPECT_THAT(refusalOf(R"({"interleave-lesson": 1})"), HasSubstr("no entries"));
    EXPECT_THAT(refusalOf(R"({"interleave-lesson": 1, "entries": {}})"), HasSubstr("no list"));
}

TEST(LessonList, WhatIsWrongWithAnEntryNamesTheEntryAndWhatWouldBeRight) {
    EXPECT_THAT(refusalOf(withEntry(R"("locks/mutex")")), HasSubstr("entry 2 is no object"));
    EXPECT_THAT(refusalOf(withEntry("{}")), HasSubstr("entry 2 names no scenario"));
    EXPECT_THAT(refusalOf(withEntry(R"({"scenario": "locks/deadlok"})")),
                AllOf(HasSubstr("entry 2"), HasSubstr("locks/deadlok")));
    EXPECT_THAT(refusalOf(withEntry(R"({"scenario": "locks/deadlock", "params": {"wrok": 1}})")),
                AllOf(HasSubstr("wrok"), HasSubstr("work, pause")));
    EXPECT_THAT(refusalOf(withEntry(R"({"scenario": "locks/deadlock", "params": {"work": 99999}})")),
                HasSubstr("0 to 5000 ms"));
    EXPECT_THAT(refusalOf(withEntry(R"({"scenario": "locks/deadlock", "params": {"work": [1]}})")),
                HasSubstr("single value"));
    EXPECT_THAT(refusalOf(withEntry(R"({"scenario": "locks/three-locks", "runtime": "processes"})")),
                HasSubstr("it runs on"));
    EXPECT_THAT(refusalOf(withEntry(R"({"scenario": "locks/mutex", "runtime": "thread"})")),
                HasSubstr("processes, threads"));
    EXPECT_THAT(refusalOf(withEntry(R"({"scenario": "locks/mutex", "pace": 3})")), HasSubstr("pace"));
    EXPECT_THAT(refusalOf(withEntry(R"({"scenario": "locks/mutex", "seed": -1})")), HasSubstr("seed"));
}

TEST(LessonList, AWordThatNobodyKnowsIsRefusedSinceWritingWouldLoseIt) {
    EXPECT_THAT(refusalOf(withEntry(R"({"scenario": "locks/mutex", "colour": "red"})")), HasSubstr("colour"));
    EXPECT_THAT(refusalOf(R"({"interleave-lesson": 1, "entries": [], "author": "me"})"), HasSubstr("author"));
}

TEST(LessonList, EndlessListsAndTitlesAreRefused) {
    LessonList endless;
    endless.entries.assign(kMostLessonEntries + 1, {.scenario = "locks/mutex"});
    EXPECT_THAT(refusalOf(toJson(endless)), HasSubstr("at most 500"));
    EXPECT_THAT(refusalOf(toJson({.title = std::string(500, 'x'), .entries = {}})), HasSubstr("title"));
    EXPECT_FALSE(lessonFromJson(std::string(100'000, '['), "mine.lesson"));
}

TEST(LessonList, IsKnownByItsEnding) {
    for (const char* name : {"a.lesson", "A.LESSON", "/b/c.d.lesson"}) EXPECT_TRUE(isLessonFile(name)) << name;
    for (const char* name : {"", ".lesson", "a.ilv", "lesson", "a.lesson.bak"})
        EXPECT_FALSE(isLessonFile(name)) << name;
}

TEST_F(LessonFiles, AreWrittenAndReadAgain) {
    ASSERT_TRUE(writeLesson(weekFive(), file("five.lesson")));
    const auto read = readLesson(file("five.lesson"));
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(*read, weekFive());
}

TEST_F(LessonFiles, ThatCannotBeReadSayWhy) {
    EXPECT_THAT(readLesson(file("none.lesson")).error().what,
                AllOf(HasSubstr("none.lesson"), HasSubstr("No such file")));
    EXPECT_THAT(readLesson(m_folder.string()).error().what, HasSubstr("irectory"));
}

TEST_F(LessonFiles, WhatWasThereStaysWhereWritingFails) {
    ASSERT_TRUE(writeLesson(weekFive(), file("five.lesson")));
    const std::string before = textOf(file("five.lesson"));
    EXPECT_FALSE(writeLesson({}, file("no-such-folder/five.lesson")));
    EXPECT_EQ(textOf(file("five.lesson")), before);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder), {}), 1) << "nothing is left beside it";
}

}  // namespace
}  // namespace interleave
