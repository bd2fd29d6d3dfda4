#include "ui/live/chapters.hpp"

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

Scenario named(const char* id) {
    Scenario scenario;
    scenario.id = id;
    return scenario;
}

TEST(Chapters, ChaptersComeInTheOrderOfTheLessonsWhateverTheRegistryHas) {
    const std::vector<Scenario> registry{named("queues/a"), named("locks/b"), named("multitasking/c"),
                                         named("threads/d")};
    std::vector<std::string> keys;
    for (const ShownChapter& chapter : shownChapters(registry)) keys.push_back(chapter.key);
    EXPECT_EQ(keys, (std::vector<std::string>{"multitasking", "threads", "locks", "queues"}));
}

TEST(Chapters, WithinAChapterTheRegistrysOrderHolds) {
    const std::vector<Scenario> registry{named("locks/z"), named("threads/x"), named("locks/a")};
    const auto chapters = shownChapters(registry);
    ASSERT_EQ(chapters.size(), 2u);
    ASSERT_EQ(chapters[1].scenarios.size(), 2u);
    EXPECT_EQ(chapters[1].scenarios[0]->id, "locks/z");
    EXPECT_EQ(chapters[1].scenarios[1]->id, "locks/a");
}

TEST(Chapters, SomeAreShownWhereTheyAreTaughtAndNotWhereTheirIdSays) {
    EXPECT_EQ(shownChapterOf("threads/gil"), "locks");
    EXPECT_EQ(shownChapterOf("coroutines/generator"), "generators");
    EXPECT_EQ(shownChapterOf("multitasking/switch-cost"), "choosing");
    EXPECT_EQ(shownChapterOf("processes/ipc"), "queues");
    EXPECT_EQ(shownChapterOf("locks/deadlock"), "locks");
}

TEST(Chapters, AChapterThatNobodyFoundAPlaceForComesLastAndIsNotLost) {
    const std::vector<Scenario> registry{named("games/chess"), named("locks/a")};
    const auto chapters = shownChapters(registry);
    ASSERT_EQ(chapters.size(), 2u);
    EXPECT_EQ(chapters.back().key, "games");
    EXPECT_EQ(chapterName("games").shown(), "games");
}

TEST(Chapters, TheWholeOrderOfTheLessonsIsThis) {
    const std::vector<std::pair<std::string, std::vector<std::string>>> order{
        {"multitasking",
         {"multitasking/concurrency-parallelism", "multitasking/process-states", "multitasking/round-robin",
          "multitasking/priority", "multitasking/policy-race", "multitasking/your-jobs",
          "multitasking/polling-vs-events", "multitasking/sync-async-blocking"}},
        {"threads",
         {"threads/start-join", "threads/arguments-and-subclass", "threads/daemon", "threads/order", "threads/race",
          "threads/atomic", "threads/thread-local", "threads/udp-chat", "threads/pool", "threads/failure",
          "threads/locals"}},
        {"locks",
         {"locks/mutex", "threads/gil", "locks/reentrant", "locks/semaphore", "locks/condition", "locks/reader-writer",
          "locks/spin-or-block", "locks/deadlock", "locks/partial-deadlock", "locks/three-locks",
          "locks/dining-philosophers", "locks/lock-order", "locks/timeout", "locks/watchdog", "locks/bankers",
          "locks/priority-inversion"}},
        {"processes",
         {"processes/fork", "processes/not-shared", "processes/join-timeout-terminate", "processes/zombie",
          "processes/orphan", "processes/pool", "processes/folder-copier", "processes/prefork-server",
          "processes/start-method"}},
        {"queues",
         {"queues/producer-consumer", "queues/full-empty-timeout", "queues/fifo-lifo-priority", "queues/many-to-many",
          "queues/backpressure", "queues/check-then-act", "queues/poll-many", "processes/ipc",
          "processes/queue-manager"}},
        {"generators",
         {"coroutines/iterator-protocol", "coroutines/lazy-vs-list", "coroutines/generator", "coroutines/yield-from",
          "coroutines/generator-pipeline"}},
        {"coroutines",
         {"coroutines/ping-pong", "coroutines/auto-switch-on-io", "coroutines/event-loop", "coroutines/await-vs-tasks",
          "coroutines/forgotten", "coroutines/future-states", "coroutines/gather", "coroutines/blocking-the-loop",
          "coroutines/cancel", "coroutines/select-epoll", "coroutines/callbacks"}},
        {"choosing",
         {"multitasking/cpu-vs-io", "multitasking/switch-cost", "processes/creation-cost",
          "coroutines/million-switches", "coroutines/downloader"}},
    };
    std::vector<std::pair<std::string, std::vector<std::string>>> shown;
    for (const ShownChapter& chapter : shownChapters(scenarios())) {
        shown.push_back({chapter.key, {}});
        for (const Scenario* scenario : chapter.scenarios) shown.back().second.push_back(scenario->id);
    }
    EXPECT_EQ(shown, order);
}

TEST(Chapters, TheListOfTheCommandLineHasTheSameOrder) {
    std::vector<std::string> shown, listed;
    for (const ShownChapter& chapter : shownChapters(scenarios()))
        for (const Scenario* scenario : chapter.scenarios) shown.push_back(scenario->id);
    for (const Scenario& scenario : scenarios()) listed.push_back(scenario.id);
    EXPECT_EQ(shown, listed);
}

TEST(Chapters, TheWayOnGoesThroughTheChapterAndThenIntoTheNext) {
    const auto after = neighbourOf("locks/mutex", scenarios(), 1);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->scenario->id, "threads/gil");
    EXPECT_TRUE(after->inSameChapter) << "it is shown there, whatever its id says";

    const auto past = neighbourOf("locks/priority-inversion", scenarios(), 1);
    ASSERT_TRUE(past);
    EXPECT_EQ(past->scenario->id, "processes/fork");
    EXPECT_FALSE(past->inSameChapter);
    EXPECT_EQ(neighbourOf("processes/fork", scenarios(), -1)->scenario->id, "locks/priority-inversion");
}

TEST(Chapters, TheWayOnComesByEveryScenario) {
    std::size_t seen = 1;
    for (auto there = neighbourOf("multitasking/concurrency-parallelism", scenarios(), 1); there;
         there = neighbourOf(there->scenario->id, scenarios(), 1))
        ++seen;
    EXPECT_EQ(seen, scenarios().size());
}

TEST(Chapters, BeforeTheFirstAndAfterTheLastThereIsNothing) {
    EXPECT_FALSE(neighbourOf("multitasking/concurrency-parallelism", scenarios(), -1));
    EXPECT_FALSE(neighbourOf("coroutines/downloader", scenarios(), 1));
    EXPECT_FALSE(neighbourOf("games/chess", scenarios(), 1));
}

ScenarioText deadlockText() {
    ScenarioText text;
    text.title = {"Two locks, opposite order", QString::fromUtf8("两把锁，次序相反")};
    text.subtitle = {"Deadlock", QString::fromUtf8("死锁")};
    text.question = {"Each thread takes one. What can go wrong?", QString::fromUtf8("各拿一把，API 会怎样？")};
    return text;
}

TEST(ScenarioSearch, FindsByIdTitleAndChapterInEitherLanguage) {
    for (const char* query : {"", "deadlock", "DEADLOCK", "opposite locks", "死锁", "次序", "locks/dead", "锁与死锁",
                              "Locks and", "deadlock 死锁", "死锁　opposite", "ｄｅａｄｌｏｃｋ"}) {
        EXPECT_EQ(matchOf("locks/deadlock", deadlockText(), QString::fromUtf8(query)), Match::byName) << query;
    }
    for (const char* query : {"queue", "deadlock queue", "活锁"}) {
        EXPECT_EQ(matchOf("locks/deadlock", deadlockText(), QString::fromUtf8(query)), Match::none) << query;
    }
}

TEST(ScenarioSearch, AlsoFindsByTheQuestionButTellsThatFromItsName) {
    for (const char* query : {"go wrong", "wrong deadlock", "各拿一把", "API会怎样", "死锁 wrong"}) {
        EXPECT_EQ(matchOf("locks/deadlock", deadlockText(), QString::fromUtf8(query)), Match::byQuestion) << query;
    }
}

}  // namespace
}  // namespace interleave::ui
