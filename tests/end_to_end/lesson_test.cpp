// A teacher's list on the command line: told, and drawn from real runs.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Lessons : public ::testing::Test {
protected:
    std::string write(const std::string& entries) const {
        std::ofstream(folder.file("mine.lesson"))
            << R"({"interleave-lesson": 1, "title": "Mine", "entries": [)" << entries << "]}";
        return folder.file("mine.lesson");
    }
    bool has(const std::string& name) const { return std::filesystem::exists(folder.file("pictures/" + name)); }
    TemporaryFolder folder;
};

TEST_F(Lessons, AreListedInTheirOrderWithWhatEachIsRunWith) {
    const std::string file = write(
        R"({"scenario": "threads/race"}, {"scenario": "locks/deadlock", "runtime": "workers", "seed": 9, "params": {"work": 10}})");
    const auto told = interleave({"lesson", file, "--lang", "en"});
    EXPECT_EQ(told.status, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr("Mine"));
    EXPECT_LT(told.out.find("threads/race"), told.out.find("locks/deadlock"));
    EXPECT_THAT(told.out, HasSubstr("work=10"));

    const auto json = interleave({"lesson", file, "--json"}).json();
    ASSERT_EQ(json["entries"].size(), 2u);
    EXPECT_EQ(json["entries"][1]["runtime"], "workers");
    EXPECT_EQ(json["entries"][1]["seed"], 9);
    EXPECT_EQ(json["entries"][1]["params"]["work"], "10");
}

TEST_F(Lessons, EachIsDrawnUnderItsPlaceAndNameThoughAnotherFails) {
    const std::string file = write(
        R"({"scenario": "multitasking/round-robin", "runtime": "virtual"}, {"scenario": "locks/mutex", "pace": "step"},
                                      {"scenario": "locks/deadlock", "runtime": "virtual"})");
    const auto drawn = interleave({"lesson", file, "--export", folder.file("pictures"), "--format", "png", "--format",
                                   "csv", "--size", "640x360"});
    EXPECT_EQ(drawn.status, 1) << "one could not be drawn";
    EXPECT_TRUE(has("01-round-robin.png") && has("01-round-robin.csv") && has("03-deadlock.png"));
    EXPECT_FALSE(has("02-mutex.png"));
    EXPECT_THAT(drawn.err, HasSubstr("1 of 3 entries were not drawn: 2 (locks/mutex)"));
    EXPECT_THAT(drawn.err, HasSubstr("3 of 3, locks/deadlock")) << "progress";
    EXPECT_THAT(drawn.out, HasSubstr("03-deadlock.png\n"));
    EXPECT_THAT(drawn.out, Not(HasSubstr("mutex")));
}

TEST_F(Lessons, FilesThatAreThereAreReplacedOnlyWhereThatIsSaid) {
    const std::string file = write(R"({"scenario": "multitasking/round-robin", "runtime": "virtual"})");
    std::filesystem::create_directory(folder.file("pictures"));
    std::ofstream(folder.file("pictures/01-round-robin.csv")) << "mine";
    const auto refused = interleave({"lesson", file, "--export", folder.file("pictures"), "--format", "csv"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("--overwrite"));
    EXPECT_EQ(std::filesystem::file_size(folder.file("pictures/01-round-robin.csv")), 4u);
    EXPECT_EQ(
        interleave({"lesson", file, "--export", folder.file("pictures"), "--format", "csv", "--overwrite"}).status, 0);
    EXPECT_GT(std::filesystem::file_size(folder.file("pictures/01-round-robin.csv")), 4u);
}

TEST_F(Lessons, WhatIsComparedHasAPictureOfEachRunOrOneOfAll) {
    const std::string file = write(
        R"({"scenario": "multitasking/policy-race", "runtime": "virtual"}, {"scenario": "multitasking/round-robin", "runtime": "virtual"})");
    const auto together = interleave(
        {"lesson", file, "--export", folder.file("pictures"), "--picture", "comparison", "--size", "1280x720"});
    EXPECT_EQ(together.status, 0) << together.err;
    EXPECT_TRUE(has("01-policy-race.png") && has("02-round-robin.png"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.file("pictures")), {}), 2);
    const auto each = interleave({"lesson", file, "--export", folder.file("pictures"), "--format", "csv"});
    EXPECT_EQ(each.status, 0) << each.err;
    EXPECT_TRUE(has("01-policy-race-fcfs.csv"));
}

TEST_F(Lessons, AWrongFileIsToldInOneLineAndNothingIsMade) {
    const auto wrong =
        interleave({"lesson", write(R"({"scenario": "locks/deadlok"})"), "--export", folder.file("pictures")});
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.err, HasSubstr("entry 1"));
    EXPECT_EQ(std::count(wrong.err.begin(), wrong.err.end(), '\n'), 1);
    EXPECT_FALSE(std::filesystem::exists(folder.file("pictures")));
    EXPECT_EQ(interleave({folder.file("none.lesson")}).status, 1);
}

}  // namespace
}  // namespace interleave::end_to_end
