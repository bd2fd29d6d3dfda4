// The manual pages and the completion tell what the program itself tells: every command, every option, and no other.
#include <fstream>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

using Words = std::set<std::string>;

std::string packaged(const std::string& name) {
    std::ifstream in(std::string(INTERLEAVE_PACKAGING_DIR) + "/" + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The first group of every match.
Words allOf(const std::string& text, const char* pattern) {
    const std::regex expression(pattern);
    Words found;
    for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) found.insert((*it)[1]);
    return found;
}

std::string helpOf(const std::string& command) {
    return interleave(command.empty() ? std::vector<std::string>{"--help"}
                                      : std::vector{command, std::string("--help")})
        .out;
}

Words commandsInHelp() {
    const std::string help = helpOf("");
    return allOf(help.substr(std::min(help.size(), help.find("Subcommands:"))), "\n  ([a-z]+) ");
}

Words optionsInHelp() {
    Words found;
    Words commands = commandsInHelp();
    commands.insert("");
    for (const std::string& command : commands) found.merge(allOf(helpOf(command), "\n  (?:-[a-z],)?(--[a-z-]+)"));
    return found;
}

class Manual : public ::testing::TestWithParam<const char*> {
protected:
    // As it is read, without roff's way to write a minus.
    const std::string page = std::regex_replace(packaged(GetParam()), std::regex("\\\\-"), "-");
};

TEST_P(Manual, TellsEveryCommandAndNoOther) {
    // Commands are the heads of the section's paragraphs.
    const auto begin = page.find("\n.SH COMMANDS"), chinese = page.find("\n.SH 命令");
    const auto from = std::min(begin, chinese);
    ASSERT_NE(from, std::string::npos);
    const std::string section = page.substr(from, page.find("\n.SH ", from + 1) - from);

    EXPECT_EQ(allOf(section, "\n\\.TP\n\\.B[RI] ([a-z]+) "), commandsInHelp());
}

TEST_P(Manual, TellsEveryOptionAndNoOther) { EXPECT_EQ(allOf(page, "(--[a-z-]+)"), optionsInHelp()); }

INSTANTIATE_TEST_SUITE_P(Both, Manual, ::testing::Values("man/interleave.1", "man/interleave.zh_CN.1"));

TEST(Completion, KnowsEveryCommand) {
    std::smatch match;
    const std::string text = packaged("interleave.bash-completion");
    ASSERT_TRUE(std::regex_search(text, match, std::regex("commands='([^']*)'")));
    EXPECT_EQ(allOf(match[1], "([a-z]+)"), commandsInHelp());
}

}  // namespace
}  // namespace interleave::end_to_end
