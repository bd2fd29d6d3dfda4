// A folder for temporary files that is removed when its makers are gone, even where all of them are killed at once.
//
// A process of its own does that, the sweeper: it makes the folder, and waits at the end of a pipe whose other end this
// process and all that it forks later have open. When the last of them has ended, however that came, the pipe is
// closed, and the sweeper removes the folder and ends. It stands in a session of its own,
// so a signal to its makers' group leaves it alone.
//
// Thread safety: call it in a process that has no other threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "core/base/error.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {

struct SweptFolder {
    std::string path;
    UniqueFd held;  // closed when exec'd
};

// In $TMPDIR, else in /tmp. The sweeper tells its number in `tell` before it does anything else, so that whoever
// outlives the makers can wait for its end.
Expected<SweptFolder> makeSweptFolder(std::atomic<std::uint32_t>& tell);

}  // namespace interleave
