// README shows code that is compiled and names what exists.
#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "tests/architecture/source_tree.hpp"

namespace interleave::architecture {
namespace {

namespace fs = std::filesystem;

struct Pasted {
    std::string file;
    std::string code;
};

// What stands in README as:  <!-- pasted from FILE -->, then a fenced block.
std::vector<Pasted> pastedBlocks(const std::string& readme) {
    static const std::regex block("<!-- pasted from (\\S+) -->\\n```[a-z]*\\n([^`]*)```");
    std::vector<Pasted> found;
    for (std::sregex_iterator it(readme.begin(), readme.end(), block), end; it != end; ++it)
        found.push_back({(*it)[1], (*it)[2]});
    return found;
}

// The first group of every match.
std::vector<std::string> allOf(const std::string& text, const char* pattern) {
    const std::regex expression(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) found.push_back((*it)[1]);
    return found;
}

class Readme : public ::testing::Test {
protected:
    const std::string text = textOf(sourceRoot() / "README.md");
};

TEST_F(Readme, PastesCodeThatIsCompiled) {
    const auto blocks = pastedBlocks(text);
    ASSERT_GE(blocks.size(), 2u) << "how to add a scenario, and how to add a policy";
    for (const auto& [file, code] : blocks)
        EXPECT_NE(textOf(sourceRoot() / file).find(code), std::string::npos) << file << " no longer says:\n" << code;
}

TEST_F(Readme, MarksEveryBlockOfCodeWithWhereItComesFrom) {
    EXPECT_EQ(allOf(text, "\\n```(cpp)\\n").size() + allOf(text, "\\n```(cmake)\\n").size(), pastedBlocks(text).size());
}

TEST_F(Readme, LinksToFilesThatExist) {
    // Not a lambda's [=](Self self).
    const auto links = allOf(text, "\\[[^\\]=]+\\]\\(([^)#]+)\\)");
    const auto pictures = allOf(text, "(?:src|srcset)=\"([^\"]+)\"");
    EXPECT_FALSE(links.empty() && pictures.empty());
    for (const auto& list : {links, pictures})
        for (const auto& target : list) {
            if (target.find("://") != std::string::npos) continue;
            EXPECT_TRUE(fs::exists(sourceRoot() / target)) << target;
        }
}

TEST_F(Readme, ExplainsFoldersThatExist) {
    const auto folders = allOf(text, "\\n\\| `((?:core|ui|app|resources|tests)[a-z_/]*)` \\|");
    ASSERT_GE(folders.size(), 10u);
    for (const auto& folder : folders) EXPECT_TRUE(fs::is_directory(sourceRoot() / folder)) << folder;
}

}  // namespace
}  // namespace interleave::architecture
