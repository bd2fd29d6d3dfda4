#include "core/base/swept_folder.hpp"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace interleave {
namespace {

struct Pipe {
    UniqueFd out, in;
};

Expected<Pipe> openPipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return refusedBySystem(Sentence("Files", "cannot make a temporary folder"));
    return Pipe{UniqueFd{ends[0]}, UniqueFd{ends[1]}};
}

// Nothing else that was open here is to stay open for its sake.
void keepOnly(const UniqueFd& one, const UniqueFd& other) {
    const int most = 1 << 16;
    if (const int null = ::open("/dev/null", O_RDWR); null >= 0) {
        for (int fd = 0; fd <= STDERR_FILENO; ++fd) (void)::dup2(null, fd);
        if (null > STDERR_FILENO) ::close(null);
    }
    const int low = std::min(one.get(), other.get());
    const int high = std::max(one.get(), other.get());
    const auto closeRange = [](int from, int to) {
        if (from <= to) (void)::syscall(SYS_close_range, from, to, 0);
    };
    closeRange(STDERR_FILENO + 1, low - 1);
    closeRange(low + 1, high - 1);
    closeRange(high + 1, most);
}

// A folder without the right to write in it would keep what it holds.
void removeTree(const std::filesystem::path& folder) {
    std::error_code refused;
    std::filesystem::remove_all(folder, refused);
    if (!refused) return;
    using Walk = std::filesystem::recursive_directory_iterator;
    const auto skipping = std::filesystem::directory_options::skip_permission_denied;
    for (Walk at{folder, skipping, refused}; !refused && at != Walk{}; at.increment(refused)) {
        std::error_code ignored;
        if (!at->is_directory(ignored) || at->is_symlink(ignored)) continue;
        const auto mine = std::filesystem::perms::owner_all;
        std::filesystem::permissions(at->path(), mine, std::filesystem::perm_options::add, ignored);
    }
    std::filesystem::remove_all(folder, refused);
}

[[noreturn]] void sweep(const std::string& place, Pipe life, Pipe answer, std::atomic<std::uint32_t>& tell) {
    // Release pairs with the acquire of whoever outlives the makers.
    tell.store(static_cast<std::uint32_t>(::getpid()), std::memory_order_release);
    // Before there is anything to remove: until here a signal to the group may end it.
    ::setsid();
    ::prctl(PR_SET_NAME, "sweeper", 0, 0, 0);
    ::signal(SIGPIPE, SIG_IGN);
    life.in.reset();
    keepOnly(life.out, answer.in);
    std::string path = place + "/interleave-XXXXXX";
    if (::mkdtemp(path.data()) == nullptr) path.clear();
    (void)!::write(answer.in.get(), path.data(), path.size());
    answer.in.reset();
    char none = 0;
    while (::read(life.out.get(), &none, 1) < 0 && errno == EINTR) {
    }
    if (!path.empty()) removeTree(path);
    ::_exit(0);
}

}  // namespace

Expected<SweptFolder> makeSweptFolder(std::atomic<std::uint32_t>& tell) {
    const char* const wish = std::getenv("TMPDIR");
    const std::string place = wish != nullptr && *wish != '\0' ? wish : "/tmp";
    auto life = openPipe();
    auto answer = openPipe();
    if (!life) return tl::unexpected(life.error());
    if (!answer) return tl::unexpected(answer.error());
    const pid_t sweeper = ::fork();
    if (sweeper < 0) return refusedBySystem(Sentence("Files", "cannot make a temporary folder"));
    if (sweeper == 0) sweep(place, std::move(*life), std::move(*answer), tell);
    life->out.reset();
    answer->in.reset();
    std::array<char, PATH_MAX> path{};
    ssize_t got = -1;
    while ((got = ::read(answer->out.get(), path.data(), path.size())) < 0 && errno == EINTR) {
    }
    if (got <= 0)
        return refused(
            Sentence("Files", "cannot make a temporary folder in {}: set TMPDIR to one where files may be made")
                .of(place));
    return SweptFolder{std::string(path.data(), static_cast<std::size_t>(got)), std::move(life->in)};
}

}  // namespace interleave
