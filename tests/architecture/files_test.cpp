// What a reader may count on in every file: it is short, named like the others, and really built.
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/architecture/source_tree.hpp"

namespace interleave::architecture {
namespace {

constexpr std::size_t kMostLines = 400;

TEST(Files, AreFourHundredLinesAtMost) {
    for (const auto& file : allSources())
        EXPECT_LE(file.lines(), kMostLines) << file.name() << " is too long to be one idea: divide it";
}

TEST(Files, AreNamedInSnakeCase) {
    static const std::regex snakeCase("[a-z][a-z0-9_]*\\.(hpp|cpp)");
    for (const auto& file : allSources())
        EXPECT_TRUE(std::regex_match(file.path.filename().string(), snakeCase)) << file.name();
}

TEST(Files, HeadersAreGuardedByPragmaOnce) {
    for (const auto& file : allSources()) {
        if (file.path.extension() != ".hpp") continue;
        EXPECT_NE(file.text.find("#pragma once"), std::string::npos) << file.name();
    }
}

TEST(Files, SourcesIncludeTheirOwnHeaderFirst) {
    // That is what shows that the header compiles alone.
    for (const auto& file : allSources()) {
        auto header = file.path;
        header.replace_extension(".hpp");
        if (file.path.extension() != ".cpp" || !std::filesystem::exists(sourceRoot() / header)) continue;
        const auto includes = file.includes();
        ASSERT_FALSE(includes.empty()) << file.name();
        EXPECT_EQ(includes.front().path, header.generic_string()) << file.name();
    }
}

TEST(Files, SourcesAreListedInTheirFoldersCMakeLists) {
    // Sources are listed by hand; one that was forgotten is never compiled and tests nothing.
    for (const auto& file : allSources()) {
        if (file.path.extension() != ".cpp") continue;
        bool listed = false;
        for (auto folder = file.path.parent_path(); !folder.empty() && !listed; folder = folder.parent_path()) {
            std::istringstream list(textOf(sourceRoot() / folder / "CMakeLists.txt"));
            const auto wanted = file.path.lexically_relative(folder).generic_string();
            for (std::string word; !listed && list >> word;) listed = word.substr(0, word.find(')')) == wanted;
        }
        EXPECT_TRUE(listed) << file.name() << " stands in no CMakeLists.txt";
    }
}

TEST(Files, ThereAreSomeInEveryPart) {
    // The tests above are true of an empty list, too.
    std::set<std::string> parts;
    for (const auto& file : allSources()) parts.insert(file.path.parent_path().generic_string());
    for (const char* part : {"core/base", "core/trace", "core/session", "ui/timeline", "app", "tests/architecture"})
        EXPECT_TRUE(parts.contains(part)) << part;
}

}  // namespace
}  // namespace interleave::architecture
