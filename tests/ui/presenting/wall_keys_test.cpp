#include "ui/presenting/wall_keys.hpp"

#include <gtest/gtest.h>

#include "ui/presenting/keys_card.hpp"

namespace interleave::ui {
namespace {

TEST(WallKeys, WhateverARemoteSendsGoesOnOrBack) {
    for (const int key : {Qt::Key_PageDown, Qt::Key_Right, Qt::Key_Space, Qt::Key_Enter, Qt::Key_Return})
        EXPECT_EQ(wallCommand(key, Qt::NoModifier), WallCommand::next) << key;
    for (const int key : {Qt::Key_PageUp, Qt::Key_Left})
        EXPECT_EQ(wallCommand(key, Qt::NoModifier), WallCommand::previous) << key;
}

TEST(WallKeys, BBlanksAndAFullStopPauses) {
    EXPECT_EQ(wallCommand(Qt::Key_B, Qt::NoModifier), WallCommand::blank);
    EXPECT_EQ(wallCommand(Qt::Key_Period, Qt::NoModifier), WallCommand::pause);
}

TEST(WallKeys, NumbersChooseOnTheKeypadToo) {
    EXPECT_EQ(wallCommand(Qt::Key_1, Qt::NoModifier), WallCommand::first);
    EXPECT_EQ(wallCommand(Qt::Key_2, Qt::KeypadModifier), WallCommand::second);
    EXPECT_EQ(wallCommand(Qt::Key_3, Qt::NoModifier), WallCommand::third);
    EXPECT_EQ(wallCommand(Qt::Key_4, Qt::NoModifier), WallCommand::none);
}

TEST(WallKeys, ControlWithPlusMinusAndNoughtSetsTheType) {
    EXPECT_EQ(wallCommand(Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier), WallCommand::larger);
    EXPECT_EQ(wallCommand(Qt::Key_Equal, Qt::ControlModifier), WallCommand::larger) << "the same key without Shift";
    EXPECT_EQ(wallCommand(Qt::Key_Minus, Qt::ControlModifier), WallCommand::smaller);
    EXPECT_EQ(wallCommand(Qt::Key_0, Qt::ControlModifier), WallCommand::usualSize);
    EXPECT_EQ(wallCommand(Qt::Key_Plus, Qt::NoModifier), WallCommand::none);
}

TEST(WallKeys, F5AndEscapeLeave) {
    EXPECT_EQ(wallCommand(Qt::Key_F5, Qt::NoModifier), WallCommand::leave);
    EXPECT_EQ(wallCommand(Qt::Key_Escape, Qt::NoModifier), WallCommand::leave);
    EXPECT_EQ(wallCommand(Qt::Key_F5, Qt::AltModifier), WallCommand::none);
}

TEST(WallKeys, TheSheetSaysWhatEachOfThemDoes) {
    EXPECT_GE(KeysCard::rows().size(), 9U);
    for (const auto& [key, meaning] : KeysCard::rows()) EXPECT_FALSE(key.isEmpty() || meaning.isEmpty());
}

}  // namespace
}  // namespace interleave::ui
