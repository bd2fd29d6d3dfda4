#include "core/base/file_copy.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <vector>

#include "core/base/file_writer.hpp"
#include "core/base/open_beneath.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {
namespace {

constexpr std::size_t kPiece = 256 * 1024;
constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

Expected<void> because() {
    const int code = errno;
    return refused(systemReason(code), code);
}

// The new file while it is being written. Without finish() nothing is left of it,
// unless its maker is killed where it has a name.
class NewFile {
public:
    NewFile(int to, std::string path) : m_to(to), m_path(std::move(path)) {}
    ~NewFile() {
        if (!m_name.empty()) ::unlinkat(m_to, m_name.c_str(), 0);
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    int fd() const { return m_fd.get(); }

    Expected<void> open(Unfinished unfinished) {
        const std::string folder = folderOf(m_path);
        if (unfinished == Unfinished::nameless) {
            m_fd = UniqueFd{::openat(m_to, folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kOwnerOnly)};
            if (m_fd.open()) return {};
            if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) return because();
        }
        static std::atomic<unsigned> s_count{0};
        m_name = folder + "/.interleave-" + std::to_string(::getpid()) + "-" + std::to_string(++s_count);
        m_fd = UniqueFd{::openat(m_to, m_name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly)};
        if (m_fd.open()) return {};
        auto refusal = because();
        m_name.clear();  // there is none of ours
        return refusal;
    }

    // Gives it its name, which nobody may have.
    Expected<void> finish() {
        if (m_name.empty()) {
            const std::string here = "/proc/self/fd/" + std::to_string(m_fd.get());
            if (::linkat(AT_FDCWD, here.c_str(), m_to, m_path.c_str(), AT_SYMLINK_FOLLOW) != 0) return because();
            return {};
        }
        if (::renameat2(m_to, m_name.c_str(), m_to, m_path.c_str(), RENAME_NOREPLACE) == 0) {
            m_name.clear();
            return {};
        }
        // Where the file system cannot refuse to replace: a second name for it, and the first one is taken away.
        if (errno != EINVAL || ::linkat(m_to, m_name.c_str(), m_to, m_path.c_str(), 0) != 0) return because();
        return {};
    }

private:
    int m_to;
    std::string m_path;
    std::string m_name;  // empty: it has none yet
    UniqueFd m_fd;
};

bool writeAll(int fd, const char* data, std::size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(fd, data, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        data += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

Expected<void> copyBytes(int from, int to) {
    // The kernel copies, or even shares what it can; the rest, and where it cannot, by hand.
    while (::copy_file_range(from, nullptr, to, nullptr, SSIZE_MAX & ~(kPiece - 1), 0) > 0) {
    }
    std::vector<char> piece(kPiece);
    for (;;) {
        const ssize_t got = ::read(from, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return because();
        if (got == 0) return {};
        if (!writeAll(to, piece.data(), static_cast<std::size_t>(got))) return because();
    }
}

// As many bytes as there are, up to a whole piece.
ssize_t readPiece(int fd, std::vector<char>& piece, std::uint64_t at) {
    std::size_t have = 0;
    while (have < piece.size()) {
        const ssize_t got = ::pread(fd, piece.data() + have, piece.size() - have, static_cast<off_t>(at + have));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return -1;
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    return static_cast<ssize_t>(have);
}

Expected<std::uint64_t> compareBytes(int from, int to) {
    std::vector<char> here(kPiece), there(kPiece);
    std::uint64_t at = 0;
    for (;;) {
        const ssize_t wanted = readPiece(from, here, at);
        const ssize_t got = wanted < 0 ? -1 : readPiece(to, there, at);
        if (wanted < 0 || got < 0) return tl::unexpected(because().error());
        if (wanted != got || std::memcmp(here.data(), there.data(), static_cast<std::size_t>(got)) != 0)
            return refused(Sentence("Files", "it has changed while it was copied"));
        if (got == 0) return at;
        at += static_cast<std::uint64_t>(got);
    }
}

// Another one's program must not become one that runs as whoever copies it.
mode_t permissionsFor(const struct stat& source, const struct stat& copy) {
    mode_t mode = source.st_mode & ALLPERMS;
    if (source.st_uid != copy.st_uid) mode &= ~static_cast<mode_t>(S_ISUID);
    if (source.st_gid != copy.st_gid) mode &= ~static_cast<mode_t>(S_ISGID);
    return mode;
}

}  // namespace

Expected<std::uint64_t> copyFile(int from, int to, const std::string& path, Unfinished unfinished) {
    // It may be a pipe by now: nobody waits for one.
    const UniqueFd source = openBeneath(from, path, O_RDONLY | O_NONBLOCK);
    struct stat before{};
    if (!source.open() || ::fstat(source.get(), &before) != 0) return tl::unexpected(because().error());
    if (!S_ISREG(before.st_mode)) return refused(Sentence("Files", "it is no file any more"));
    NewFile copy{to, path};
    if (auto opened = copy.open(unfinished); !opened) return tl::unexpected(opened.error());
    if (auto copied = copyBytes(source.get(), copy.fd()); !copied) return tl::unexpected(copied.error());
    const auto bytes = compareBytes(source.get(), copy.fd());
    if (!bytes) return bytes;
    struct stat made{};
    const timespec times[] = {before.st_atim, before.st_mtim};
    if (::fstat(copy.fd(), &made) != 0 || ::fchmod(copy.fd(), permissionsFor(before, made)) != 0 ||
        ::futimens(copy.fd(), times) != 0)
        return tl::unexpected(because().error());
    if (auto finished = copy.finish(); !finished) return tl::unexpected(finished.error());
    return bytes;
}

}  // namespace interleave
