// The Python listing and the C++ that runs are one program: each step of one is tied to the same step of the other.
#include <cmath>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "tests/core/scenario/listing.hpp"

namespace interleave::listings {
namespace {

class Ties : public ::testing::TestWithParam<std::string> {
protected:
    std::string cppText = sourceOf(GetParam());
    std::string pythonText = resourceOf(GetParam(), ".py");
    std::vector<Line> cpp = linesOf(cppText, "//");
    std::vector<Line> python = linesOf(pythonText, "#");

    void SetUp() override {
        ASSERT_FALSE(cpp.empty()) << "no C++ source";
        ASSERT_FALSE(python.empty()) << "no Python listing";
    }
};

std::set<std::string> tagsOf(const std::vector<Line>& lines, const char* side) {
    std::set<std::string> tags;
    for (const Line& line : lines) {
        if (line.tag.empty()) continue;
        EXPECT_TRUE(tags.insert(line.tag).second) << side << " line " << line.number << " repeats tag " << line.tag;
    }
    return tags;
}

TEST_P(Ties, EachTagStandsOnceOnEachSide) {
    const auto inCpp = tagsOf(cpp, "C++");
    const auto inPython = tagsOf(python, "Python");
    EXPECT_FALSE(inCpp.empty());
    for (const auto& tag : inCpp) EXPECT_TRUE(inPython.contains(tag)) << tag << " is nowhere in the Python listing";
    for (const auto& tag : inPython) EXPECT_TRUE(inCpp.contains(tag)) << tag << " is nowhere in the C++ source";
}

TEST_P(Ties, TagsAreWrittenSoThatTheyAreFound) {
    // `//@tag`, a capital letter or a word behind the tag would leave a line untied without anybody noticing.
    for (const auto* lines : {&cpp, &python})
        for (const Line& line : *lines)
            EXPECT_FALSE(std::regex_search(line.text, std::regex("(//|#)\\s*@")))
                << "line " << line.number << ": " << line.text;
}

TEST_P(Ties, EveryOperationOfTheProgramThatRunsIsTied) {
    static const std::regex operation(
        "co_await "
        "self\\.|self\\.print\\(|lab\\.(spawn|mutex|semaphore|condition|event|queue|variable|sharedVariable)\\(");
    int operations = 0;
    for (const Line& line : cpp) {
        if (!std::regex_search(line.text, operation)) continue;
        ++operations;
        EXPECT_FALSE(line.tag.empty()) << "C++ line " << line.number << ": " << line.text;
    }
    EXPECT_GT(operations, 0);
}

// Starting and joining threads is not listed: the Lab does that for its actors without being told.
TEST_P(Ties, EveryOperationOfThePythonListingIsTied) {
    static const std::regex operation(
        "\\.acquire\\(|\\.release\\(|\\.put\\(|\\.get\\(|\\bsleep\\(|\\bcompute\\(|\\bLock\\(|\\bQueue\\(|\\bThread\\(|"
        "\\bprint\\(");
    int operations = 0;
    for (const Line& line : python) {
        if (!std::regex_search(line.text, operation) || line.text.starts_with("def compute(")) continue;
        ++operations;
        EXPECT_FALSE(line.tag.empty()) << "Python line " << line.number << ": " << line.text;
    }
    EXPECT_GT(operations, 0);
}

TEST_P(Ties, EveryUseOfASharedVariableIsTied) {
    for (const std::string& variable : namesGivenTo("lab\\.(?:variable|sharedVariable)", cppText)) {
        int uses = 0;
        for (const Line& line : python) {
            if (!std::regex_search(line.text, std::regex("\\b" + variable + "\\b"))) continue;
            if (line.text.find("global ") != std::string::npos) continue;
            ++uses;
            EXPECT_FALSE(line.tag.empty()) << "Python line " << line.number << ": " << line.text;
        }
        EXPECT_GE(uses, 3) << variable << " is made, read and written";
    }
}

TEST_P(Ties, TiedLinesDoTheSame) {
    const std::pair<const char*, const char*> kSame[] = {
        {"self.lock(", ".acquire("}, {"self.unlock(", ".release("}, {"self.compute(", "compute("},
        {"self.sleep(", "sleep("},   {"self.yield(", "sleep(0)"},   {"self.put(", ".put("},
        {"self.get(", ".get("},      {"self.print(", "print("},     {"lab.mutex(", "Lock("},
        {"lab.queue(", "Queue("},    {"lab.tell(", "print("},       {"for (", "for "},
    };
    for (const Line& line : cpp) {
        const Line* twin = line.tag.empty() ? nullptr : taggedLine(python, line.tag);
        if (!twin) continue;
        for (const auto& [here, there] : kSame) {
            if (line.text.find(here) == std::string::npos) continue;
            EXPECT_NE(twin->text.find(there), std::string::npos)
                << "C++ line " << line.number << ": " << line.text << "\nPython line " << twin->number << ": "
                << twin->text;
        }
    }
}

TEST_P(Ties, TheListingUsesTheParametersDefaults) {
    const bool isPlan = cppText.find("schedulePlan(") != std::string::npos;
    for (const Param& param : findScenario(GetParam())->params) {
        if (param.type == interleave::ParamType::text || param.type == interleave::ParamType::choice) continue;
        if (param.type == interleave::ParamType::folder) continue;  // what the listing copies, it makes itself
        // A list of jobs is data, a policy is the listing's own code, and what a machine costs is not Python's affair.
        if (isPlan) continue;
        std::string name = param.name;
        for (char& c : name) c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        std::smatch found;
        const bool isBoolean = param.type == interleave::ParamType::boolean;
        const std::string value = isBoolean ? (param.defaultValue == "true" ? "(True)" : "(False)") : "([0-9.]+)";
        ASSERT_TRUE(std::regex_search(pythonText, found, std::regex("(?:^|\\n)" + name + " = " + value)))
            << name << " is not set";
        if (param.type == interleave::ParamType::boolean) continue;
        const double scale = param.unit == "ms" ? 1000 : 1;  // Python counts time in seconds
        EXPECT_NEAR(std::stod(found[1]) * scale, std::stod(param.defaultValue), 1e-9) << name;
    }
}

TEST_P(Ties, TheListingFitsTheCodePanel) {
    constexpr std::size_t kColumns = 62;
    constexpr std::size_t kLines = 60;
    EXPECT_LE(python.size(), kLines);
    for (const Line& line : python)
        EXPECT_LE(line.text.size(), kColumns) << "line " << line.number << ": " << line.text;
}

INSTANTIATE_TEST_SUITE_P(Of, Ties, ::testing::ValuesIn(scenarioIds()),
                         [](const auto& param) { return testName(param.param); });

}  // namespace
}  // namespace interleave::listings
