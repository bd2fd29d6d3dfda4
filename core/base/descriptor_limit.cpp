#include "core/base/descriptor_limit.hpp"

#include <sys/resource.h>

#include <string>

namespace interleave {

Expected<void> allowDescriptors(std::size_t count) {
    constexpr rlim_t kOthers = 64;  // standard streams, arena, sockets of the run, the loop's own
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return refusedBySystem("cannot ask how many files may be open");
    const rlim_t wanted = count + kOthers;
    if (files.rlim_max != RLIM_INFINITY && files.rlim_max < wanted)
        return refused("this system lets a program have " + std::to_string(files.rlim_max) + " files open, and " +
                       std::to_string(wanted) + " are needed: choose fewer, or raise the limit (ulimit -n)");
    if (files.rlim_cur != RLIM_INFINITY && files.rlim_cur < wanted) {
        files.rlim_cur = wanted;
        if (::setrlimit(RLIMIT_NOFILE, &files) != 0) return refusedBySystem("more files may not be open");
    }
    return {};
}

}  // namespace interleave
