// How processes are started, what they cost, and what a pool of them does: what those scenarios claim, each really run.
#include <signal.h>
#include <unistd.h>

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/session/comparison.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/folder_compare.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::HasSubstr;

std::vector<std::string> printedBy(const Store& store) {
    std::vector<std::string> lines;
    for (const Note& note : store.notes())
        if (note.printed) lines.push_back(note.text);
    return lines;
}

// Where the runs of this program put what is temporary: other programs' is none of its business.
const fs::path& ownTemporaryFolder() {
    static const TemporaryPlace place;
    static const int isSet = ::setenv("TMPDIR", place.path.c_str(), 1);
    EXPECT_EQ(isSet, 0);
    return place.path;
}

// What is left there, and this process's children.
std::set<std::string> leftovers() {
    std::set<std::string> all;
    for (const auto& entry : fs::directory_iterator(ownTemporaryFolder()))
        if (!entry.path().filename().string().starts_with("interleave-test-")) all.insert(entry.path());
    for (const auto& task : fs::directory_iterator("/proc/self/task")) {
        std::ifstream children(task.path() / "children");
        for (std::string child; children >> child;) all.insert("child " + child);
    }
    return all;
}

// Runs it to its end, and sees that nothing is left of it.
template <class Look>
void run(const RunRequest& request, Look look) {
    const auto before = leftovers();
    {
        LiveSession live(request);
        const pid_t group = live.pid();
        ASSERT_TRUE(live.pullToTheEnd());
        EXPECT_EQ(live.facts().ended, Ended::finished) << live.facts().endedWhy;
        EXPECT_TRUE(live.store().violations().empty());
        EXPECT_EQ(live.store().totals().lost, 0U);
        EXPECT_TRUE(groupIsGone(group));
        look(live.store());
    }
    EXPECT_EQ(leftovers(), before);
}

RunRequest variantOf(const char* scenario, std::string_view variant, double tempo = 10, ParamValues params = {}) {
    for (RunRequest& one : runsOf(checkedRequest(requestFor(scenario, tempo, std::move(params))).value()))
        if (one.variant == variant) return one;
    throw std::runtime_error("no variant " + std::string(variant));
}

TEST(PoolsChapter, AForkedChildSeesTheChangeAndAFreshOneDoesNot) {
    run(checkedRequest(requestFor("processes/start-method", 10)).value(), [](const Store& store) {
        const auto lines = printedBy(store);
        ASSERT_EQ(lines.size(), 3U);
        EXPECT_THAT(lines[0], ::testing::EndsWith(": [11, 22, 'haha']"));
        EXPECT_THAT(lines[1], ::testing::MatchesRegex("forked, pid [0-9]+: \\[11, 22, 'haha'\\]"));
        EXPECT_THAT(lines[2], ::testing::MatchesRegex("spawned, pid [0-9]+: \\[11, 22\\]"));
        EXPECT_EQ(told(store, "forked_items"), 3);
        EXPECT_EQ(told(store, "spawned_items"), 2);
        const ActorRecord& spawned = actorNamed(store, "spawned");
        EXPECT_NE(spawned.pid, actorNamed(store, "main").pid);
        EXPECT_THAT(lines[2], HasSubstr(" " + std::to_string(spawned.pid) + ":"));
        EXPECT_EQ(spawned.end, EndReason::returned);
        EXPECT_EQ(store.actor(spawned.parent).name, "main");
    });
}

TEST(PoolsChapter, AFreshProgramIsEndedWithItsRun) {
    LiveSession live(checkedRequest(requestFor("processes/start-method", 1, {{"work", "10000"}})).value());
    const pid_t group = live.pid();
    ASSERT_TRUE(live.pullUntil([&] { return live.store().actors().size() >= 2; }));
    live.pullFor(std::chrono::milliseconds(200));
    live.session().stop();
    ASSERT_TRUE(live.pullToTheEnd());
    EXPECT_TRUE(groupIsGone(group));
}

TEST(PoolsChapter, IdleOnesAreMadeAndMeasured) {
    for (const auto& [kind, actors] : {std::pair{"process", 40}, {"thread", 40}, {"coroutine", 400}}) {
        run(variantOf("processes/creation-cost", kind, 1, {{"actors", std::to_string(actors)}}),
            [&](const Store& store) {
                EXPECT_EQ(told(store, "made"), actors);
                EXPECT_GT(told(store, "us_each"), 0) << kind;
                EXPECT_GT(told(store, "bytes_each"), 0) << kind;
                EXPECT_EQ(store.actors().size(), static_cast<std::size_t>(actors) + 1);
            });
    }
}

TEST(PoolsChapter, ThreeProcessesServeTenTasksAtOnceOrOneAfterTheOther) {
    double inTurn = 0;
    for (const char* way : {"apply", "apply-async", "map"}) {
        run(variantOf("processes/pool", way, 4), [&](const Store& store) {
            EXPECT_EQ(told(store, "done"), 10) << way;
            EXPECT_EQ(told(store, "never_done"), 0);
            EXPECT_LE(told(store, "pids"), 3) << "the same ones again and again";
            EXPECT_THAT(printedBy(store), Contains("[1, 4, 9, 16, 25, 36, 49, 64, 81, 100]")) << way;
            if (std::string_view(way) == "apply") inTurn = told(store, "wall_ms");
            else EXPECT_LT(told(store, "wall_ms"), 0.7 * inTurn) << way;
        });
    }
}

TEST(PoolsChapter, PendingTasksAreALevel) {
    run(variantOf("processes/pool", "apply-async", 4), [](const Store& store) {
        std::int64_t most = 0;
        for (std::size_t i = store.events().first(); i < store.events().end();)
            for (const Event& event : store.events().run(i))
                if (++i; event.kind == EventKind::queuePut) most = std::max(most, event.value);
        EXPECT_GE(most, 5) << "three at most are served at once";
    });
}

TEST(PoolsChapter, WhoDoesNotJoinOrLeavesABlockLosesWhatIsPending) {
    for (const char* way : {"no-join", "with"}) {
        run(variantOf("processes/pool", way, 4), [&](const Store& store) {
            EXPECT_LT(told(store, "done"), 10) << way;
            EXPECT_EQ(told(store, "never_done"), 10 - told(store, "done"));
            EXPECT_EQ(told(store, "reported_lost"), 0) << "nobody is there to report it";
            int cutOff = 0;
            for (const ActorRecord& actor : store.actors())
                cutOff += actor.name.starts_with("worker") && actor.end == EndReason::killed ? 1 : 0;
            EXPECT_EQ(cutOff, 3) << way;
        });
    }
}

TEST(PoolsChapter, AKilledWorkerIsReplacedAndItsTaskReported) {
    run(variantOf("processes/pool", "killed", 4), [](const Store& store) {
        EXPECT_EQ(told(store, "reported_lost"), 1);
        EXPECT_EQ(told(store, "done"), 9);
        EXPECT_EQ(told(store, "pids"), 4);
        EXPECT_EQ(actorNamed(store, "worker 1").exit, -SIGKILL);
        EXPECT_EQ(actorNamed(store, "worker 4").end, EndReason::returned);
        EXPECT_THAT(printedBy(store), Contains(HasSubstr(" is lost")));
    });
}

TEST(FolderCopier, CopiesAFolderMadeForTheRunAndLeavesNothing) {
    run(checkedRequest(requestFor("processes/folder-copier", 10)).value(), [](const Store& store) {
        EXPECT_EQ(told(store, "files"), 61);
        EXPECT_EQ(told(store, "files_copied") + told(store, "not_copied"), 61);
        EXPECT_LE(told(store, "not_copied"), ::geteuid() == 0 ? 0 : 1) << "the one that only root may read";
        EXPECT_GT(told(store, "bytes_verified"), 0);
        EXPECT_LE(told(store, "pids"), 3);
        EXPECT_THAT(printedBy(store), Contains(::testing::StartsWith("\r100 %")));
    });
}

class ChosenFolder : public ::testing::Test {
protected:
    void SetUp() override { fs::create_directory(from); }

    RunRequest request(double tempo = 1) const {
        return requestFor("processes/folder-copier", tempo, {{"folder", from}, {"target", to}});
    }

    TemporaryPlace place;
    const std::string from = place.path / "from", to = place.path / "to here";
};

TEST_F(ChosenFolder, OfTenThousandFilesWithOddNamesComesOutRight) {
    static constexpr int kFiles = 10'000;
    const char* const kNames[] = {"plain ", " blank", "文件", "-f", "a\nb", "ünïcode\xF0\x9F\x99\x82", "\xFF not utf-8"};
    for (int i = 0; i < kFiles; ++i) {
        const fs::path folder = fs::path(from) / ("folder " + std::to_string(i % 50)) / "层";
        if (i < 50) fs::create_directories(folder);
        std::ofstream(folder / (kNames[i % 7] + std::to_string(i)))
            << std::string(static_cast<std::size_t>(i % 5000), 'x');
    }
    fs::create_symlink("nowhere", fs::path(from) / "link");
    fs::create_directory(fs::path(from) / "empty");
    run(checkedRequest(request()).value(), [](const Store& store) {
        EXPECT_EQ(told(store, "files_copied"), kFiles);
        EXPECT_EQ(told(store, "not_copied"), 0);
    });
    EXPECT_EQ(differenceBetween(from, to), "");
}

TEST_F(ChosenFolder, IsNeverCopiedOverSomething) {
    std::ofstream(fs::path(from) / "a") << "new";
    fs::create_directory(to);
    std::ofstream(fs::path(to) / "a") << "old";
    const auto refusal = checkedRequest(request());
    ASSERT_FALSE(refusal);
    EXPECT_THAT(refusal.error().what, HasSubstr("exists already"));
    EXPECT_EQ(fileBytes(fs::path(to) / "a"), "old");
    const auto half = checkedRequest(requestFor("processes/folder-copier", 1, {{"folder", from}}));
    ASSERT_FALSE(half);
    EXPECT_THAT(half.error().what, HasSubstr("name a target, too"));
}

// By the stop button, by the end of the runner, at any moment: each file of the copy is whole, and there are no others.
TEST_F(ChosenFolder, StoppedOrKilledLeavesNoHalfFile) {
    for (unsigned i = 0; i < 300; ++i)
        std::ofstream(fs::path(from) / ("file " + std::to_string(i))) << std::string(400'000 + i, 'x');
    const auto before = leftovers();
    std::size_t copied = 0;
    for (int i = 0; i < 8; ++i) {
        LiveSession live(checkedRequest(request()).value());
        (void)live.pullUntil([&] { return fs::exists(to) && std::distance(fs::directory_iterator(to), {}) > 10 * i; });
        if (i % 2 == 0) live.session().stop();
        else ::kill(live.pid(), SIGKILL);
        ASSERT_TRUE(live.pullToTheEnd());
        for (const auto& entry : fs::directory_iterator(to)) {
            ++copied;
            EXPECT_EQ(fileBytes(entry.path()), fileBytes(fs::path(from) / entry.path().filename())) << entry.path();
        }
        fs::remove_all(to);
    }
    EXPECT_GT(copied, 100U);
    EXPECT_EQ(leftovers(), before);
}

TEST(FolderCopier, AStoppedOrKilledRunLeavesNoTemporaryFolder) {
    const auto before = leftovers();
    for (int i = 0; i < 8; ++i) {
        LiveSession live(checkedRequest(requestFor("processes/folder-copier", 1)).value());
        live.pullFor(std::chrono::milliseconds(30 * i));
        if (i % 2 == 0) live.session().stop();
        else ::kill(live.pid(), SIGKILL);
        ASSERT_TRUE(live.pullToTheEnd());
    }
    EXPECT_EQ(leftovers(), before);
}

}  // namespace
}  // namespace interleave
