// The Python listings are programs: each runs under the system's Python and shows what its scenario shows.
#include <filesystem>
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "tests/core/scenario/listing.hpp"
#include "tests/core/scenario/process_under_watch.hpp"

namespace interleave::listings {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

constexpr const char* kPython = "/usr/bin/python3";
// They take some seconds; on a machine that is busy with other tests, many more.
constexpr auto kLongest = 100s;

class Listing : public ::testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(kPython)) GTEST_SKIP() << "needs " << kPython;
    }

    static std::vector<std::string> command(std::string_view id) {
        return {kPython, "-X", "utf8", "-u", resourcePath(id, ".py")};
    }

    static std::string outputOf(std::string_view id) {
        ProcessUnderWatch listing(command(id));
        EXPECT_TRUE(listing.waitForEnd(kLongest)) << id << " did not end";
        EXPECT_EQ(listing.exitStatus(), 0) << listing.output();
        return listing.output();
    }

    // The number behind `word` in what a listing printed; -1 where there is none.
    static double numberAfter(const std::string& word, const std::string& output) {
        std::smatch found;
        return std::regex_search(output, found, std::regex(word + " ([0-9.]+(?:e[-+]?[0-9]+)?)")) ? std::stod(found[1])
                                                                                                  : -1;
    }

    // True once only the main thread and `stuck` others are left, and none of them has used the CPU for 2 s:
    // longer than any of the listing's sleeps.
    static bool comesToAStandstill(ProcessUnderWatch& listing, int stuck) {
        auto since = std::chrono::steady_clock::now();
        long ticks = -1;
        return listing.waitUntil(
            [&] {
                const long now = listing.cpuTicks();
                if (now != ticks || listing.threads() != stuck + 1) {
                    ticks = now;
                    since = std::chrono::steady_clock::now();
                }
                return !listing.exitStatus() && std::chrono::steady_clock::now() - since > 2s;
            },
            kLongest);
    }
};

TEST_F(Listing, OfTheDeadlockReallyDeadlocks) {
    ProcessUnderWatch listing(command("locks/deadlock"));
    EXPECT_TRUE(comesToAStandstill(listing, 2)) << listing.output();
    EXPECT_THAT(listing.output(), ::testing::Not(HasSubstr("both")));
}

TEST_F(Listing, OfThePartialDeadlockLeavesTwoStuckWhenTheOthersHaveEnded) {
    ProcessUnderWatch listing(command("locks/partial-deadlock"));
    EXPECT_TRUE(listing.waitUntil([&] { return listing.threads() == 5; }, kLongest))
        << "four threads beside the main one";
    EXPECT_TRUE(comesToAStandstill(listing, 2)) << listing.output();
}

TEST_F(Listing, OfTheInterpreterLockGetsNoFasterWithMoreThreads) {
    const std::string output = outputOf("threads/gil");
    for (const char* threads : {"1", "2", "3", "4"}) {
        const double speedUp = numberAfter(std::string(threads) + " speed-up", output);
        EXPECT_GT(speedUp, 0) << output;
        EXPECT_LT(speedUp, 1.3) << output;
    }
}

TEST_F(Listing, OfThePriorityInversionWaitsForTheRestOfTheCriticalSection) {
    EXPECT_NEAR(numberAfter("high waited", outputOf("locks/priority-inversion")), 0.3, 0.011) << "to the tick";
}

TEST_F(Listing, OfTheRaceLosesUpdates) {
    const std::string output = outputOf("threads/race");
    EXPECT_EQ(numberAfter("expected", output), 16);
    EXPECT_GE(numberAfter("actual", output), 1) << output;
    EXPECT_LT(numberAfter("actual", output), 16) << output;
    EXPECT_EQ(numberAfter("lost", output), 16 - numberAfter("actual", output));
}

TEST_F(Listing, OfTheMutexLosesNone) {
    const std::string output = outputOf("locks/mutex");
    EXPECT_EQ(numberAfter("expected", output), 30);
    EXPECT_EQ(numberAfter("actual", output), 30);
}

TEST_F(Listing, OfTheThreeOrdersTakesOutInThreeOrders) {
    const std::string output = outputOf("queues/fifo-lifo-priority");
    EXPECT_THAT(output, HasSubstr("Queue out 5 2 8 1 9 3"));
    EXPECT_THAT(output, HasSubstr("\nLifoQueue out 3 9 1 8 2 5"));
    EXPECT_THAT(output, HasSubstr("\nPriorityQueue out 1 2 3 5 8 9"));
}

TEST_F(Listing, OfCheckThenActGetsFullDespiteTheCheck) {
    const std::string output = outputOf("queues/check-then-act");
    EXPECT_EQ(numberAfter("told there is room", output), 2) << output;
    EXPECT_EQ(numberAfter("Full", output), 1) << output;
}

TEST_F(Listing, OfManyToManyMissesNothing) {
    const std::string output = outputOf("queues/many-to-many");
    EXPECT_EQ(numberAfter("got", output), 24);
    EXPECT_EQ(numberAfter("missing", output), 0);
    EXPECT_EQ(numberAfter("doubled", output), 0);
}

TEST_F(Listing, OfThePhilosophersFeedsAll) {
    EXPECT_EQ(numberAfter("meals", outputOf("locks/dining-philosophers")), 15);
}

TEST_F(Listing, OfTheBankerServesAllFive) { EXPECT_EQ(numberAfter("finished", outputOf("locks/bankers")), 5); }

TEST_F(Listing, OfTheTimeoutBringsBothThrough) {
    const std::string output = outputOf("locks/timeout");
    EXPECT_EQ(numberAfter("finished", output), 2) << output;
    EXPECT_GE(numberAfter("retries", output), 1) << output;
}

TEST_F(Listing, OfTheWatchdogBringsBothToTheirEnd) {
    const std::string output = outputOf("locks/watchdog");
    EXPECT_EQ(numberAfter("finished", output), 2) << output;
}

TEST_F(Listing, OfProducerAndConsumerTakesOutWhatWasPutIn) {
    const std::string output = outputOf("queues/producer-consumer");
    EXPECT_THAT(output, HasSubstr("put 40 sum 380"));
    EXPECT_THAT(output, HasSubstr("got 40 sum 380"));
}

TEST_F(Listing, OfRoundRobinStartsEverybodySoonAndEndsEverybodyLate) {
    const std::string output = outputOf("multitasking/round-robin");
    // 0.4 s and 4.6 s on a core of its own.
    EXPECT_GE(numberAfter("average response", output), 0.4) << output;
    EXPECT_GE(numberAfter("average turnaround", output), 4.6) << output;
    EXPECT_LT(numberAfter("average response", output), numberAfter("average turnaround", output) / 2) << output;
}

TEST_F(Listing, OfYourJobsIsTheTextbooksRoundRobin) {
    EXPECT_NEAR(numberAfter("average turnaround", outputOf("multitasking/your-jobs")), 470.0 / 3, 1e-3);
}

TEST_F(Listing, OfConcurrencyAndParallelismTakesAtLeastTheWorkOfEachCore) {
    const std::string output = outputOf("multitasking/concurrency-parallelism");
    EXPECT_GE(numberAfter("wall", output), numberAfter("expected", output)) << output;
}

TEST_F(Listing, OfThePrioritiesLetsTheLowOneStarve) {
    EXPECT_EQ(numberAfter("low finished as", outputOf("multitasking/priority")), 11);
}

TEST_F(Listing, OfTheProcessStatesRunsToItsEnd) { EXPECT_EQ(outputOf("multitasking/process-states"), ""); }

TEST_F(Listing, OfStartAndJoinWaitsForAll) {
    const std::string output = outputOf("threads/start-join");
    EXPECT_EQ(numberAfter("still at work", output), 0) << output;
}

TEST_F(Listing, OfTheOrderKeepsItByJoinAndByEventsAlone) {
    const std::string output = outputOf("threads/order");
    EXPECT_THAT(output, HasSubstr("none order [3, 2, 1]"));
    EXPECT_THAT(output, HasSubstr("delay order [3, 2, 1]"));
    EXPECT_THAT(output, HasSubstr("join order [1, 2, 3]"));
    EXPECT_THAT(output, HasSubstr("event order [1, 2, 3]"));
}

TEST_F(Listing, OfArgumentsAndSubclassEndsWithTheCallerAtWork) {
    const std::string output = outputOf("threads/arguments-and-subclass");
    const auto caller = static_cast<long>(numberAfter("caller", output));
    EXPECT_THAT(output, ::testing::EndsWith("hello Clara says thread " + std::to_string(caller) + "\n"));
}

TEST_F(Listing, OfTheDaemonCutsItOff) {
    const std::string output = outputOf("threads/daemon");
    EXPECT_THAT(output, HasSubstr("saved page 1"));
    EXPECT_THAT(output, HasSubstr("answer 8"));
    EXPECT_THAT(output, ::testing::Not(HasSubstr("tidied up")));
}

TEST_F(Listing, OfTheAtomicAddLosesNothing) {
    const std::string output = outputOf("threads/atomic");
    EXPECT_EQ(numberAfter("mutex actual", output), 400'000) << output;
    EXPECT_EQ(numberAfter("atomic actual", output), 400'000) << output;
}

TEST_F(Listing, OfThreadLocalStorageMixesOnlyTheGlobal) {
    const std::string output = outputOf("threads/thread-local");
    for (const char* number : {"1", "2", "3", "4"})
        EXPECT_THAT(output, HasSubstr(std::string("global 4 dict ") + number + " own " + number));
}

TEST_F(Listing, OfLocalsCountsApartAndSharesTheList) {
    const std::string output = outputOf("threads/locals");
    EXPECT_EQ(numberAfter("my own count", output), 12) << output;
    EXPECT_LT(numberAfter("actual", output), 24) << output;
}

TEST_F(Listing, OfThePoolServesTenTasksByThreeThreads) {
    const std::string output = outputOf("threads/pool");
    EXPECT_EQ(numberAfter("done", output), 10);
    EXPECT_EQ(numberAfter("tids", output), 3);
}

TEST_F(Listing, OfOrderAndWaitingTakesTheAnswersAsAskedOrAsTheyCome) {
    const std::string output = outputOf("multitasking/sync-async-blocking");
    EXPECT_THAT(output, HasSubstr("as asked True"));
    EXPECT_THAT(output, HasSubstr("as asked False"));
}

TEST_F(Listing, OfTheConditionLeavesNoDish) { EXPECT_EQ(numberAfter("left", outputOf("locks/condition")), 0); }

TEST_F(Listing, OfTheReadersAndWritersLetsBothWritersIn) {
    EXPECT_EQ(numberAfter("writes", outputOf("locks/reader-writer")), 2);
}

TEST_F(Listing, OfSpinOrSleepBurnsACoreOnlyWhereItSpins) {
    const std::string output = outputOf("locks/spin-or-block");
    EXPECT_LT(numberAfter("block cpu", output), 0.1);
    EXPECT_GT(numberAfter("spin cpu", output), 0.2);
}

TEST_F(Listing, OfTheFailureSurvivesTheExceptionAndNotTheSignal) {
    ProcessUnderWatch listing(command("threads/failure"));
    ASSERT_TRUE(listing.waitForEnd(kLongest));
    EXPECT_EQ(listing.exitStatus(), 128 + 11) << listing.output();
    EXPECT_EQ(numberAfter("alive after the exception", listing.output()), 3);
    EXPECT_THAT(listing.output(), ::testing::Not(HasSubstr("main goes on")));
}

TEST_F(Listing, OfTheUdpChatReadsWhatWasSaid) {
    const std::string output = outputOf("threads/udp-chat");
    for (const char* line : {"你好", "在吗？", "一起吃饭吧", "再见"}) {
        EXPECT_THAT(output, HasSubstr(std::string("Anna: ") + line));
        EXPECT_THAT(output, HasSubstr(std::string("Ben: ") + line));
    }
}

TEST_F(Listing, OfTheFiveWaysToAnotherProcessTellsHowLongEachTakes) {
    const std::string output = outputOf("processes/ipc");
    for (const char* way : {"pipe", "named-pipe", "unix-socket", "shared-memory", "queue"})
        EXPECT_GT(numberAfter(way, output), 0) << output;
}

TEST_F(Listing, OfThePreforkServerAnswersEveryQuestion) {
    const std::string output = outputOf("processes/prefork-server");
    for (const char* answer : {"1 squared 1", "2 squared 4", "3 squared 9"}) {
        std::size_t answers = 0;
        for (auto at = output.find(answer); at != std::string::npos; at = output.find(answer, at + 1)) ++answers;
        EXPECT_EQ(answers, 6U) << output;
    }
}

TEST_F(Listing, OfTheQueueAndItsManagerFailsOnlyWhereItWasHandedOver) {
    const std::string output = outputOf("processes/queue-manager");
    const std::size_t first = output.find("got 11");
    EXPECT_NE(output.find("got 11", first + 1), std::string::npos) << "inherited, and from the manager\n" << output;
    EXPECT_THAT(output, ::testing::EndsWith(
                            "handed over, no error so far\n"
                            "get: Queue objects should only be shared between processes through inheritance\n"));
}

TEST_F(Listing, OfTheStartMethodShowsTheChangeToTheForkedChildAlone) {
    const std::string output = outputOf("processes/start-method");
    EXPECT_TRUE(std::regex_search(output, std::regex("fork, pid [0-9]+: \\[11, 22, 'haha'\\]\n"))) << output;
    EXPECT_TRUE(std::regex_search(output, std::regex("spawn, pid [0-9]+: \\[11, 22\\]\n"))) << output;
}

TEST_F(Listing, OfTheCreationCostMeasuresAllThree) {
    const std::string output = outputOf("processes/creation-cost");
    for (const char* what : {"Thread us", "Process us", "coroutine us"})
        EXPECT_GT(numberAfter(what, output), 0) << output;
}

TEST_F(Listing, OfTheProcessPoolServesThemAllUnlessItIsLeft) {
    const std::string output = outputOf("processes/pool");
    const std::string squares = "[1, 4, 9, 16, 25, 36, 49, 64, 81, 100]";
    for (const char* way : {"apply ", "apply_async ", "map "}) EXPECT_THAT(output, HasSubstr(way + squares));
    EXPECT_TRUE(std::regex_search(output, std::regex("task [0-9]+ is lost"))) << output;
    EXPECT_THAT(output, HasSubstr("main ends"));
}

TEST_F(Listing, OfTheFolderCopierCopiesAll) {
    EXPECT_EQ(numberAfter("copied", outputOf("processes/folder-copier")), 60);
}

TEST_F(Listing, OfTheMillionSwitchesTakesAMillionTurns) {
    const std::string output = outputOf("coroutines/million-switches");
    EXPECT_EQ(numberAfter("coroutine switches", output), 1'000'000) << output;
    EXPECT_GT(numberAfter("coroutine ns", output), 0) << output;
    EXPECT_GT(numberAfter("thread ns", output), 0) << output;
}

TEST_F(Listing, OfSelectAndEpollCostsMoreWithMoreSocketsOnlyByOneOfThem) {
    const std::string output = outputOf("coroutines/select-epoll");
    const double many = numberAfter("SelectList 1000 cost", output);
    EXPECT_GT(many, 2 * numberAfter("SelectList 64 cost", output)) << output;
    EXPECT_GT(many, 2 * numberAfter("EpollList 1000 cost", output)) << output;
    EXPECT_THAT(output, HasSubstr("4000 filedescriptor out of range in select()"));
}

TEST_F(Listing, OfTheDownloaderFetchesEachFileAsSentByEachWay) {
    const std::string output = outputOf("coroutines/downloader");
    std::size_t whole = 0;
    for (auto at = output.find("as sent True"); at != std::string::npos; at = output.find("as sent True", at + 1))
        ++whole;
    EXPECT_EQ(whole, 18U) << output;
    EXPECT_GE(numberAfter("wall", output), 3.0) << "one after another comes first\n" << output;
}

TEST_F(Listing, OfPlainCodeThatSwitchesTakesTheSumAndThenTheLongest) {
    if (ProcessUnderWatch has({kPython, "-c", "import greenlet"}); !has.waitForEnd(kLongest) || has.exitStatus() != 0)
        GTEST_SKIP() << "needs python3-greenlet";
    const std::string output = outputOf("coroutines/auto-switch-on-io");
    EXPECT_GE(numberAfter("blocking wall", output), 2.0) << output;
    EXPECT_GE(numberAfter("switching wall", output), 0.8) << output;
    EXPECT_LT(numberAfter("switching wall", output), 1.6) << output;
}

TEST_F(Listing, OfTheSwitchCostMeasuresThreadsAndCoroutines) {
    const std::string output = outputOf("multitasking/switch-cost");
    for (const char* what : {"threads ns", "threads bytes", "coroutines ns"})
        EXPECT_GT(numberAfter(what, output), 0) << output;
}

TEST_F(Listing, OfEveryScenarioIsWellFormed) {
    for (const Scenario& scenario : scenarios()) {
        ProcessUnderWatch compiler({kPython, "-c", "import sys; compile(open(sys.argv[1]).read(), sys.argv[1], 'exec')",
                                    resourcePath(scenario.id, ".py")});
        EXPECT_TRUE(compiler.waitForEnd(kLongest));
        EXPECT_EQ(compiler.exitStatus(), 0) << compiler.output();
    }
}

}  // namespace
}  // namespace interleave::listings
