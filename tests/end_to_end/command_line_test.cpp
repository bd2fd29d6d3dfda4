// What is printed and written, as a script or a person in a shell meets it.
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> keysOf(const nlohmann::ordered_json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    return keys;
}

// Width and height as a PNG's header has them.
std::pair<unsigned, unsigned> sizeOfPng(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    unsigned char head[24] = {};
    in.read(reinterpret_cast<char*>(head), sizeof head);
    const auto number = [&](int at) {
        return unsigned{head[at]} << 24 | unsigned{head[at + 1]} << 16 | unsigned{head[at + 2]} << 8 | head[at + 3];
    };
    return {number(16), number(20)};
}

std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    return names;
}

// A file system of one page, so that a full disk is a real one.
class FullDisk {
public:
    FullDisk() {
        std::filesystem::create_directory(path());
        m_mounted = ::mount("interleave-test", path().c_str(), "tmpfs", 0, "size=4096") == 0;
    }
    ~FullDisk() {
        if (m_mounted) ::umount2(path().c_str(), MNT_DETACH);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

    bool mounted() const { return m_mounted; }
    std::filesystem::path path() const { return m_folder.path() / "disk"; }

private:
    TemporaryFolder m_folder;
    bool m_mounted = false;
};

TEST(CommandLine, HelpAndVersionGoToStdout) {
    const auto help = interleave({"--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, HasSubstr("Exit status"));
    EXPECT_EQ(help.err, "");
    EXPECT_THAT(interleave({"--version"}).out, ::testing::StartsWith("interleave "));
}

TEST(CommandLine, TheListHasTheDocumentedKeysInBothLanguages) {
    const auto outcome = interleave({"list", "--json"});
    ASSERT_EQ(outcome.status, 0);
    const auto list = nlohmann::ordered_json::parse(outcome.out);
    for (const auto& scenario : list) {
        EXPECT_THAT(keysOf(scenario), ElementsAre("id", "chapter", "title", "runtimes", "default_runtime", "params"));
        EXPECT_THAT(keysOf(scenario["title"]), ElementsAre("en", "zh_CN"));
        EXPECT_NE(scenario["title"]["en"], scenario["title"]["zh_CN"]) << scenario["id"];
        EXPECT_NE(scenario["title"]["en"], scenario["id"]) << "no title";
        for (const auto& param : scenario["params"])
            EXPECT_THAT(keysOf(param), ElementsAre("name", "type", "default", "min", "max", "choices"));
    }
}

TEST(CommandLine, ARunHasTheDocumentedKeys) {
    const auto outcome = interleave({"run", "queues/producer-consumer", "--tempo", "8", "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto run = nlohmann::ordered_json::parse(outcome.out);
    EXPECT_THAT(keysOf(run),
                ElementsAre("scenario", "runtime", "pace", "seed", "params", "ended", "wall_ms", "events", "lost",
                            "evicted", "actors", "locks", "queues", "deadlocks", "results", "violations"));
    EXPECT_THAT(keysOf(run["actors"][0]),
                ElementsAre("id", "name", "kind", "parent", "pid", "tid", "state_ms", "exit", "end"));
    EXPECT_THAT(keysOf(run["actors"][0]["state_ms"]), ElementsAre("running", "ready", "waiting"));
    EXPECT_THAT(keysOf(run["queues"][0]), ElementsAre("name", "capacity", "puts", "gets", "max_level"));
}

TEST(CommandLine, WhatIsSetIsWhatRuns) {
    const auto run =
        interleave({"run", "locks/deadlock", "--set", "work=10", "--set", "pause=50", "--seed", "7", "--json"}).json();
    EXPECT_EQ(run["params"]["work"], 10);
    EXPECT_EQ(run["params"]["pause"], 50);
    EXPECT_EQ(run["seed"], 7);
}

TEST(CommandLine, WithoutJsonItTellsTheSameInAFewLines) {
    const auto outcome = interleave({"run", "locks/deadlock", "--tempo", "8"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    for (const char* part : {"locks/deadlock", "steered", "seed 1", "T1 waits for B, T2 waits for A", "all obeyed"})
        EXPECT_THAT(outcome.out, HasSubstr(part));
}

TEST(CommandLine, SpeaksChineseWhenAsked) {
    const auto outcome = interleave({"show", "locks/deadlock", "--lang", "zh_CN"});
    EXPECT_THAT(outcome.out, HasSubstr("死锁"));
    EXPECT_THAT(outcome.out, ::testing::Not(HasSubstr("The question")));
}

TEST(CommandLine, PicturesHaveTheSizeAskedFor) {
    const TemporaryFolder folder;
    const auto saved = folder.file("r.ilv");
    ASSERT_EQ(interleave({"run", "locks/deadlock", "--tempo", "8", "--save", saved}).status, 0);

    const auto outcome =
        interleave({"export", saved, folder.file("a.png"), "--size", "1280x720", "--scale", "2", "--theme", "dark"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "") << "nothing of Qt's about the missing desktop";
    EXPECT_EQ(sizeOfPng(folder.file("a.png")), std::pair(2560U, 1440U));
}

TEST(CommandLine, TargetsAreCheckedBeforeTheRun) {
    const auto before = std::chrono::steady_clock::now();
    const TemporaryFolder folder;
    const auto outcome =
        interleave({"run", "locks/deadlock", "--export", folder.file("good.png"), "--save", folder.file("none/r.ilv")});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr(folder.file("none")));
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(1)) << "the run takes longer";
    EXPECT_THAT(namesIn(folder.path()), IsEmpty());
}

TEST(CommandLine, AFullDiskIsToldAndLeavesNothing) {
    const FullDisk disk;
    if (!disk.mounted()) GTEST_SKIP() << "needs the right to mount a file system";
    const auto outcome =
        interleave({"run", "locks/deadlock", "--tempo", "8", "--export", disk.path() / "d.png", "--json"});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("disk is full"));
    EXPECT_EQ(outcome.json()["ended"], "deadlocked") << "what was found out is told all the same";
    EXPECT_THAT(namesIn(disk.path()), IsEmpty());
}

TEST(CommandLine, ADeviceIsWrittenToAndNeverReplaced) {
    const auto outcome = interleave({"run", "locks/deadlock", "--tempo", "8", "--save", "/dev/full"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("full"));
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

TEST(CommandLine, AnOutputThatTakesNothingIsAnErrorNotASuccess) {
    const std::string command = std::string(INTERLEAVE_PROGRAM) + " list > /dev/full 2> /dev/null";
    const int state = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(state), 1);
}

TEST(CommandLine, AnUnreachableDisplayIsToldInOneLine) {
    const std::string command = "env -u QT_QPA_PLATFORM -u WAYLAND_DISPLAY DISPLAY=:7777 " +
                                std::string(INTERLEAVE_PROGRAM) + " 2>&1 >/dev/null | grep -c '`interleave list`'";
    EXPECT_EQ(std::system(command.c_str()), 0);
}

}  // namespace
}  // namespace interleave::end_to_end
