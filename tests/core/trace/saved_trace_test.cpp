// A trace saved and opened again answers every question as it did before.
#include "core/trace/saved_trace.hpp"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/trace/metrics.hpp"
#include "core/trace/trace_check.hpp"
#include "core/trace/wait_for.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

namespace fs = std::filesystem;
using scenes::Scene;

class SavedTraceTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "interleave-saved-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override { fs::remove_all(folder); }

    std::string at(const std::string& name) const { return (folder / name).string(); }
    Store savedAndOpened(const Store& store) const {
        const auto saved = SavedTrace::save(store, at("trace.ilv"));
        EXPECT_TRUE(saved) << (saved ? "" : saved.error().what);
        auto opened = SavedTrace::open(at("trace.ilv"));
        EXPECT_TRUE(opened) << (opened ? "" : opened.error().what);
        return opened ? std::move(*opened) : Store{};
    }
    std::size_t filesInFolder() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
    }

    fs::path folder;
};

void expectSame(const IntervalLane& a, const Store& storeA, const IntervalLane& b, const Store& storeB) {
    ASSERT_EQ(a.first(), b.first());
    ASSERT_EQ(a.end(), b.end());
    for (std::size_t i = a.first(); i < a.end(); ++i) {
        ASSERT_EQ(a.beginOf(i), b.beginOf(i));
        ASSERT_EQ(storeA.looks()[a.lookOf(i)], storeB.looks()[b.lookOf(i)]);
    }
    const TimeRange span = storeA.span();
    for (int part = 1; part <= 7; ++part) {
        const TimeRange range{span.begin + span.length() / (part + 1), span.begin + span.length() * part / 7};
        if (range.empty()) continue;
        ASSERT_EQ(a.shares(range, storeA.looks()), b.shares(range, storeB.looks()));
    }
}

void expectSame(const LevelLane& a, const LevelLane& b) {
    ASSERT_EQ(a.first(), b.first());
    ASSERT_EQ(a.end(), b.end());
    for (std::size_t i = a.first(); i < a.end(); ++i) {
        ASSERT_EQ(a[i].at, b[i].at);
        ASSERT_EQ(a[i].value, b[i].value);
    }
    ASSERT_EQ(a.extremes({{0}, kEndOfTime}).high, b.extremes({{0}, kEndOfTime}).high);
}

void expectSameRecords(const Store& a, const Store& b) {
    ASSERT_EQ(a.actors().size(), b.actors().size());
    for (std::size_t i = 0; i < a.actors().size(); ++i) {
        const ActorRecord &x = a.actors()[i], &y = b.actors()[i];
        EXPECT_EQ(x.name, y.name);
        EXPECT_EQ(std::tie(x.kind, x.parent, x.pid, x.tid, x.created, x.started, x.ended, x.end, x.exit, x.hue),
                  std::tie(y.kind, y.parent, y.pid, y.tid, y.created, y.started, y.ended, y.end, y.exit, y.hue));
        expectSame(x.states, a, y.states, b);
        for (TraceTime t = a.span().begin; t < a.now(); t = t + a.span().length() / 50)
            ASSERT_EQ(x.lines.lineAt(t), y.lines.lineAt(t));
    }
    ASSERT_EQ(a.objects().size(), b.objects().size());
    for (std::size_t i = 0; i < a.objects().size(); ++i) {
        const ObjectRecord &x = a.objects()[i], &y = b.objects()[i];
        EXPECT_EQ(std::tie(x.name, x.kind, x.initial, x.created, x.acquisitions, x.contended, x.puts, x.gets,
                           x.maxLevel, x.maxWait, x.lostUpdates),
                  std::tie(y.name, y.kind, y.initial, y.created, y.acquisitions, y.contended, y.puts, y.gets,
                           y.maxLevel, y.maxWait, y.lostUpdates));
        expectSame(x.owners, a, y.owners, b);
        expectSame(x.waiters, a, y.waiters, b);
        expectSame(x.levels, y.levels);
    }
    ASSERT_EQ(a.cores().size(), b.cores().size());
    for (std::size_t i = 0; i < a.cores().size(); ++i) expectSame(a.cores()[i].actors, a, b.cores()[i].actors, b);
    ASSERT_EQ(a.kernelCores().size(), b.kernelCores().size());
    for (std::size_t i = 0; i < a.kernelCores().size(); ++i)
        expectSame(a.kernelCores()[i].actors, a, b.kernelCores()[i].actors, b);
}

void expectSameFacts(const Store& a, const Store& b) {
    const RunFacts &x = a.facts(), &y = b.facts();
    EXPECT_EQ(std::tie(x.scenario, x.runtime, x.pace, x.seed, x.cores, x.tempo, x.params, x.tier, x.tierReason,
                       x.clockError, x.startedAt, x.machine, x.ended, x.endedWhy, x.wall, x.runnerPid),
              std::tie(y.scenario, y.runtime, y.pace, y.seed, y.cores, y.tempo, y.params, y.tier, y.tierReason,
                       y.clockError, y.startedAt, y.machine, y.ended, y.endedWhy, y.wall, y.runnerPid));
    const Totals &s = a.totals(), &t = b.totals();
    EXPECT_EQ(std::tie(s.events, s.lost, s.evicted, s.violations, s.recorderWait, s.kernelRecords),
              std::tie(t.events, t.lost, t.evicted, t.violations, t.recorderWait, t.kernelRecords));
    EXPECT_EQ(a.span(), b.span());
    EXPECT_EQ(a.now(), b.now());
}

void expectSameVerdicts(const Store& a, const Store& b) {
    ASSERT_EQ(a.deadlocks().size(), b.deadlocks().size());
    for (std::size_t i = 0; i < a.deadlocks().size(); ++i) {
        const Deadlock &x = a.deadlocks()[i], &y = b.deadlocks()[i];
        EXPECT_EQ(std::tie(x.at, x.foundAfter, x.actors, x.objects), std::tie(y.at, y.foundAfter, y.actors, y.objects));
    }
    ASSERT_EQ(a.violations().size(), b.violations().size());
    for (std::size_t i = 0; i < a.violations().size(); ++i)
        EXPECT_EQ(describe(a, a.violations()[i]), describe(b, b.violations()[i]));
    ASSERT_EQ(a.lostUpdates().size(), b.lostUpdates().size());
    for (std::size_t i = 0; i < a.lostUpdates().size(); ++i)
        EXPECT_EQ(a.lostUpdates()[i].loser, b.lostUpdates()[i].loser);
    ASSERT_EQ(a.notes().size(), b.notes().size());
    for (std::size_t i = 0; i < a.notes().size(); ++i) EXPECT_EQ(a.notes()[i].text, b.notes()[i].text);
    ASSERT_EQ(a.results().size(), b.results().size());
    for (std::size_t i = 0; i < a.results().size(); ++i) {
        EXPECT_EQ(a.results()[i].first, b.results()[i].first);
        EXPECT_EQ(a.results()[i].second.integer, b.results()[i].second.integer);
        EXPECT_EQ(std::bit_cast<std::uint64_t>(a.results()[i].second.real),
                  std::bit_cast<std::uint64_t>(b.results()[i].second.real));
    }
    EXPECT_EQ(checkTrace(a).broken, checkTrace(b).broken);
}

void expectSameEvents(const Store& a, const Store& b) {
    ASSERT_EQ(a.events().first(), b.events().first());
    ASSERT_EQ(a.events().end(), b.events().end());
    for (std::size_t i = a.events().first(); i < a.events().end(); ++i)
        ASSERT_EQ(std::memcmp(&a.events()[i], &b.events()[i], sizeof(Event)), 0) << i;
    ASSERT_EQ(a.arrows().first(), b.arrows().first());
    ASSERT_EQ(a.arrows().end(), b.arrows().end());
    for (std::size_t i = a.arrows().first(); i < a.arrows().end(); ++i)
        ASSERT_EQ(std::memcmp(&a.arrows()[i], &b.arrows()[i], sizeof(Arrow)), 0) << i;
}

void expectSame(const Store& a, const Store& b) {
    expectSameFacts(a, b);
    expectSameRecords(a, b);
    expectSameVerdicts(a, b);
    expectSameEvents(a, b);
    for (int part = 0; part <= 10; ++part) {
        const TraceTime t = a.span().begin + a.span().length() * part / 10;
        EXPECT_EQ(waitForGraphAt(a, t).cycles, waitForGraphAt(b, t).cycles);
        EXPECT_EQ(runMetricsAt(a, t).coreTime, runMetricsAt(b, t).coreTime);
        EXPECT_EQ(runMetricsAt(a, t).switches, runMetricsAt(b, t).switches);
    }
}

TEST_F(SavedTraceTest, EverySceneComesBackAsItWas) {
    for (const Store& store : {scenes::deadlock(), scenes::producerConsumer(), scenes::roundRobin(), scenes::race()}) {
        SCOPED_TRACE(store.facts().scenario);
        expectSame(store, savedAndOpened(store));
    }
    EXPECT_EQ(filesInFolder(), 1U) << "nothing is left beside it";
}

TEST_F(SavedTraceTest, AnEmptyTraceComesBackEmpty) {
    const Store opened = savedAndOpened(Store{});
    EXPECT_EQ(opened.totals().events, 0U);
    EXPECT_TRUE(opened.events().empty());
}

TEST_F(SavedTraceTest, FactsNotesAndResultsKeepEveryCharacterAndBit) {
    Scene s;
    RunFacts& facts = s.store().facts();
    facts.params = {{"capacity", "4"}, {"words", "\"quoted\", 中文, line\nbreak, \t"}};
    facts.endedWhy = "the runner was killed (signal 9)";
    facts.seed = ~std::uint64_t{0};
    facts.tempo = 0.1;
    const ActorId a = s.actor("任务 1");
    const StringId text = s.store().addText("你好\n");
    s.at(1).add({.actor = a.value, .object = text.value, .kind = EventKind::textWritten});
    const StringId name = s.store().addText("ratio");
    for (const double value :
         {0.1, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN(), -0.0})
        s.add({.object = name.value,
               .kind = EventKind::result,
               .detail = static_cast<std::uint8_t>(ResultType::real),
               .value = std::bit_cast<std::int64_t>(value)});
    s.tells("lost", -3);
    const Store store = s.finish(Ended::crashed);
    const Store opened = savedAndOpened(store);
    expectSame(store, opened);
    EXPECT_EQ(opened.notes().at(0).text, "你好\n");
    EXPECT_EQ(opened.text(text), "你好\n");
}

TEST_F(SavedTraceTest, TextThatIsNoUtf8DoesNotPreventSaving) {
    Scene s;
    s.actor("bad \xFF\xFE name");
    const Store opened = savedAndOpened(s.finish(Ended::finished));
    ASSERT_EQ(opened.actors().size(), 1U);
    EXPECT_EQ(opened.actors()[0].name.substr(0, 4), "bad ");
}

TEST_F(SavedTraceTest, BrokenLawsComeBack) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1");
    s.at(1).runs(a).releases(a, lock).at(2).ends(a).at(3).runs(a);
    s.add({.actor = ActorId::kNone, .object = 99, .kind = EventKind::lockAcquired});
    const Store store = s.finish(Ended::finished);
    ASSERT_GT(store.totals().violations, 0U);
    expectSame(store, savedAndOpened(store));
}

TEST_F(SavedTraceTest, AnEvictedTraceComesBackWithItsCheckpoint) {
    Scene s(RuntimeKind::threads, std::size_t{4} << 20);
    const ObjectId queue = s.queue("queue", 4);
    const ActorId p = s.actor("P");
    s.at(1).runs(p);
    for (int i = 0; i < 120'000; ++i) {
        s.afterUs(1).puts(p, queue).afterUs(1).gets(p, queue).sleeps(p, 1).afterUs(1).readies(p).runs(p);
        if (i % 1000 == 0) s.store();
    }
    const Store store = s.finish(Ended::stopped);
    ASSERT_GT(store.totals().evicted, 0U);
    const Store opened = savedAndOpened(store);
    expectSame(store, opened);
    EXPECT_TRUE(checkTrace(opened).lawful());
    EXPECT_EQ(opened.checkpoint().object(queue).ticket, store.checkpoint().object(queue).ticket);
}

TEST_F(SavedTraceTest, AnOpenedTraceCanBeSavedAgainEvenOverItself) {
    const Store store = scenes::deadlock();
    const Store opened = savedAndOpened(store);
    ASSERT_TRUE(SavedTrace::save(opened, at("trace.ilv")));
    const auto again = SavedTrace::open(at("trace.ilv"));
    ASSERT_TRUE(again) << again.error().what;
    expectSame(store, *again);
    expectSame(store, opened);
}

TEST_F(SavedTraceTest, AnOpenedTraceOutlivesItsFileAndItsFirstHolder) {
    auto opened = std::make_unique<Store>(savedAndOpened(scenes::deadlock()));
    fs::remove(at("trace.ilv"));
    Store moved = std::move(*opened);
    opened.reset();
    expectSame(scenes::deadlock(), moved);
}

TEST_F(SavedTraceTest, AppendingToAnOpenedTraceTouchesNoPageOfTheFile) {
    Store opened = savedAndOpened(scenes::deadlock());
    const std::uint64_t events = opened.totals().events;
    const auto late = static_cast<std::uint64_t>(4e9);
    for (std::uint32_t actor = 0; actor < 2; ++actor)
        for (int kind = 0; kind < static_cast<int>(EventKind::textFollows); ++kind)
            opened.append(
                {.time = late, .actor = actor, .object = 0, .kind = static_cast<EventKind>(kind), .value = 0});
    EXPECT_GT(opened.totals().events, events);
}

TEST_F(SavedTraceTest, TheSameTraceGivesTheSameBytes) {
    const auto bytesOf = [&](const Store& store) {
        EXPECT_TRUE(SavedTrace::save(store, at("bytes.ilv")));
        std::ifstream file(at("bytes.ilv"), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    EXPECT_EQ(bytesOf(scenes::producerConsumer()), bytesOf(scenes::producerConsumer()));
}

TEST_F(SavedTraceTest, SavesThroughAPipe) {
    ASSERT_EQ(::system(("mkfifo " + at("pipe")).c_str()), 0);
    ASSERT_EQ(::system(("cat " + at("pipe") + " > " + at("copy.ilv") + " & ").c_str()), 0);
    const Store store = scenes::race();
    ASSERT_TRUE(SavedTrace::save(store, at("pipe")));
    Expected<Store> opened = refused("not yet");
    for (int i = 0; i < 500 && !opened; ++i) {
        ::usleep(10'000);
        opened = SavedTrace::open(at("copy.ilv"));
    }
    ASSERT_TRUE(opened) << opened.error().what;
    expectSame(store, *opened);
}

TEST_F(SavedTraceTest, RefusalsToSaveAreOneSentenceAndLeaveNothing) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(SavedTrace::save(store, "/dev/full").error().what,
              "cannot write '/dev/full': the disk is full; make room or choose another place");
    EXPECT_EQ(SavedTrace::save(store, at("no/a.ilv")).error().what,
              "cannot write '" + at("no/a.ilv") + "': the folder '" + at("no") +
                  "' does not exist; create it or choose another one");
    EXPECT_EQ(filesInFolder(), 0U);
}

TEST_F(SavedTraceTest, ADiskThatFillsUpKeepsTheTraceThatWasThere) {
    fs::create_directory(at("tiny"));
    if (::mount("tmpfs", at("tiny").c_str(), "tmpfs", 0, "size=256k") != 0)
        GTEST_SKIP() << "needs the right to mount a tmpfs";
    const std::string target = at("tiny") + "/a.ilv";
    EXPECT_TRUE(SavedTrace::save(scenes::race(), target));
    const auto saved = SavedTrace::save(scenes::large(4, 100'000), target);
    const auto kept = SavedTrace::open(target);
    ::umount2(at("tiny").c_str(), MNT_DETACH);
    ASSERT_FALSE(saved);
    EXPECT_NE(saved.error().what.find("the disk is full"), std::string::npos);
    ASSERT_TRUE(kept) << kept.error().what;
    EXPECT_EQ(kept->facts().scenario, "threads/race");
}

}  // namespace
}  // namespace interleave
