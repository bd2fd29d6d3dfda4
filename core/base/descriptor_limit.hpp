// How many descriptors this process may have open.
//
// Thread safety: any thread; what is allowed is the whole process's.
#pragma once

#include <cstddef>

#include "core/base/error.hpp"

namespace interleave {

// Room for `count` more than a program has anyhow. Refused, with a sentence,
// where the system's own limit is below that.
Expected<void> allowDescriptors(std::size_t count);

}  // namespace interleave
