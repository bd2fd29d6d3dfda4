// What stands in a folder, down to the deepest: read once, before it is copied. Names are bytes,
// as the system has them.
#pragma once

#include <sys/types.h>
#include <time.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/error.hpp"

namespace interleave {

struct TreeEntry {
    enum class Kind : std::uint8_t { folder, file, link };
    Kind kind{};
    std::string path;         // from the folder on; "." is the folder itself
    mode_t mode = 0;          // permissions
    std::uint64_t bytes = 0;  // of a file
    timespec accessed{};
    timespec modified{};
};

// One that could not be read, or is of a kind that cannot be copied (a socket, a device), and why.
struct TreeRefusal {
    std::string path;
    std::string why;
};

struct FolderTree {
    std::vector<TreeEntry> entries;  // sorted by name within each folder; a folder before what is in it
    std::vector<TreeRefusal> refusals;

    std::uint64_t bytes() const;
    // Where the files stand among the entries.
    std::vector<std::size_t> files() const;
};

// Follows no symbolic link but `folder` itself. Refuses only where `folder` is none or cannot be opened.
Expected<FolderTree> readTree(const std::string& folder);

}  // namespace interleave
