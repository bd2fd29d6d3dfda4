#include "core/base/descriptor_limit.hpp"

#include <sys/resource.h>

namespace interleave {

Expected<void> allowDescriptors(std::size_t count) {
    constexpr rlim_t kOthers = 64;  // standard streams, arena, sockets of the run, the loop's own
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return refusedBySystem(Sentence("Files", "cannot ask how many files may be open"));
    const rlim_t wanted = count + kOthers;
    if (files.rlim_max != RLIM_INFINITY && files.rlim_max < wanted)
        return refused(Sentence("Files",
                                "this system lets a program have {} files open, and {} are needed: choose fewer, or "
                                "raise the limit (ulimit -n)")
                           .of(files.rlim_max, wanted));
    if (files.rlim_cur != RLIM_INFINITY && files.rlim_cur < wanted) {
        files.rlim_cur = wanted;
        if (::setrlimit(RLIMIT_NOFILE, &files) != 0)
            return refusedBySystem(Sentence("Files", "more files may not be open"));
    }
    return {};
}

}  // namespace interleave
