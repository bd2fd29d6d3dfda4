// What a person is told of errors is said in the language that the program speaks.
#include <regex>

#include <gtest/gtest.h>

#include "tests/architecture/source_tree.hpp"

namespace interleave::architecture {
namespace {

// The text of an error that stands in one language only: a literal, or one that is put together from literals.
std::string untranslated(const std::string& source) {
    static const std::regex raw(
        R"rx(\b(refused\(|refusedBySystem\(|complain\(|Error\{)\s*(fmt::format\(|"[^"]|[\w.()\[\]:]+ \+ ")[^\n]*)rx");
    std::smatch found;
    return std::regex_search(source, found, raw) ? found.str() : std::string();
}

TEST(Sentences, ErrorsAreSaidInTheLanguageThatIsSpoken) {
    for (const auto& file : allSources()) {
        if (file.name().starts_with("tests/")) continue;
        EXPECT_EQ(untranslated(file.text), "") << file.name() << ": say it by a Sentence (core/base/sentence.hpp)";
    }
}

TEST(Sentences, ARawOneIsFoundHoweverItIsPutTogether) {
    EXPECT_NE(untranslated(R"(return refused("no");)"), "");
    EXPECT_NE(untranslated("return refused(\n    fmt::format(\"{} no\", path));"), "");
    EXPECT_NE(untranslated(R"(return refusedBySystem(path + " cannot be read");)"), "");
    EXPECT_EQ(untranslated(R"(return refused(Sentence("Files", "no"));)"), "");
    EXPECT_EQ(untranslated(R"(return refused(problem, code);)"), "");
}

}  // namespace
}  // namespace interleave::architecture
