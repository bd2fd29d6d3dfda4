// A folder to try copying on: files of all sizes up to `kib`, in folders within folders, with names that programs trip
// over (spaces, other scripts, a leading dash, a line break), a program's permissions, links, one of them to nowhere,
// an empty folder, old dates, and a file that only root may read.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/error.hpp"

namespace interleave {

// In `folder`, which is made. The same seed makes the same bytes.
Expected<void> makeSampleTree(const std::string& folder, std::int64_t files, std::int64_t kib, std::uint64_t seed);

}  // namespace interleave
