// Folders are copied whole: names, bytes, times, permissions, links; nothing is overwritten,
// and nobody's end leaves half a file.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/tree_copy.hpp"
#include "tests/support/folder_compare.hpp"

namespace interleave {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

class CopyingAFolder : public ::testing::Test {
protected:
    void SetUp() override { fs::create_directories(from()); }

    std::string from() const { return place.path / "from"; }
    std::string to() const { return place.path / "to"; }
    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((fs::path(from()) / name).parent_path());
        std::ofstream(fs::path(from()) / name, std::ios::binary) << bytes;
    }
    // What was refused, in the order in which it came.
    std::vector<TreeRefusal> copyAll() const {
        const FolderTree tree = readTree(from()).value();
        const TreeCopy copy = TreeCopy::begin(from(), to(), tree).value();
        std::vector<TreeRefusal> refusals = tree.refusals;
        for (const std::size_t i : tree.files()) {
            const auto copied = copy.copy(tree.entries[i]);
            if (!copied) refusals.push_back({tree.entries[i].path, copied.error().what});
        }
        for (const TreeRefusal& one : copy.finish(tree)) refusals.push_back(one);
        return refusals;
    }

    TemporaryPlace place;
};

TEST_F(CopyingAFolder, KeepsNamesBytesTimesPermissionsAndLinks) {
    write("plain.txt", "hello");
    write("empty", "");
    write("with blanks  and (brackets)/图片 β.bin", std::string(3'000'000, 'x') + '\0' + "end");
    write("-dash/--help", "no option");
    write("line\nbreak\t\\", "odd");
    write(std::string(200, 'n'), "long");
    write("not utf-8 \xFF\xFE", "bytes");
    fs::create_directories(fs::path(from()) / "nothing/in/here");
    fs::create_symlink("plain.txt", fs::path(from()) / "link");
    fs::create_symlink("/nowhere/at all", fs::path(from()) / "dangling");
    fs::create_symlink(".", fs::path(from()) / "-dash/around");
    fs::permissions(fs::path(from()) / "plain.txt", fs::perms{0741});
    fs::last_write_time(fs::path(from()) / "plain.txt", fs::file_time_type::clock::now() - 10'000h);
    fs::last_write_time(fs::path(from()) / "-dash", fs::file_time_type::clock::now() - 20'000h);
    fs::permissions(fs::path(from()) / "nothing/in", fs::perms{0555});

    EXPECT_TRUE(copyAll().empty());
    EXPECT_EQ(differenceBetween(from(), to()), "");
    fs::permissions(fs::path(from()) / "nothing/in", fs::perms{0755});
    EXPECT_NE(differenceBetween(from(), to()), "") << "the comparison sees permissions";
    fs::permissions(fs::path(to()) / "nothing/in", fs::perms{0755});
}

TEST_F(CopyingAFolder, OfTwoThousandFilesComesOutRight) {
    std::mt19937 random{1};
    constexpr int kFiles = 2000;
    for (int i = 0; i < kFiles; ++i)
        write("folder " + std::to_string(i % 97) + "/层 " + std::to_string(i % 11) + "/file " + std::to_string(i),
              std::string(random() % 3000, static_cast<char>('a' + i % 26)));
    EXPECT_TRUE(copyAll().empty());
    EXPECT_EQ(differenceBetween(from(), to()), "");
    EXPECT_EQ(readTree(to()).value().files().size(), static_cast<std::size_t>(kFiles));
}

TEST_F(CopyingAFolder, NeverOverwrites) {
    write("a", "new");
    const FolderTree tree = readTree(from()).value();
    for (const bool isFolder : {true, false}) {
        if (isFolder) fs::create_directory(to());
        else std::ofstream(to()) << "old";
        const auto refusal = TreeCopy::begin(from(), to() + (isFolder ? "/" : ""), tree);
        ASSERT_FALSE(refusal);
        EXPECT_THAT(refusal.error().what, HasSubstr("exists already"));
        if (isFolder) EXPECT_TRUE(fs::is_empty(to()));
        else EXPECT_EQ(fs::file_size(to()), 3U);
        fs::remove_all(to());
    }
    fs::create_symlink("nowhere", to());
    EXPECT_FALSE(TreeCopy::begin(from(), to(), tree)) << "a link to nowhere is something, too";
}

TEST_F(CopyingAFolder, AFileThatTurnsUpMeanwhileIsLeftAlone) {
    write("a", "new");
    const FolderTree tree = readTree(from()).value();
    const TreeCopy copy = TreeCopy::begin(from(), to(), tree).value();
    std::ofstream(fs::path(to()) / "a") << "somebody's";
    const auto refusal = copy.copy(tree.entries[tree.files()[0]]);
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code, EEXIST);
    EXPECT_EQ(fs::file_size(fs::path(to()) / "a"), 10U);
}

// Somebody who may write there puts a link in a folder's place,
// so that what stands elsewhere would be copied in its name.
TEST_F(CopyingAFolder, AFolderThatBecomesALinkMeanwhileIsNotFollowed) {
    write("inner/deep/a", "told");
    write("elsewhere/deep/a", "kept to oneself");
    const FolderTree tree = readTree(from()).value();
    const TreeCopy copy = TreeCopy::begin(from(), to(), tree).value();
    fs::remove_all(fs::path(from()) / "inner");
    fs::create_directory_symlink("elsewhere", fs::path(from()) / "inner");
    for (const std::size_t file : tree.files()) {
        const std::string& path = tree.entries[file].path;
        EXPECT_EQ(copy.copy(tree.entries[file]).has_value(), path != "inner/deep/a") << path;
    }
    EXPECT_FALSE(fs::exists(fs::path(to()) / "inner/deep/a"));
}

TEST_F(CopyingAFolder, RefusesWhatMakesNoSense) {
    EXPECT_THAT(checkTreeCopy(from(), from() + "/in").error().what, HasSubstr("into itself"));
    EXPECT_THAT(checkTreeCopy("/", to()).error().what, HasSubstr("into itself"));
    EXPECT_TRUE(checkTreeCopy(from(), from() + " beside")) << "a name that begins like the folder's";
    EXPECT_THAT(checkTreeCopy(from() + "/none", to()).error().what, HasSubstr("No such file"));
    EXPECT_THAT(checkTreeCopy(from(), to() + "/deep/er").error().what, HasSubstr("no folder can be made in"));
    write("file", "");
    EXPECT_THAT(checkTreeCopy(from() + "/file", to()).error().what, HasSubstr("is no folder"));
    EXPECT_FALSE(fs::exists(to()));
}

TEST_F(CopyingAFolder, NamesWhatIsNoFileAndGoesOn) {
    ASSERT_EQ(::mkfifo((from() + "/pipe").c_str(), 0600), 0);
    write("after", "x");
    const auto refusals = copyAll();
    ASSERT_EQ(refusals.size(), 1U);
    EXPECT_EQ(refusals[0].path, "pipe");
    EXPECT_TRUE(fs::exists(to() + "/after"));
}

// As a user who may not read everything: root's tests become one in a child.
TEST_F(CopyingAFolder, NamesWhatMayNotBeReadAndGoesOn) {
    write("open", "x");
    write("closed", "y");
    write("closed folder/in it", "z");
    fs::permissions(place.path, fs::perms::all);
    fs::permissions(fs::path(from()) / "closed", fs::perms::none);
    fs::permissions(fs::path(from()) / "closed folder", fs::perms::none);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        constexpr uid_t kNobody = 65534;
        if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(2);
        std::set<std::string> refused;
        for (const TreeRefusal& one : copyAll()) refused.insert(one.path + ": " + one.why);
        const std::set<std::string> expected{"closed: Permission denied", "closed folder: Permission denied"};
        ::_exit(refused == expected && fs::exists(to() + "/open") && !fs::exists(to() + "/closed") ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    fs::permissions(fs::path(from()) / "closed folder", fs::perms::owner_all);
}

TEST_F(CopyingAFolder, AKillAtAnyMomentLeavesOnlyWholeFiles) {
    std::mt19937 random{3};
    write("big", std::string(20'000'000, 'b'));
    for (int i = 0; i < 200; ++i) write("f" + std::to_string(i), std::string(1000, 'f'));
    for (int kill = 0; kill < 15; ++kill) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            (void)copyAll();
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 40'000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        if (fs::exists(to())) {
            for (const auto& entry : fs::directory_iterator(to()))
                EXPECT_EQ(fileBytes(entry.path()), fileBytes(fs::path(from()) / entry.path().filename()))
                    << entry.path();
        }
        fs::remove_all(to());
    }
}

// As where the file system makes no nameless files.
TEST_F(CopyingAFolder, AFileWithANameOfItsOwnUntilItIsWholeComesOutTheSame) {
    write("a", "new");
    fs::create_directory(to());
    const UniqueFd source{::open(from().c_str(), O_DIRECTORY | O_RDONLY)};
    const UniqueFd target{::open(to().c_str(), O_DIRECTORY | O_RDONLY)};
    EXPECT_TRUE(copyFile(source.get(), target.get(), "a", Unfinished::named));
    EXPECT_EQ(fileBytes(to() + "/a"), "new");
    write("a", "newer");
    EXPECT_EQ(copyFile(source.get(), target.get(), "a", Unfinished::named).error().code, EEXIST);
    EXPECT_EQ(fileBytes(to() + "/a"), "new");
    EXPECT_EQ(std::distance(fs::directory_iterator(to()), {}), 1) << "what could not be finished is gone";
}

TEST_F(CopyingAFolder, ADiskThatIsFullIsToldAndLeavesNothing) {
    write("a", std::string(100'000, 'x'));
    const FolderTree tree = readTree(from()).value();
    const TreeCopy copy = TreeCopy::begin(from(), to(), tree).value();
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        // The nearest that a test can have: no file of this process may be larger.
        const rlimit most{50'000, 50'000};
        ::setrlimit(RLIMIT_FSIZE, &most);
        ::signal(SIGXFSZ, SIG_IGN);
        const auto refusal = copy.copy(tree.entries[tree.files()[0]]);
        ::_exit(!refusal && refusal.error().code == EFBIG ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_TRUE(fs::is_empty(to()));
}

}  // namespace
}  // namespace interleave
