// Installed like any program: into a folder of its own, from where it runs as well as from the build tree.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string contentOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Installed : public ::testing::Test {
protected:
    void SetUp() override {
        const auto done =
            runProgram(INTERLEAVE_CMAKE, {"--install", INTERLEAVE_BUILD_DIR, "--prefix", prefix().string()});
        ASSERT_EQ(done.status, 0) << done.out << done.err;
    }

    fs::path prefix() const { return m_folder.path() / "a place of its own"; }
    fs::path program() const { return prefix() / "bin/interleave"; }

private:
    TemporaryFolder m_folder;
};

TEST_F(Installed, TheProgramFindsTheRunnerThatWasInstalledWithIt) {
    const auto outcome = runProgram(program().string(), {"run", "locks/deadlock", "--json"});

    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto json = outcome.json();
    EXPECT_EQ(json["ended"], "deadlocked");
    EXPECT_TRUE(json["violations"].empty());
}

TEST_F(Installed, TheWholeMayBeMovedElsewhere) {
    const auto elsewhere = prefix().parent_path() / "elsewhere";
    fs::rename(prefix(), elsewhere);

    const auto outcome = runProgram((elsewhere / "bin/interleave").string(), {"run", "locks/mutex", "--json"});

    EXPECT_EQ(outcome.status, 0) << outcome.err;
}

TEST_F(Installed, WithoutItsRunnerItSaysWhereItLooked) {
    fs::remove(prefix() / INTERLEAVE_RUNNER_INSTALLED);

    const auto outcome = runProgram(program().string(), {"run", "locks/mutex"});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("interleave-runner"));
    EXPECT_THAT(outcome.err, HasSubstr((prefix() / "bin/interleave-runner").string()));
    EXPECT_THAT(outcome.err, HasSubstr("install it again"));
}

TEST_F(Installed, ADesktopFindsItsEntryIconAndTypesOfFiles) {
    for (const char* file : {"applications/interleave.desktop", "metainfo/org.interleave.Interleave.metainfo.xml",
                             "mime/packages/interleave.xml", "icons/hicolor/scalable/apps/interleave.svg",
                             "icons/hicolor/16x16/apps/interleave.png", "icons/hicolor/512x512/apps/interleave.png"})
        EXPECT_GT(fs::file_size(prefix() / "share" / file), 0U) << file;
    EXPECT_THAT(contentOf(prefix() / "share/applications/interleave.desktop"),
                HasSubstr("\nExec=interleave open %f\n"));
}

TEST_F(Installed, ASavedTraceBeginsAsItsTypeOfFileSays) {
    const auto trace = prefix() / "run.ilv";
    ASSERT_EQ(runProgram(program().string(), {"run", "locks/mutex", "--save", trace.string()}).status, 0);

    const auto magic = contentOf(trace).substr(0, 8);

    EXPECT_THAT(contentOf(prefix() / "share/mime/packages/interleave.xml"),
                HasSubstr("value=\"" + magic + "\" offset=\"0\""));
}

}  // namespace
}  // namespace interleave::end_to_end
