// What may be set of a policy, and what is refused in which words.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

std::string refusal(std::string_view policy, const OptionValues& values) {
    const auto options = readPolicyOptions(policy, values);
    return options ? "" : options.error().what;
}

TEST(PolicyOptions, NameWhatIsValid) {
    EXPECT_EQ(refusal("bogus", {}).find("there is no policy 'bogus': choose fcfs, sjf"), 0U);
    EXPECT_EQ(refusal("rr", {{"quantum", "-3"}}),
              "quantum=-3 is out of place for rr: give a number of ms from 0.001 to 60000");
    EXPECT_EQ(refusal("rr", {{"queues", "3"}}), "rr has no option 'queues': it takes quantum");
    EXPECT_EQ(refusal("fcfs", {{"quantum", "3"}}), "fcfs has no option 'quantum': it takes none");
    EXPECT_EQ(refusal("mlfq", {{"quantum", "1/2"}}),
              "quantum names 2 queues, but there are 3: give one value, or one for each");
}

TEST(PolicyOptions, ReachToTheEndsOfTheirRangesAndNoFurther) {
    struct Range {
        const char *policy, *option, *below, *least, *most, *above;
    };
    for (const Range& range : {Range{"rr", "quantum", "0", "0.001", "60000", "60000.1"},
                               Range{"priority", "quantum", "-1", "0", "60000", "60001"},
                               Range{"priority", "aging", "-1", "0", "600000", "600001"},
                               Range{"mlfq", "queues", "0", "1", "16", "17"},
                               Range{"mlfq", "allotment", "0", "1", "1000", "1001"},
                               Range{"mlfq", "boost", "-1", "0", "600000", "600001"},
                               Range{"fair", "latency", "0.9", "1", "10000", "10001"},
                               Range{"fair", "granularity", "0.01", "0.1", "1000", "1001"}}) {
        EXPECT_NE(refusal(range.policy, {{range.option, range.below}}), "") << range.policy << ' ' << range.option;
        EXPECT_EQ(refusal(range.policy, {{range.option, range.least}}), "");
        EXPECT_EQ(refusal(range.policy, {{range.option, range.most}}), "");
        EXPECT_NE(refusal(range.policy, {{range.option, range.above}}), "") << range.policy << ' ' << range.option;
    }
}

TEST(PolicyOptions, AreReadStrictly) {
    for (const char* number : {"", " 5", "5 ", "5ms", "nan", "inf", "+5", "0x5", "often"})
        EXPECT_NE(refusal("rr", {{"quantum", number}}), "") << number;
    for (const char* word : {"", "yes", "1", "True"}) EXPECT_NE(refusal("mlfq", {{"stay", word}}), "") << word;
    EXPECT_NE(refusal("mlfq", {{"queues", "2.5"}}), "");
    EXPECT_NE(refusal("rr", {{"quantum", "1/2"}}), "");
    EXPECT_NE(refusal("mlfq", {{"quantum", "1//2"}}), "");
}

TEST(PolicyOptions, ReadOneValueForEachQueue) {
    const std::vector<Duration> quanta{5ms, 20ms};
    for (const char* list : {"5,20", "5/20", "5:20"}) {
        const auto options = readPolicyOptions("mlfq", {{"queues", "2"}, {"quantum", list}, {"allotment", "2:1"}});
        ASSERT_TRUE(options) << list;
        EXPECT_EQ(options->quantum, quanta);
        EXPECT_EQ(options->allotment, (std::vector<std::uint32_t>{2, 1}));
    }
}

TEST(PolicyOptions, AreAlsoRightWhereListsComeBeforeTheNumberOfQueues) {
    EXPECT_EQ(refusal("mlfq", {{"quantum", "5/20"}, {"queues", "2"}}), "");
}

TEST(PolicyOptions, HaveTheDefaultsThatAreShown) {
    for (const PolicyName& policy : policies()) {
        OptionValues shown;
        for (const PolicyOption& option : policy.options) shown.emplace_back(option.name, option.defaultValue);
        EXPECT_EQ(refusal(policy.name, shown), "") << policy.name;
    }
    EXPECT_EQ(readPolicyOptions("rr", {})->quantum.front(), 10ms);
    EXPECT_EQ(readPolicyOptions("priority", {})->quantum.front(), 0ms);
    EXPECT_EQ(readPolicyOptions("lottery", {}, 42)->seed, 42U);
}

}  // namespace
}  // namespace interleave
