#include "ui/gallery/kept_scenarios.hpp"

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

TEST(KeptScenarios, AFavouriteIsOneUntilItIsChosenAgain) {
    KeptScenarios kept;
    kept.toggle("locks/deadlock");
    kept.toggle("threads/race");
    EXPECT_EQ(kept.favourites(), QStringList({"locks/deadlock", "threads/race"}));
    kept.toggle("locks/deadlock");
    EXPECT_FALSE(kept.isFavourite("locks/deadlock"));
    kept.toggle("locks/deadlock");
    EXPECT_TRUE(kept.isFavourite("locks/deadlock")) << "the star again undoes it";
    kept.toggle("");
    EXPECT_EQ(kept.favourites().size(), 2);
}

TEST(KeptScenarios, TheLastFiveThatRanAreKeptEachOnceTheLatestFirst) {
    KeptScenarios kept;
    for (const char* id : {"a", "b", "c", "a", "d", "e", "f"}) kept.ran(id);
    EXPECT_EQ(kept.recents(), QStringList({"f", "e", "d", "a", "c"}));
}

TEST(KeptScenarios, ComeBackFromTheSettingsUnknownOnesToo) {
    QSettings settings;
    settings.clear();
    KeptScenarios kept;
    kept.toggle("of/another-version");
    kept.ran("locks/mutex");
    kept.write(settings);
    KeptScenarios again;
    again.read(settings);
    EXPECT_EQ(again.favourites(), kept.favourites());
    EXPECT_EQ(again.recents(), kept.recents());
}

TEST(KeptScenarios, SettingsThatSomebodyWroteByHandAreTakenAsFarAsTheyMakeSense) {
    QSettings settings;
    settings.setValue("gallery/favourites", QStringList({"a", "a", "b"}));
    settings.setValue("gallery/recents", QStringList({"1", "2", "3", "4", "5", "6", "7"}));
    KeptScenarios kept;
    kept.read(settings);
    EXPECT_EQ(kept.favourites(), QStringList({"a", "b"}));
    EXPECT_EQ(kept.recents().size(), KeptScenarios::kMostRecents);
}

}  // namespace
}  // namespace interleave::ui
