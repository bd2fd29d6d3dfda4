// Saved, checked, exported, and opened again: without a display.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string textOf(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t filesIn(const TemporaryFolder& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder.path()), {}));
}

// One deadlock, saved once for all of these tests.
class Files : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        s_folder = std::make_unique<TemporaryFolder>();
        const auto outcome =
            interleave({"run", "locks/deadlock", "--tempo", "4", "--save", s_folder->file("saved.ilv")});
        ASSERT_EQ(outcome.status, 0) << outcome.err;
    }
    static void TearDownTestSuite() { s_folder.reset(); }

    static std::string saved() { return s_folder->file("saved.ilv"); }
    TemporaryFolder folder;

private:
    static inline std::unique_ptr<TemporaryFolder> s_folder;
};

TEST_F(Files, ThumbnailsAreDrawnFromRunsAndListedForTheBuild) {
    const auto outcome = interleave({"thumbnails", folder.file("small"), "multitasking/round-robin"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "multitasking/round-robin\n");
    for (const char* theme : {"light", "dark"}) {
        const std::string name = std::string("multitasking-round-robin-") + theme + ".png";
        EXPECT_THAT(textOf(folder.file("small/" + name)), StartsWith("\x89PNG"));
        EXPECT_THAT(textOf(folder.file("small/thumbnails.qrc")), HasSubstr("<file>" + name + "</file>"));
    }
    const auto again = interleave({"thumbnails", "--missing", folder.file("small"), "multitasking/round-robin"});
    EXPECT_EQ(again.status, 0);
    EXPECT_EQ(again.out, "") << "it is there";
}

TEST_F(Files, ThumbnailsOfAnUnknownScenarioAreRefused) {
    const auto outcome = interleave({"thumbnails", folder.file("small"), "locks/deadlok"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("locks/deadlock"));
}

TEST_F(Files, ASavedTraceObeysTheLaws) {
    const auto outcome = interleave({"check", saved()});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
}

TEST_F(Files, ASavedTraceIsExportedInEveryFormat) {
    std::vector<std::string> words{"export", saved()};
    for (const char* name : {"d.png", "d.svg", "d.pdf", "d.csv", "d.json"}) words.push_back(folder.file(name));
    const auto outcome = interleave(words);
    ASSERT_EQ(outcome.status, 0) << outcome.err;

    EXPECT_THAT(textOf(folder.file("d.png")), StartsWith("\x89PNG"));
    EXPECT_THAT(textOf(folder.file("d.svg")), HasSubstr("<svg"));
    EXPECT_THAT(textOf(folder.file("d.pdf")), StartsWith("%PDF-"));
    EXPECT_THAT(textOf(folder.file("d.csv")), HasSubstr("T1"));
    EXPECT_FALSE(nlohmann::json::parse(textOf(folder.file("d.json")), nullptr, false).is_discarded());
    EXPECT_EQ(filesIn(folder), 5U);
}

TEST_F(Files, ARunIsExportedAsItEnds) {
    const auto outcome = interleave({"run", "locks/deadlock", "--tempo", "4", "--export", folder.file("d.png"),
                                     "--export", folder.file("d.svg"), "--export", folder.file("d.pdf")});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(filesIn(folder), 3U);
}

TEST_F(Files, AWholeWindowIsDrawnWithoutADisplay) {
    const auto outcome = interleave({"export", saved(), folder.file("w.png"), "--picture", "window"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(textOf(folder.file("w.png")), StartsWith("\x89PNG"));
}

TEST_F(Files, ATornFileIsRefusedInOneLine) {
    const auto whole = textOf(saved());
    std::ofstream(folder.file("torn.ilv"), std::ios::binary) << whole.substr(0, whole.size() / 2);
    const auto outcome = interleave({"check", folder.file("torn.ilv")});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("torn.ilv"));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

// A disk of 8 KB, in a name space of its own so that nobody else sees it.
TEST_F(Files, AFullDiskIsRefusedInOneLineAndLeavesNothingHalfWritten) {
    if (std::system("unshare -rm true 2> /dev/null") != 0) GTEST_SKIP() << "needs name spaces of its own (unshare -rm)";
    const auto disk = folder.file("disk");
    std::filesystem::create_directory(disk);
    for (const std::string& words :
         {"export " + saved() + " " + disk + "/d.png", "run locks/mutex --tempo 8 --save " + disk + "/m.ilv"}) {
        const auto script = "mount -t tmpfs -o size=8k none " + disk + " && { " INTERLEAVE_PROGRAM " " + words +
                            " > /dev/null 2> " + folder.file("err") + "; echo $? > " + folder.file("status") +
                            "; ls -A " + disk + " > " + folder.file("left") + "; }";
        ASSERT_EQ(std::system(("unshare -rm sh -c '" + script + "'").c_str()), 0);

        const auto err = textOf(folder.file("err"));
        EXPECT_EQ(textOf(folder.file("status")), "1\n") << words;
        EXPECT_EQ(textOf(folder.file("left")), "") << words;
        EXPECT_EQ(std::count(err.begin(), err.end(), '\n'), 1) << words << ": " << err;
    }
}

}  // namespace
}  // namespace interleave::end_to_end
