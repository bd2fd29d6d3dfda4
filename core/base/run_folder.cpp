#include "core/base/run_folder.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace interleave {
namespace {

namespace fs = std::filesystem;

std::string baseFolder() {
    const char* wish = std::getenv("TMPDIR");
    return wish && *wish ? wish : "/tmp";
}

// Of one user: in a folder that all write to, nobody else's is touched.
std::string prefix() { return "interleave-" + std::to_string(::getuid()) + "-"; }

// The process in a folder's name; 0 where it is none of ours.
pid_t ownerIn(const std::string& name) {
    const std::string begin = prefix();
    pid_t owner = 0;
    if (!name.starts_with(begin)) return 0;
    const char* const end = name.data() + name.size();
    const auto [stop, wrong] = std::from_chars(name.data() + begin.size(), end, owner);
    return wrong == std::errc{} && stop == end ? owner : 0;
}

bool isOurs(const std::string& path) {
    struct stat look{};
    // Not through a link: somebody else may have laid one.
    return ::lstat(path.c_str(), &look) == 0 && S_ISDIR(look.st_mode) && look.st_uid == ::getuid();
}

void removeWhole(const std::string& path) noexcept {
    if (!isOurs(path)) return;
    std::error_code ignored;  // somebody else sweeps, too
    fs::remove_all(path, ignored);
}

}  // namespace

std::string RunFolder::pathOf(pid_t owner) { return baseFolder() + "/" + prefix() + std::to_string(owner); }

RunFolder::RunFolder() : m_path(pathOf(::getpid())) {
    constexpr mode_t kOwnerOnly = 0700;
    removeWhole(m_path);  // of an earlier process with the same number
    if (::mkdir(m_path.c_str(), kOwnerOnly) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot make the folder " + m_path);
}

RunFolder::~RunFolder() { removeWhole(m_path); }

void RunFolder::sweep() noexcept {
    try {
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(baseFolder(), ignored)) {
            const pid_t owner = ownerIn(entry.path().filename().string());
            if (owner != 0 && ::kill(owner, 0) != 0 && errno == ESRCH) removeWhole(entry.path().string());
        }
    } catch (const std::exception&) {
    }
}

}  // namespace interleave
