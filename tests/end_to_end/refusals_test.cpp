// What cannot be done is refused in one clear line, with the right status, before anything is run or written.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

using ::testing::HasSubstr;

struct Refusal {
    const char* name;
    std::vector<std::string> words;
    int status;
    const char* says;
};
// For the test's name and its failures.
void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.name; }

class Refusals : public ::testing::TestWithParam<Refusal> {};

TEST_P(Refusals, AreOneLineThatNamesThePlace) {
    const auto outcome = interleave(GetParam().words);

    EXPECT_EQ(outcome.status, GetParam().status) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(GetParam().says));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(outcome.out, "");
}

const Refusal kRefusals[] = {
    {"AnUnknownCommand", {"frobnicate"}, 2, "frobnicate"},
    {"AnUnknownScenario", {"run", "locks/deadlok"}, 2, "locks/deadlock"},
    {"AMissingScenario", {"run"}, 2, "SCENARIO"},
    {"AnUnknownRuntime", {"run", "locks/deadlock", "--runtime", "fibers"}, 2, "fibers"},
    {"ARuntimeThatItDoesNotRunOn", {"run", "threads/race", "--runtime", "workers"}, 2, "threads"},
    {"AnUnknownParameter", {"run", "locks/deadlock", "--set", "speed=1"}, 2, "speed"},
    {"AParameterOutOfRange", {"run", "locks/deadlock", "--set", "work=-1"}, 2, "work=-1"},
    {"AParameterThatIsNoNumber", {"run", "locks/deadlock", "--set", "work=long"}, 2, "work=long"},
    {"ATempoOfNothing", {"run", "locks/deadlock", "--tempo", "0"}, 2, "tempo"},
    {"AnUnknownEnding", {"run", "locks/deadlock", "--export", "d.bmp"}, 2, "d.bmp"},
    {"AFolderThatDoesNotExist", {"run", "locks/deadlock", "--export", "/no/such/folder/d.csv"}, 1, "/no/such/folder"},
    {"AMissingFile", {"check", "/no/such/file.ilv"}, 1, "/no/such/file.ilv"},
    {"AFileThatIsNoTrace", {"check", "/etc/passwd"}, 1, "/etc/passwd"},
    {"AWindowWithoutADisplay", {}, 1, "interleave list"},
};

INSTANTIATE_TEST_SUITE_P(Of, Refusals, ::testing::ValuesIn(kRefusals),
                         [](const auto& refusal) { return std::string(refusal.param.name); });

}  // namespace
}  // namespace interleave::end_to_end
