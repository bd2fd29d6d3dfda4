// A file that is written is wholly there or not at all, whatever the world refuses.
#include "core/base/file_writer.hpp"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace interleave {
namespace {

namespace fs = std::filesystem;

class FileWriterTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "interleave-writer-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override { fs::remove_all(folder); }

    std::string at(const std::string& name) const { return (folder / name).string(); }
    static std::string contentOf(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    // Nameless and hidden files included.
    std::size_t filesInFolder() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
    }

    fs::path folder;
};

TEST_F(FileWriterTest, WhatIsWrittenAppearsAtOnceWhenItIsCommitted) {
    auto writer = FileWriter::create(at("a.txt"));
    ASSERT_TRUE(writer) << writer.error().what;
    writer->write("one ");
    writer->write(std::string(200'000, 'x'));
    EXPECT_FALSE(fs::exists(at("a.txt")));

    ASSERT_TRUE(writer->commit());
    EXPECT_EQ(contentOf(at("a.txt")), "one " + std::string(200'000, 'x'));
    EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(FileWriterTest, AWriterThrownAwayLeavesTheOldFileAndNothingElse) {
    ASSERT_TRUE(replaceFile(at("a.txt"), "old"));
    {
        auto writer = FileWriter::create(at("a.txt"));
        ASSERT_TRUE(writer);
        writer->write(std::string(1 << 20, 'n'));
    }
    EXPECT_EQ(contentOf(at("a.txt")), "old");
    EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(FileWriterTest, AKilledWriterLeavesTheOldFileAndNothingElse) {
    ASSERT_TRUE(replaceFile(at("a.txt"), "old"));
    const pid_t child = ::fork();
    if (child == 0) {
        auto writer = FileWriter::create(at("a.txt"));
        if (writer) writer->write(std::string(1 << 20, 'n'));
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(contentOf(at("a.txt")), "old");
    EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(FileWriterTest, AlignsAndWritesOverWhatStandsThere) {
    auto writer = FileWriter::create(at("a.bin"));
    ASSERT_TRUE(writer);
    writer->write("head");
    writer->alignTo(64);
    EXPECT_EQ(writer->written(), 64U);
    writer->write("tail");
    const std::string_view better = "HEAD";
    ASSERT_TRUE(writer->rewriteAt(0, std::as_bytes(std::span(better))));
    ASSERT_TRUE(writer->commit());
    EXPECT_EQ(contentOf(at("a.bin")), "HEAD" + std::string(60, '\0') + "tail");
}

TEST_F(FileWriterTest, KeepsTheModeOfTheFileItReplaces) {
    ASSERT_TRUE(replaceFile(at("a.txt"), "old"));
    ASSERT_EQ(::chmod(at("a.txt").c_str(), 0600), 0);
    ASSERT_TRUE(replaceFile(at("a.txt"), "new"));
    struct stat info{};
    ASSERT_EQ(::stat(at("a.txt").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST_F(FileWriterTest, ALinkKeepsPointingWhereItPointed) {
    ASSERT_TRUE(replaceFile(at("real.txt"), "old"));
    fs::create_symlink("real.txt", at("link.txt"));
    ASSERT_TRUE(replaceFile(at("link.txt"), "new"));
    EXPECT_TRUE(fs::is_symlink(at("link.txt")));
    EXPECT_EQ(contentOf(at("real.txt")), "new");
}

TEST_F(FileWriterTest, ADeviceIsWrittenToAndNotReplaced) {
    ASSERT_TRUE(replaceFile("/dev/null", "nothing"));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(FileWriterTest, AFullDeviceIsToldInOneSentence) {
    const auto result = replaceFile("/dev/full", "text");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().what,
              "cannot write '/dev/full': the disk is full; make room or choose another place");
    EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(FileWriterTest, AFullDiskKeepsTheOldFile) {
    fs::create_directory(at("tiny"));
    if (::mount("tmpfs", at("tiny").c_str(), "tmpfs", 0, "size=64k") != 0)
        GTEST_SKIP() << "needs the right to mount a tmpfs";
    const std::string target = at("tiny") + "/a.txt";
    EXPECT_TRUE(replaceFile(target, "old"));
    const auto result = replaceFile(target, std::string(1 << 20, 'n'));
    EXPECT_FALSE(result);
    EXPECT_EQ(contentOf(target), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(at("tiny")), fs::directory_iterator{}), 1);
    ::umount(at("tiny").c_str());
    if (!result) {
        EXPECT_NE(result.error().what.find("the disk is full"), std::string::npos) << result.error().what;
    }
}

TEST_F(FileWriterTest, AMissingFolderIsNamed) {
    const auto result = replaceFile(at("no/such/a.txt"), "text");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().what, "cannot write '" + at("no/such/a.txt") + "': the folder '" + at("no/such") +
                                       "' does not exist; create it or choose another one");
}

TEST_F(FileWriterTest, AFolderAndAnEmptyNameAreRefused) {
    const auto folderResult = replaceFile(folder.string(), "text");
    ASSERT_FALSE(folderResult);
    EXPECT_EQ(folderResult.error().what, "cannot write '" + folder.string() + "': it is a folder; add a file name");
    EXPECT_FALSE(replaceFile(at("new/"), "text"));
    EXPECT_FALSE(replaceFile("", "text"));
}

TEST_F(FileWriterTest, AnUnwritableFolderIsToldAndLeftAlone) {
    fs::create_directory(at("closed"));
    ASSERT_EQ(::chmod(at("closed").c_str(), 0555), 0);
    // Root may write everywhere, so the question is asked as somebody else.
    const pid_t child = ::fork();
    if (child == 0) {
        ::chmod(folder.c_str(), 0755);
        if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(3);
        const auto result = replaceFile(at("closed/a.txt"), "text");
        const std::string wanted = "cannot write '" + at("closed/a.txt") + "': you may not write in '" + at("closed") +
                                   "'; choose another folder";
        ::_exit(!result && result.error().what == wanted ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_TRUE(fs::is_empty(at("closed")));
}

}  // namespace
}  // namespace interleave
