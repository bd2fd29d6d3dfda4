// Every scenario speaks both languages, says all that the window shows of it, and names only what it really has.
#include <algorithm>
#include <cmath>
#include <regex>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/scenario/scenario.hpp"
#include "core/session/comparison.hpp"
#include "tests/core/scenario/listing.hpp"
#include "tests/core/scenario/utf8.hpp"

namespace interleave::listings {
namespace {

using nlohmann::json;

class Texts : public ::testing::TestWithParam<std::string> {
protected:
    json text = json::parse(resourceOf(GetParam(), ".json"), nullptr, false);
    const Scenario& scenario = *findScenario(GetParam());

    void SetUp() override {
        ASSERT_TRUE(text.is_object()) << resourcePath(GetParam(), ".json") << " is missing or is no JSON object";
        for (const char* part : {"often", "params", "results"}) ASSERT_TRUE(text.contains(part)) << part;
    }
};

const char* const kProse[] = {"question", "look", "why", "tryNext"};

std::set<std::string> keysOf(const json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.insert(key);
    return keys;
}

// What leads through a run: so few of them, and so short that they can be projected.
struct LessonPart {
    const char* name;
    std::size_t fewest, most, english, chinese;
    std::set<std::string> keys;
};
const LessonPart kLesson[] = {{"choices", 3, 3, 48, 22, {"en", "zh_CN", "when"}},
                              {"steps", 3, 7, 120, 48, {"at", "en", "zh_CN"}}};

json languagesOf(const json& sentence) {
    return {{"en", sentence.value("en", "")}, {"zh_CN", sentence.value("zh_CN", "")}};
}

// Every pair of sentences in the file, with where it stands.
std::vector<std::pair<std::string, json>> sentencesOf(const json& text) {
    std::vector<std::pair<std::string, json>> all;
    for (const char* part : {"title", "subtitle", "question", "look", "why", "tryNext"})
        all.emplace_back(part, text.value(part, json()));
    for (const json& pair : text["often"])
        for (const char* part : {"said", "fact"}) all.emplace_back(part, pair.value(part, json()));
    for (const char* part : {"params", "results", "variants"}) {
        const json labels = text.value(part, json::object());
        for (const auto& [name, label] : labels.items()) all.emplace_back(std::string(part) + "." + name, label);
    }
    for (const auto& part : kLesson) {
        const json list = text.value(part.name, json::array());
        for (std::size_t i = 0; i < list.size(); ++i)
            all.emplace_back(std::string(part.name) + "[" + std::to_string(i + 1) + "]", languagesOf(list[i]));
    }
    return all;
}

TEST_P(Texts, AreWrittenInBothLanguages) {
    for (const auto& [where, sentence] : sentencesOf(text)) {
        ASSERT_TRUE(sentence.is_object()) << where;
        EXPECT_EQ(keysOf(sentence), (std::set<std::string>{"en", "zh_CN"})) << where;
        const auto english = decode(sentence.value("en", ""));
        const auto chinese = decode(sentence.value("zh_CN", ""));
        EXPECT_FALSE(english.empty()) << where;
        EXPECT_TRUE(std::none_of(english.begin(), english.end(), isHan)) << where << " has Chinese in its English";
        EXPECT_TRUE(std::any_of(chinese.begin(), chinese.end(), isHan)) << where << " has no Chinese";
    }
}

TEST_P(Texts, HoldNothingThatTheWindowWouldNotShow) {
    std::set<std::string> parts{"title",   "subtitle", "question", "look",   "why",
                                "tryNext", "often",    "params",   "results"};
    if (scenario.variants != nullptr) parts.insert("variants");
    for (const char* part : {"goal", "choices", "steps"})
        if (text.contains(part)) parts.insert(part);
    EXPECT_EQ(keysOf(text), parts);
    for (const json& pair : text["often"]) EXPECT_EQ(keysOf(pair), (std::set<std::string>{"said", "fact"}));
}

TEST_P(Texts, LeadThroughARunInFewShortSentences) {
    for (const LessonPart& part : kLesson) {
        ASSERT_TRUE(text.contains(part.name)) << part.name;
        EXPECT_GE(text[part.name].size(), part.fewest) << part.name;
        EXPECT_LE(text[part.name].size(), part.most) << part.name;
        for (const json& each : text[part.name]) {
            EXPECT_LE(decode(each.value("en", "")).size(), part.english) << each;
            EXPECT_LE(decode(each.value("zh_CN", "")).size(), part.chinese) << each;
            std::set<std::string> keys = keysOf(each);
            if (keys.erase("on") != 0) {
                for (const json& runtime : each["on"]) {
                    RuntimeKind kind{};
                    ASSERT_TRUE(parse(runtime.get<std::string>(), kind)) << each;
                    EXPECT_TRUE(scenario.runsOn(kind)) << each;
                }
            }
            if (keys.erase("in") != 0) {
                EXPECT_TRUE(text.value("variants", json::object()).contains(each["in"].get<std::string>())) << each;
            }
            EXPECT_EQ(keys, part.keys) << each;
        }
    }
}

TEST_P(Texts, LabelEveryParameterAndNoOther) {
    std::set<std::string> names;
    for (const Param& param : scenario.params) names.insert(param.name);
    EXPECT_EQ(keysOf(text["params"]), names);
}

TEST_P(Texts, LabelEveryResultAndNoOther) {
    const auto told = namesGivenTo("lab\\.tell(?:Digits)?", sourceOf(GetParam()));
    EXPECT_EQ(keysOf(text["results"]), std::set<std::string>(told.begin(), told.end()));
}

TEST_P(Texts, SetAGoalThatAPersonCanReachMoveByMove) {
    const bool isOfLocks = GetParam().starts_with("locks/");
    ASSERT_TRUE(text.contains("goal") || !isOfLocks) << "each scenario of locks has one";
    if (!text.contains("goal")) GTEST_SKIP() << "it needs none";
    const json goal = text["goal"];
    EXPECT_EQ(keysOf(goal), (std::set<std::string>{"reach", "en", "zh_CN"}));
    EXPECT_TRUE((std::set<std::string>{"deadlock", "lost-update", "finish"}).contains(goal.value("reach", "")));
    EXPECT_FALSE(goal.value("en", "").empty() || goal.value("zh_CN", "").empty());
}

TEST_P(Texts, NameEveryRunThatIsCompared) {
    if (scenario.variants == nullptr) GTEST_SKIP() << "it is one run";
    std::set<std::string> names;
    // A number may say how many runs there are.
    for (const bool most : {false, true}) {
        RunRequest request = defaultRequest(GetParam()).value();
        for (const Param& param : scenario.params)
            if (most && param.type == interleave::ParamType::integer)
                request.params.emplace_back(param.name, std::to_string(std::llround(param.max)));
        for (const RunRequest& run : runsOf(checkedRequest(std::move(request)).value())) names.insert(run.variant);
    }
    EXPECT_EQ(keysOf(text["variants"]), names);
}

TEST_P(Texts, LabelsTellParametersApart) {
    for (const char* language : {"en", "zh_CN"}) {
        std::set<std::string> labels;
        for (const auto& [name, label] : text["params"].items())
            EXPECT_TRUE(labels.insert(label.value(language, "")).second) << label << " labels two parameters";
    }
}

TEST_P(Texts, ProseIsWholeSentences) {
    static const std::regex english("^[A-Z].*[.?]$");
    for (const char* part : kProse) {
        EXPECT_TRUE(std::regex_match(text[part].value("en", ""), english)) << part;
        const auto chinese = decode(text[part].value("zh_CN", ""));
        ASSERT_FALSE(chinese.empty());
        EXPECT_TRUE(chinese.back() == U'。' || chinese.back() == U'？') << part;
    }
    for (const char* language : {"en", "zh_CN"})
        EXPECT_NE(text["question"].value(language, "").find_first_of("?\xEF"), std::string::npos) << "a question asks";
}

TEST_P(Texts, ChinesePunctuationIsFullWidth) {
    const std::u32string kHalfWidth = U",;:!?()\"'";
    for (const auto& [where, sentence] : sentencesOf(text)) {
        const std::string chinese = sentence.value("zh_CN", "");
        const auto letters = decode(chinese);
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const bool besideHan =
                (i > 0 && isHan(letters[i - 1])) || (i + 1 < letters.size() && isHan(letters[i + 1]));
            EXPECT_FALSE(besideHan && kHalfWidth.find(letters[i]) != std::u32string::npos) << where << ": " << chinese;
            const bool spaceBesideIt =
                letters[i] == U' ' && ((i > 0 && isFullWidthPunctuation(letters[i - 1])) ||
                                       (i + 1 < letters.size() && isFullWidthPunctuation(letters[i + 1])));
            EXPECT_FALSE(spaceBesideIt) << where << " has a blank beside full-width punctuation: " << chinese;
            EXPECT_NE(letters[i], U'\uFFFD') << where << " is not UTF-8";
            EXPECT_NE(letters[i], U'\u2009') << where << " has a thin space: the window sets those";
        }
    }
}

TEST_P(Texts, ChinesePartsHanFromLatinByOneSpace) {
    const auto isLatin = [](char32_t c) { return c < 0x80 && std::isalnum(static_cast<int>(c)) != 0; };
    for (const auto& [where, sentence] : sentencesOf(text)) {
        const std::string chinese = sentence.value("zh_CN", "");
        const auto letters = decode(chinese);
        for (std::size_t i = 1; i < letters.size(); ++i) {
            const bool touching =
                (isHan(letters[i - 1]) && isLatin(letters[i])) || (isLatin(letters[i - 1]) && isHan(letters[i]));
            EXPECT_FALSE(touching) << where << ": " << chinese;
            EXPECT_FALSE(letters[i] == U' ' && letters[i - 1] == U' ') << where << ": " << chinese;
        }
    }
}

// “label” followed by a number is advice to set that parameter to it.
struct Advice {
    std::string label;
    double value = 0;
};

std::vector<Advice> adviceIn(const std::string& sentence) {
    // By lookahead, not by a class of characters: in UTF-8 a quote is three bytes, and a class takes one.
    static const std::regex quoted("“((?:(?!”).)+)”(?:(?!“)[^0-9])*([0-9]+)");
    std::vector<Advice> found;
    for (std::sregex_iterator it(sentence.begin(), sentence.end(), quoted), end; it != end; ++it)
        found.push_back({(*it)[1], std::stod((*it)[2])});
    return found;
}

TEST_P(Texts, WhatToTryNextNamesParametersAndValuesThatTheyTake) {
    std::set<std::pair<std::string, double>> perLanguage[2];
    for (int language = 0; language < 2; ++language) {
        const char* key = language == 0 ? "en" : "zh_CN";
        for (const Advice& advice : adviceIn(text["tryNext"].value(key, ""))) {
            const auto& labels = text["params"].items();
            const auto named = std::find_if(labels.begin(), labels.end(), [&](const auto& each) {
                return each.value().value(key, "") == advice.label;
            });
            if (named == labels.end()) continue;  // a pace or a runtime, quoted before
            const Param* param = scenario.param(named.key());
            ASSERT_NE(param, nullptr) << named.key();
            EXPECT_GE(advice.value, param->min) << key << ": " << advice.label;
            EXPECT_LE(advice.value, param->max) << key << ": " << advice.label;
            perLanguage[language].emplace(param->name, advice.value);
        }
        EXPECT_FALSE(perLanguage[language].empty()) << key << " gives no concrete advice";
    }
    EXPECT_EQ(perLanguage[0], perLanguage[1]) << "the two languages advise different things";
}

TEST_P(Texts, QuestionAndWhatToLookAtDoNotGiveTheAnswerAway) {
    for (const char* part : {"question", "look"})
        for (const char* answer : {"deadlock", "死锁", "lost", "丢失"})
            EXPECT_EQ(text[part]["en"].get<std::string>().find(answer), std::string::npos)
                << part << " says: " << answer;
}

TEST_P(Texts, TitlesAreShortEnoughToProject) {
    EXPECT_LE(decode(text["title"].value("en", "")).size(), 32u);
    EXPECT_LE(decode(text["title"].value("zh_CN", "")).size(), 16u);
    EXPECT_LE(decode(text["subtitle"].value("en", "")).size(), 24u);
    EXPECT_LE(decode(text["subtitle"].value("zh_CN", "")).size(), 10u);
}

INSTANTIATE_TEST_SUITE_P(Of, Texts, ::testing::ValuesIn(scenarioIds()),
                         [](const auto& param) { return testName(param.param); });

}  // namespace
}  // namespace interleave::listings
