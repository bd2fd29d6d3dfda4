// The program's version, for captions and --version.
#pragma once

#include <string_view>

namespace interleave::ui {

std::string_view programVersion();  // "0.1.0"

}  // namespace interleave::ui
