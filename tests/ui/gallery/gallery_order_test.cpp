#include "ui/gallery/gallery_order.hpp"

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

Scenario named(const char* id) {
    Scenario scenario;
    scenario.id = id;
    return scenario;
}

TEST(GalleryOrder, ChaptersComeInTheOrderOfTheLessonsWhateverTheRegistryHas) {
    const std::vector<Scenario> registry{named("queues/a"), named("locks/b"), named("multitasking/c"), named("threads/d")};
    std::vector<std::string> keys;
    for (const ShownChapter& chapter : shownChapters(registry)) keys.push_back(chapter.key);
    EXPECT_EQ(keys, (std::vector<std::string>{"multitasking", "threads", "locks", "queues"}));
}

TEST(GalleryOrder, WithinAChapterTheRegistrysOrderHolds) {
    const std::vector<Scenario> registry{named("locks/z"), named("threads/x"), named("locks/a")};
    const auto chapters = shownChapters(registry);
    ASSERT_EQ(chapters.size(), 2u);
    ASSERT_EQ(chapters[1].scenarios.size(), 2u);
    EXPECT_EQ(chapters[1].scenarios[0]->id, "locks/z");
    EXPECT_EQ(chapters[1].scenarios[1]->id, "locks/a");
}

TEST(GalleryOrder, SomeAreShownWhereTheyAreTaughtAndNotWhereTheirIdSays) {
    EXPECT_EQ(shownChapterOf("threads/gil"), "locks");
    EXPECT_EQ(shownChapterOf("coroutines/generator"), "generators");
    EXPECT_EQ(shownChapterOf("multitasking/switch-cost"), "choosing");
    EXPECT_EQ(shownChapterOf("processes/ipc"), "queues");
    EXPECT_EQ(shownChapterOf("locks/deadlock"), "locks");
}

TEST(GalleryOrder, AChapterThatNobodyFoundAPlaceForComesLastAndIsNotLost) {
    const std::vector<Scenario> registry{named("games/chess"), named("locks/a")};
    const auto chapters = shownChapters(registry);
    ASSERT_EQ(chapters.size(), 2u);
    EXPECT_EQ(chapters.back().key, "games");
    EXPECT_EQ(chapterName("games").shown(), "games");
}

TEST(GallerySearch, FindsByIdTitleAndChapterInEitherLanguage) {
    ScenarioText text;
    text.title = {"Two locks, opposite order", QString::fromUtf8("两把锁，次序相反")};
    text.subtitle = {"Deadlock", QString::fromUtf8("死锁")};
    for (const char* query : {"", "deadlock", "DEADLOCK", "opposite locks", "死锁", "次序", "locks/dead", "锁与死锁", "Locks and"}) {
        EXPECT_TRUE(matches("locks/deadlock", text, QString::fromUtf8(query))) << query;
    }
    for (const char* query : {"queue", "deadlock queue", "活锁"}) {
        EXPECT_FALSE(matches("locks/deadlock", text, QString::fromUtf8(query))) << query;
    }
}

}  // namespace
}  // namespace interleave::ui
