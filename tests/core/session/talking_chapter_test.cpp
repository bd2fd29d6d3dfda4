// What the scenarios claim in which processes talk to each other,
// and that whoever waits for a descriptor is seen to wait.
#include <signal.h>

#include <algorithm>
#include <array>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/session/comparison.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;
using Results = std::map<std::string, double>;

Results resultsOf(const Store& store) {
    Results all;
    for (const auto& [name, value] : store.results())
        all[name] = value.type == ResultType::real ? value.real : static_cast<double>(value.integer);
    return all;
}

RunRequest requested(const char* scenario, ParamValues params = {}, double tempo = 10) {
    return checkedRequest(requestFor(scenario, tempo, std::move(params))).value();
}

// Runs it to its end within the laws, and sees that nothing is left of it.
template <class Look>
void run(const RunRequest& request, Look look) {
    LiveSession live(request);
    const pid_t group = live.pid();
    ASSERT_TRUE(live.pullToTheEnd());
    EXPECT_EQ(live.facts().ended, Ended::finished) << live.facts().endedWhy;
    EXPECT_EQ(live.store().totals().violations, 0U);
    EXPECT_EQ(live.store().totals().lost, 0U);
    EXPECT_TRUE(groupIsGone(group)) << "no process, not even a zombie";
    look(live.store());
}

std::int64_t messageArrows(const Store& store) {
    std::int64_t count = 0;
    const auto& arrows = store.arrows();
    for (std::size_t i = arrows.first(); i < arrows.end(); ++i) count += arrows[i].kind == ArrowKind::message ? 1 : 0;
    return count;
}

// Whether one of that name stands waiting for I/O now, of an object of that name.
bool waitsFor(const Store& store, std::string_view actor, std::string_view object) {
    for (std::uint32_t i = 0; i < store.actors().size(); ++i) {
        const ActorState& state = store.state().actor({i});
        if (store.actor({i}).name != actor || state.phase != Phase::waiting || state.waitReason != WaitReason::io)
            continue;
        if (state.waitingFor < store.objects().size() && store.object({state.waitingFor}).name == object) return true;
    }
    return false;
}

TEST(TalkingChapter, EveryWayDeliversEveryMessageAndTheKernelCopiesTwice) {
    const ParamValues params{{"messages", "5"}, {"burst", "500"}, {"size", "3000"}};
    std::vector<std::string> kinds;
    for (const RunRequest& one : runsOf(requested("processes/ipc", params))) {
        SCOPED_TRACE(one.variant);
        kinds.push_back(one.variant);
        run(one, [&](const Store& store) {
            Results told = resultsOf(store);
            EXPECT_EQ(told["delivered"], 505);
            EXPECT_EQ(told["intact"], 505);
            EXPECT_EQ(messageArrows(store), 505);
            EXPECT_GT(told["latency_us"], 0);
            EXPECT_GT(told["mb_per_s"], 0);
            // What else the program reads meanwhile, a sanitizer's not least, is counted with it.
            EXPECT_NEAR(told["copies"], one.variant == "shared-memory" ? 0 : 2, 0.01);
        });
    }
    EXPECT_THAT(kinds, ::testing::ElementsAre("pipe", "named-pipe", "unix-socket", "shared-memory", "queue"));
}

TEST(TalkingChapter, AMessageLargerThanAPipeHoldsArrivesWhole) {
    for (const char* kind : {"pipe", "named-pipe", "unix-socket"}) {
        SCOPED_TRACE(kind);
        const ParamValues params{{"kind", kind}, {"messages", "2"}, {"burst", "200"}, {"size", "65536"}};
        for (const RunRequest& one : runsOf(requested("processes/ipc", params)))
            run(one, [](const Store& store) { EXPECT_EQ(resultsOf(store)["intact"], 202); });
    }
}

TEST(TalkingChapter, WorkersOfOneSocketAnswerEveryClient) {
    for (const char* hasLoop : {"false", "true"}) {
        SCOPED_TRACE(hasLoop);
        const ParamValues params{{"workers", "3"}, {"clients", "7"}, {"requests", "4"}, {"event-loop", hasLoop}};
        run(requested("processes/prefork-server", params), [&](const Store& store) {
            Results told = resultsOf(store);
            EXPECT_EQ(told["asked"], 28);
            EXPECT_EQ(told["answered"], 28);
            EXPECT_EQ(told["worker_1"] + told["worker_2"] + told["worker_3"], 28);
            EXPECT_EQ(messageArrows(store), 2 * 28) << "a question and an answer";
            for (const char* worker : {"W1", "W2", "W3"})
                EXPECT_EQ(actorNamed(store, worker).exit, -SIGTERM) << "while it waited";
            if (*hasLoop == 'f') EXPECT_EQ(told["at_once"], 1);
            else EXPECT_GT(told["at_once"], 1) << "seven callers, three workers, and all callers take their time";
        });
    }
}

TEST(TalkingChapter, AQueueIsInheritedOrAskedForAndCannotBeHandedOver) {
    for (const RunRequest& one : runsOf(requested("processes/queue-manager", {{"items", "30"}, {"pause", "5"}}))) {
        SCOPED_TRACE(one.variant);
        const bool isPool = one.variant == "pool";
        const bool isManager = one.variant == "manager";
        run(one, [&](const Store& store) {
            Results told = resultsOf(store);
            EXPECT_EQ(told["delivered"], isPool ? 0 : 30);
            EXPECT_EQ(told["in_order"], isPool ? 0 : 30);
            EXPECT_EQ(told["requests"], isManager ? 60 : 0);
            EXPECT_EQ(told["failed"], isPool ? 1 : 0);
            EXPECT_EQ(messageArrows(store), isManager ? 120 : isPool ? 2 : 0);
            EXPECT_GT(told["hand_over_us"], 0);
        });
    }
}

TEST(TalkingChapter, TheFailureOfAHandedOverQueueIsPrintedAfterTheHandingOver) {
    const auto runs = runsOf(requested("processes/queue-manager", {{"kind", "pool"}}));
    ASSERT_EQ(runs.size(), 1U);
    run(runs.front(), [](const Store& store) {
        std::vector<std::string> printed;
        for (const Note& note : store.notes())
            if (note.printed) printed.push_back(note.text);
        EXPECT_THAT(printed, ::testing::ElementsAre("handed over, no error so far", "get: Bad file descriptor"));
    });
}

TEST(TalkingChapter, WhoWaitsForADescriptorIsSeenToWaitForThatOneAndAStopCutsItShort) {
    const ParamValues params{{"workers", "3"}, {"clients", "1"}, {"pause", "5000"}};
    LiveSession live(requested("processes/prefork-server", params, 1));
    const pid_t group = live.pid();
    // One worker has the only client, two stand at the door; the client thinks.
    const auto atDoor = [&] {
        return std::ranges::count_if(std::array{"W1", "W2", "W3"}, [&](const char* worker) {
            return waitsFor(live.store(), worker, "listening socket");
        });
    };
    const auto withCaller = [&] {
        return std::ranges::count_if(std::array{"W1", "W2", "W3"}, [&](const char* worker) {
            return waitsFor(live.store(), worker, std::string(worker) + "'s callers");
        });
    };
    EXPECT_TRUE(live.pullUntil([&] { return atDoor() == 2 && withCaller() == 1; }, 20s));
    live.session().stop();
    ASSERT_TRUE(live.pullToTheEnd());
    EXPECT_EQ(live.facts().ended, Ended::stopped);
    EXPECT_TRUE(groupIsGone(group));
}

TEST(TalkingChapter, AThreadThatWaitsForADatagramIsSeenToWaitForItsSocket) {
    LiveSession live(requested("threads/udp-chat", {{"pause", "5000"}}, 1));
    EXPECT_TRUE(live.pullUntil([&] { return waitsFor(live.store(), "Anna hears", "Anna's socket"); }, 20s));
    live.session().stop();
    ASSERT_TRUE(live.pullToTheEnd());
}

}  // namespace
}  // namespace interleave
