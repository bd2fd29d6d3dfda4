// What the scenarios on switching and on real input and output claim, on every runtime that each offers,
// really run through a session.
#include <sys/select.h>

#include <algorithm>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "core/session/comparison.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

RunRequest ioRequest(const char* scenario, ParamValues params = {}) {
    return checkedRequest(requestFor(scenario, 1, std::move(params))).value();
}

// Runs it to its end, sees that nothing is left of it, and calls `look`.
template <class Look>
void runIo(const RunRequest& request, Look look) {
    SCOPED_TRACE(request.scenario + " " + request.variant);
    LiveSession live(request);
    const pid_t group = live.pid();
    ASSERT_TRUE(live.pullToTheEnd());
    EXPECT_EQ(live.facts().ended, Ended::finished) << live.facts().endedWhy;
    EXPECT_TRUE(live.store().violations().empty());
    EXPECT_EQ(live.store().totals().lost, 0U);
    EXPECT_TRUE(groupIsGone(group)) << "no process, not even a zombie";
    look(live.store());
}

TEST(IoChapter, ASwitchIsDearestBetweenThreadsOrProcessesAndSoIsAnIdleOne) {
    std::map<std::string, std::pair<double, double>> cost;  // ns, bytes
    for (const RunRequest& one : runsOf(ioRequest("multitasking/switch-cost", {{"rounds", "2000"}}))) {
        runIo(one, [&](const Store& store) {
            cost[one.variant] = {told(store, "ns_per_switch"), told(store, "bytes_idle")};
        });
    }
    ASSERT_EQ(cost.size(), 3U);
    for (const auto& [kind, both] : cost) {
        EXPECT_GT(both.first, 10) << kind;
        EXPECT_GT(both.second, 10) << kind;
    }
#if !defined(__SANITIZE_THREAD__)  // which makes our own code dear, and leaves the kernel's as it is
    EXPECT_LT(cost["coroutine"].first, cost["thread"].first);
    EXPECT_LT(cost["coroutine"].first, cost["process"].first);
#endif
    EXPECT_LT(cost["coroutine"].second, cost["thread"].second);
    EXPECT_LT(cost["thread"].second, cost["process"].second);
}

TEST(IoChapter, AllTurnsAreTakenAndACoroutineNeedsLessThanAThread) {
    std::map<std::string, std::pair<double, double>> cost;
    const ParamValues params{{"switches", "20000"}, {"actors", "50"}};
    for (const RunRequest& one : runsOf(ioRequest("coroutines/million-switches", params))) {
        runIo(one, [&](const Store& store) {
            cost[one.variant] = {told(store, "ns_per_switch"), told(store, "bytes_idle")};
            if (one.variant == "coroutine") EXPECT_EQ(told(store, "switches"), 20'000);
            else EXPECT_GT(told(store, "switches"), 1'000) << "most who give way on one core do";
            EXPECT_EQ(std::ranges::count_if(store.actors(), [](const auto& each) { return each.name != "main"; }), 50);
        });
    }
    ASSERT_EQ(cost.size(), 3U);
    EXPECT_LT(cost["thread"].second, cost["process"].second);
#if !defined(__SANITIZE_THREAD__)
    EXPECT_LT(cost["coroutine"].first, cost["thread"].first);
#endif
    EXPECT_LT(cost["coroutine"].second, cost["thread"].second);
}

TEST(IoChapter, SelectsCostGrowsWithTheSocketsAndEpollsDoesNot) {
    std::map<std::string, double> us;
    const ParamValues params{{"sockets", "4000"}, {"rounds", "200"}, {"pause", "0"}};
    for (const RunRequest& one : runsOf(ioRequest("coroutines/select-epoll", params))) {
        runIo(one, [&](const Store& store) {
            if (one.variant != "select-4000") {
                us[one.variant] = told(store, "us_per_question");
                EXPECT_EQ(told(store, "left_out"), 0) << "all are watched";
                return;
            }
            EXPECT_GT(told(store, "left_out"), 4000 - FD_SETSIZE) << "it has no room for them";
            EXPECT_LT(told(store, "watched"), FD_SETSIZE);
        });
    }
    EXPECT_EQ(us.size(), 9U);
    EXPECT_GT(us["select-1000"], 4 * us["select-16"]) << "a scan of them all";
    EXPECT_GT(us["select-1000"], 4 * us["epoll-1000"]);
    EXPECT_LT(us["epoll-4000"], us["select-1000"]) << "four times the sockets, one of them ready";
}

TEST(IoChapter, FilesArriveByteByByteByEachWayAndWaitsOverlapUnlessTakenInTurn) {
    std::map<std::string, double> wall;
    const ParamValues params{{"files", "4"}, {"time", "300"}, {"size", "64"}};
    for (const RunRequest& one : runsOf(ioRequest("coroutines/downloader", params))) {
        runIo(one, [&](const Store& store) {
            EXPECT_EQ(told(store, "verified"), 4);
            EXPECT_EQ(told(store, "bytes_verified"), 4 * 64 * 1024);
            EXPECT_EQ(told(store, "refused"), 0);
            EXPECT_EQ(told(store, "part_files"), 0);
            wall[one.variant] = told(store, "wall_ms");
        });
    }
    ASSERT_EQ(wall.size(), 4U);
    EXPECT_GE(wall["one-by-one"], 4 * 300);
    for (const char* way : {"threads", "processes", "coroutines"}) {
        EXPECT_GE(wall[way], 300) << way;
        EXPECT_LT(wall[way], wall["one-by-one"] * 0.75) << way;
    }
}

// What was printed of the second file, but its progress.
std::string saidOfTheSecond(const Store& store) {
    std::string said;
    for (const Note& note : store.notes())
        if (note.printed && note.text.starts_with("file-2.bin: ")) said += note.text;
    return said;
}

TEST(IoChapter, AServerThatMisbehavesCostsOneFileWithAReasonAndLeavesNoPart) {
    const std::pair<const char*, const char*> kSaid[] = {{"stall", "silent for 2 s"},
                                                         {"reset", "broke the connection off"},
                                                         {"short", "ended after 32768 of 65536 bytes"}};
    for (const auto& [fault, said] : kSaid) {
        const ParamValues params{
            {"files", "3"}, {"time", "50"}, {"size", "64"}, {"patience", "2000"}, {"fault", fault}};
        for (const RunRequest& one : runsOf(ioRequest("coroutines/downloader", params))) {
            runIo(one, [&](const Store& store) {
                EXPECT_EQ(told(store, "verified"), 2) << fault;
                EXPECT_EQ(told(store, "refused"), 1) << fault;
                EXPECT_EQ(told(store, "part_files"), 0) << fault;
                EXPECT_NE(saidOfTheSecond(store).find(said), std::string::npos) << saidOfTheSecond(store);
            });
        }
    }
}

TEST(IoChapter, ADownloaderThatIsStoppedLeavesNoServer) {
    for (const RunRequest& one : runsOf(ioRequest("coroutines/downloader", {{"time", "10000"}}))) {
        LiveSession live(one);
        const pid_t group = live.pid();
        live.pullFor(std::chrono::milliseconds(300));
        live.session().stop();
        ASSERT_TRUE(live.pullToTheEnd());
        EXPECT_EQ(live.facts().ended, Ended::stopped);
        EXPECT_TRUE(groupIsGone(group)) << one.variant;
    }
}

TEST(IoChapter, PlainCodeWaitsForItsSumAndForItsLongestOnceItsPrimitiveIsReplaced) {
    std::map<std::string, double> wall;
    for (const RunRequest& one :
         runsOf(ioRequest("coroutines/auto-switch-on-io", {{"callers", "4"}, {"time", "100"}}))) {
        runIo(one, [&](const Store& store) {
            EXPECT_EQ(told(store, "sum_ms"), 1000) << "each got its own answer";
            EXPECT_EQ(told(store, "longest_ms"), 400);
            wall[one.variant] = told(store, "wall_ms");
        });
    }
    ASSERT_EQ(wall.size(), 2U);
    EXPECT_GE(wall["plain"], 1000);
    EXPECT_GE(wall["patched"], 400);
    EXPECT_LT(wall["patched"], 900) << "near the longest, not the sum";
}

}  // namespace
}  // namespace interleave
