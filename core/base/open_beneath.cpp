#include "core/base/open_beneath.hpp"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace interleave {

UniqueFd openBeneath(int folder, const std::string& path, int flags) {
    open_how how{};
    how.flags = static_cast<std::uint64_t>(flags | O_NOFOLLOW | O_CLOEXEC);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
    const auto attempt = [&] {
        return UniqueFd{static_cast<int>(::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how))};
    };
    UniqueFd opened = attempt();
    // Something was renamed meanwhile, and the kernel could not be sure.
    for (int again = 0; !opened.open() && errno == EAGAIN && again < 100; ++again) opened = attempt();
    if (opened.open() || (errno != ENOSYS && errno != EPERM)) return opened;
    return UniqueFd{::openat(folder, path.c_str(), flags | O_NOFOLLOW | O_CLOEXEC)};
}

}  // namespace interleave
