#include "core/base/sentence.hpp"

#include <cerrno>
#include <string_view>

#include <gtest/gtest.h>

#include "core/base/error.hpp"

namespace interleave {
namespace {

// Speaks a language of its own for a few texts.
std::string backwards(const char* context, const char* english) {
    errno = EINVAL;  // as a translation may that looks something up
    const std::string_view text = english;
    if (text == "{} of {}") return "{1}: {0}";
    if (text == "{} bytes") return "{} {}";
    return std::string(context) + "/" + english;
}

class SentenceTest : public testing::Test {
protected:
    ~SentenceTest() override { translateBy(nullptr); }
};

TEST_F(SentenceTest, IsEnglishAsLongAsNobodyTranslates) {
    EXPECT_EQ(Sentence("Files", "{} of {}").of(3, "seven"), "3 of seven");
    EXPECT_EQ(std::string(Sentence("Files", "not a word {}")), "not a word {}") << "without values it is its text";
    EXPECT_EQ(systemReason(ENOENT), "No such file or directory");
}

TEST_F(SentenceTest, ATranslationMayPutValuesInAnotherOrder) {
    translateBy(backwards);
    EXPECT_EQ(Sentence("Files", "{} of {}").of(3, "seven"), "seven: 3");
    EXPECT_EQ(std::string(Sentence("Files", "none")), "Files/none");
    EXPECT_EQ(systemReason(ENOENT), "System/No such file or directory");
}

TEST_F(SentenceTest, WhereATranslationDoesNotFitItIsSaidInEnglish) {
    translateBy(backwards);
    EXPECT_EQ(Sentence("Files", "{} bytes").of(5), "5 bytes");
}

TEST_F(SentenceTest, TheReasonOfTheSystemOutlivesTheWordsAboutIt) {
    translateBy(backwards);
    errno = EACCES;
    const auto error = refusedBySystem(Sentence("Files", "closed"));
    EXPECT_EQ(error.value().code, EACCES);
    EXPECT_NE(error.value().what.find("Permission denied"), std::string::npos) << error.value().what;
}

}  // namespace
}  // namespace interleave
