// The gallery's small pictures: that there are some, which runs they are drawn from, and where they come from.
#include "ui/exporting/thumbnails.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTreeView>

#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "core/session/session.hpp"
#include "tests/support/scenes.hpp"
#include "ui/gallery/gallery_panel.hpp"
#include "ui/gallery/gallery_rows.hpp"

namespace interleave::ui {
namespace {

// The scene of a deadlock as if the scenario had been run as it comes.
Store usualDeadlock() {
    Store store = scenes::deadlock();
    const RunRequest usual = defaultRequest("locks/deadlock").value();
    store.facts().runtime = usual.runtime;
    store.facts().pace = usual.pace;
    store.facts().params = usual.params;
    store.facts().ended = Ended::deadlocked;
    return store;
}

bool hasColor(const QImage& image, const QColor& color) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color) return true;
    return false;
}

TEST(Thumbnail, EveryScenarioHasOneForLightAndOneForDark) {
    for (const Scenario& scenario : scenarios()) {
        for (const ThemeName theme : {ThemeName::light, ThemeName::dark}) {
            const QString name = thumbnailName(QString::fromStdString(scenario.id), theme);
            const QImage image(":/thumbnails/" + name);
            EXPECT_EQ(image.size(), kThumbnailSize)
                << name.toStdString() << " is missing: interleave thumbnails --missing resources/thumbnails";
        }
    }
}

TEST(Thumbnail, ShowsTheStatesOfTheRunInTheThemesColours) {
    const Store store = scenes::deadlock();
    for (const ThemeName name : {ThemeName::light, ThemeName::dark}) {
        const QImage image = drawThumbnail(store, name);
        EXPECT_EQ(image.size(), kThumbnailSize);
        for (const StateClass state : {StateClass::running, StateClass::sleeping, StateClass::waitingLock})
            EXPECT_TRUE(hasColor(image, Theme::named(name).state(state))) << static_cast<int>(state);
    }
    EXPECT_EQ(thumbnailName("locks/deadlock", ThemeName::print), thumbnailName("locks/deadlock", ThemeName::light));
}

TEST(Thumbnail, OnlyARunWithNothingChangedStandsForItsScenario) {
    EXPECT_TRUE(mayStandForItsScenario(usualDeadlock()));
    Store changed = usualDeadlock();
    changed.facts().params.front().second += "0";
    EXPECT_FALSE(mayStandForItsScenario(changed));
    Store stopped = usualDeadlock();
    stopped.facts().ended = Ended::stopped;
    EXPECT_FALSE(mayStandForItsScenario(stopped));
    Store elsewhere = usualDeadlock();
    elsewhere.facts().runtime = RuntimeKind::virtualTime;
    EXPECT_FALSE(mayStandForItsScenario(elsewhere));
    Store foreign = usualDeadlock();
    foreign.facts().scenario = "somebody/elses";
    EXPECT_FALSE(mayStandForItsScenario(foreign));
}

TEST(Thumbnail, ARunOnThisMachineReplacesWhatCameWithTheProgram) {
    const Store store = usualDeadlock();
    ASSERT_TRUE(keepThumbnails(store));
    const QString path = thumbnailPath("locks/deadlock", ThemeName::dark);
    EXPECT_FALSE(path.startsWith(":"));
    EXPECT_EQ(thumbnailOf("locks/deadlock", ThemeName::dark).convertToFormat(QImage::Format_ARGB32),
              drawThumbnail(store, ThemeName::dark).convertToFormat(QImage::Format_ARGB32));
    for (const ThemeName theme : {ThemeName::light, ThemeName::dark})
        QFile::remove(thumbnailPath("locks/deadlock", theme));
    EXPECT_TRUE(thumbnailPath("locks/deadlock", ThemeName::dark).startsWith(":"));
}

TEST(Thumbnail, WhatCannotBeWrittenIsSaid) {
    const QTemporaryDir folder;
    QFile file(folder.filePath("taken"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_FALSE(writeThumbnails(usualDeadlock(), folder.filePath("taken/inside")));
}

TEST(Thumbnail, ARowOfTheGalleryShowsItAndItsTooltipTheLargerOne) {
    GalleryPanel panel;
    panel.resize(248, 700);
    panel.setCurrent("locks/deadlock");
    panel.show();
    auto* tree = panel.findChild<QTreeView*>();
    const auto found = tree->model()->match(tree->model()->index(0, 0), kIdRole, "locks/deadlock", 1,
                                            Qt::MatchExactly | Qt::MatchRecursive);
    ASSERT_FALSE(found.isEmpty());
    ASSERT_TRUE(keepThumbnails(usualDeadlock()));
    panel.showNewPicture("locks/deadlock");
    EXPECT_TRUE(
        found.front().data(Qt::ToolTipRole).toString().contains(thumbnailPath("locks/deadlock", ThemeName::light)));
    const QRect row = tree->visualRect(found.front());
    const QImage picture = tree->viewport()->grab(QRect(row.left() + 20, row.top() + 7, 30, 18)).toImage();
    EXPECT_TRUE(hasColor(picture, Theme::named(ThemeName::light).state(StateClass::sleeping)));
    for (const ThemeName theme : {ThemeName::light, ThemeName::dark})
        QFile::remove(thumbnailPath("locks/deadlock", theme));
}

}  // namespace
}  // namespace interleave::ui
