// A run's store, once more: for a picture that is drawn by a window of its own.
#pragma once

#include <memory>

#include "core/base/error.hpp"
#include "core/trace/store.hpp"

namespace interleave::ui {

// Not copied but shown again from a file, as any saved trace is: the way out is the way in.
Expected<std::unique_ptr<Store>> storeCopy(const Store& store);

}  // namespace interleave::ui
