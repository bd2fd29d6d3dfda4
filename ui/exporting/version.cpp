#include "ui/exporting/version.hpp"

#ifndef INTERLEAVE_VERSION
#error "the build says which version this is"
#endif

namespace interleave::ui {

std::string_view programVersion() { return INTERLEAVE_VERSION; }

}  // namespace interleave::ui
