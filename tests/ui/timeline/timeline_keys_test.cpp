#include "ui/timeline/timeline_keys.hpp"

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

constexpr quint32 kPlaceOfW = 25, kPlaceOfA = 38, kPlaceOfS = 39, kPlaceOfD = 40;

TEST(TimelineKeys, WasdGoByTheirPlaceOnAnyLayout) {
    EXPECT_EQ(keyAction(Qt::Key_W, {}, kPlaceOfW), KeyAction::zoomIn);
    EXPECT_EQ(keyAction(Qt::Key_Z, {}, kPlaceOfW), KeyAction::zoomIn) << "AZERTY has a Z there";
    EXPECT_EQ(keyAction(Qt::Key_Q, {}, kPlaceOfA), KeyAction::panLeft) << "and a Q there";
    EXPECT_EQ(keyAction(0x0426, {}, kPlaceOfW), KeyAction::zoomIn) << "a Russian keyboard has a Ц";
    EXPECT_EQ(keyAction(Qt::Key_S, {}, kPlaceOfS), KeyAction::zoomOut);
    EXPECT_EQ(keyAction(Qt::Key_D, {}, kPlaceOfD), KeyAction::panRight);
}

TEST(TimelineKeys, ALetterElsewhereIsNotMistakenForItsPlace) {
    constexpr quint32 kWhereAzertyHasW = 52;
    EXPECT_EQ(keyAction(Qt::Key_W, {}, kWhereAzertyHasW), KeyAction::none);
}

TEST(TimelineKeys, WherePlacesAreUnknownTheLetterCounts) {
    EXPECT_EQ(keyAction(Qt::Key_W, {}, 0), KeyAction::zoomIn);
    EXPECT_EQ(keyAction(Qt::Key_D, {}, 0), KeyAction::panRight);
}

TEST(TimelineKeys, NavigationAndUndo) {
    EXPECT_EQ(keyAction(Qt::Key_Left, {}, 0), KeyAction::cursorBack);
    EXPECT_EQ(keyAction(Qt::Key_End, {}, 0), KeyAction::toEnd);
    EXPECT_EQ(keyAction(Qt::Key_Space, {}, 65), KeyAction::playOrPause);
    EXPECT_EQ(keyAction(Qt::Key_F, {}, 41), KeyAction::fit);
    EXPECT_EQ(keyAction(Qt::Key_Backspace, {}, 22), KeyAction::undo);
    EXPECT_EQ(keyAction(Qt::Key_Z, Qt::ControlModifier, 52), KeyAction::undo);
}

TEST(TimelineKeys, ShortcutsOfTheWindowAreLeftToIt) {
    EXPECT_EQ(keyAction(Qt::Key_F, Qt::ControlModifier, 41), KeyAction::none) << "Ctrl+F searches";
    EXPECT_EQ(keyAction(Qt::Key_S, Qt::ControlModifier, kPlaceOfS), KeyAction::none);
    EXPECT_EQ(keyAction(Qt::Key_W, Qt::AltModifier, kPlaceOfW), KeyAction::none);
    EXPECT_EQ(keyAction(Qt::Key_F5, {}, 71), KeyAction::none);
}

}  // namespace
}  // namespace interleave::ui
