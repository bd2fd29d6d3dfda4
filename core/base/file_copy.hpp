// One file copied: bytes, permissions and times. It is compared byte by byte before it gets its name, and until then it
// has none: whoever is killed in the middle leaves nothing. What has that name already is never touched.
//
// Where the file system makes no nameless files (O_TMPFILE: some of the network's and of sticks), it is written beside
// its place as ".interleave-…" and renamed; there a kill in the middle leaves that.
//
// Not copied: the owner, extended attributes; of several names of one file each becomes a file; holes are filled.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/error.hpp"

namespace interleave {

enum class Unfinished : std::uint8_t { nameless, named };

// From `path` below the folder `from` to the same below `to` (descriptors), whose folders exist. How many bytes it has.
// The refusal says why, without naming the file.
Expected<std::uint64_t> copyFile(int from, int to, const std::string& path,
                                 Unfinished unfinished = Unfinished::nameless);

}  // namespace interleave
