// Opens what stands below a folder, and nothing else: a folder on the way that has meanwhile become a symbolic link, to
// anywhere, is refused and not followed (openat2(2), RESOLVE_BENEATH and RESOLVE_NO_SYMLINKS). On a kernel before 5.6,
// or where a container forbids that call, only the last part of the path is looked at so.
//
// Thread safety: any thread.
#pragma once

#include <string>

#include "core/base/unique_fd.hpp"

namespace interleave {

// `flags` as of open(2), for what exists; O_CLOEXEC and O_NOFOLLOW are added. Not open where it is refused;
// errno says why.
UniqueFd openBeneath(int folder, const std::string& path, int flags);

}  // namespace interleave
