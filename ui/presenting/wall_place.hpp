// What the wall says where the lesson stands.
#pragma once

#include "ui/presenting/presenting_view.hpp"

namespace interleave::ui {

class Guide;

// In the window's language.
WallPlace wallPlaceOf(const Guide& guide);

}  // namespace interleave::ui
