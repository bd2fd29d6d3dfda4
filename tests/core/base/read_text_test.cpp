#include "core/base/read_text.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interleave {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(ReadText, GivesTheWholeFileAndRefusesALargerOne) {
    const std::string path = testing::TempDir() + "read_text_" + std::to_string(::getpid());
    std::ofstream(path) << "two\nlines";
    EXPECT_EQ(readText(path, 9).value(), "two\nlines");
    const auto larger = readText(path, 8);
    ASSERT_FALSE(larger);
    EXPECT_THAT(larger.error().what, AllOf(HasSubstr(path), HasSubstr("more than 8 bytes")));
    std::filesystem::remove(path);
    EXPECT_THAT(readText(path, 9).error().what, HasSubstr("No such file"));
}

TEST(ReadText, NeitherAFolderNorWhatHasNoEndIsRead) {
    EXPECT_THAT(readText("/", 100).error().what, HasSubstr("Is a directory"));
    EXPECT_THAT(readText("/dev/zero", 100).error().what, HasSubstr("more than 100 bytes"));
}

}  // namespace
}  // namespace interleave
