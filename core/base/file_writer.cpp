#include "core/base/file_writer.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>

#include <fmt/format.h>

namespace interleave {

std::string folderOf(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

namespace {

// Fewer than 64 KiB a call cost more in calls than in bytes.
constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

std::string reasonFor(int code, const std::string& path) {
    switch (code) {
        case ENOSPC: return Sentence("Files", "the disk is full; make room or choose another place");
        case EDQUOT: return Sentence("Files", "your disk quota is used up; make room or choose another place");
        case EACCES:
        case EPERM: return Sentence("Files", "you may not write in '{}'; choose another folder").of(folderOf(path));
        case EROFS: return Sentence("Files", "the file system is read-only; choose another place");
        case ENOENT:
            return Sentence("Files", "the folder '{}' does not exist; create it or choose another one")
                .of(folderOf(path));
        case ENOTDIR: return Sentence("Files", "'{}' is not a folder; choose another place").of(folderOf(path));
        case EISDIR: return Sentence("Files", "it is a folder; add a file name");
        case ENAMETOOLONG: return Sentence("Files", "the name is too long; choose a shorter one");
        case EPIPE: return Sentence("Files", "whoever was reading it has gone away");
        case EFBIG: return Sentence("Files", "the file system takes no file of this size; choose another place");
        default: return systemReason(code);
    }
}

Error cannotWrite(const std::string& path, int code) {
    return {Sentence("Files", "cannot write '{}': {}").of(path, reasonFor(code, path)), code};
}

// Follows links, also one whose file does not exist yet; the path itself where there is nothing to follow.
std::string followLinks(const std::string& path) {
    if (char* real = ::realpath(path.c_str(), nullptr)) {
        std::string result = real;
        std::free(real);
        return result;
    }
    char link[4096];
    const ssize_t length = ::readlink(path.c_str(), link, sizeof link - 1);
    if (length <= 0) return path;
    const std::string to(link, static_cast<std::size_t>(length));
    return to.front() == '/' ? to : folderOf(path) + "/" + to;
}

// Short, so that a name of the longest allowed length still fits beside itself.
std::string temporaryBeside(const std::string& target) {
    static std::atomic<unsigned> count{0};  // only has to differ
    return fmt::format("{}/.interleave-{}-{}.part", folderOf(target), ::getpid(),
                       count.fetch_add(1, std::memory_order_relaxed));
}

}  // namespace

Expected<FileWriter> FileWriter::create(std::string path) {
    FileWriter writer(std::move(path));
    if (auto opened = writer.open(); !opened) return tl::unexpected(std::move(opened.error()));
    writer.m_buffer.reserve(kBufferBytes);
    return writer;
}

FileWriter::FileWriter(FileWriter&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_target(std::move(other.m_target)),
      m_temporary(std::exchange(other.m_temporary, {})),
      m_fd(std::move(other.m_fd)),
      m_direct(other.m_direct),
      m_buffer(std::move(other.m_buffer)),
      m_written(other.m_written),
      m_failure(std::move(other.m_failure)) {}

FileWriter::~FileWriter() {
    if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

Expected<void> FileWriter::open() {
    if (m_path.empty()) return refused(Sentence("Files", "cannot write a file without a name"));
    m_target = followLinks(m_path);
    if (m_target.back() == '/') return tl::unexpected(cannotWrite(m_path, EISDIR));

    struct stat there{};
    const bool exists = ::stat(m_target.c_str(), &there) == 0;
    if (exists && S_ISDIR(there.st_mode)) return tl::unexpected(cannotWrite(m_path, EISDIR));
    if (exists && !S_ISREG(there.st_mode)) {
        m_direct = true;
        m_fd = UniqueFd(::open(m_target.c_str(), O_WRONLY | O_CLOEXEC));
        if (!m_fd.open()) return tl::unexpected(cannotWrite(m_path, errno));
        return {};
    }
    // A file that its owner protected stays protected, though its folder would let us replace it.
    if (exists && ::access(m_target.c_str(), W_OK) != 0) {
        const int code = errno;
        if (code == EROFS) return tl::unexpected(cannotWrite(m_path, code));
        return refused(
            Sentence("Files", "cannot write '{}': the file is write-protected; choose another name").of(m_path), code);
    }
    if (auto opened = openBeside(0666); !opened) return opened;
    if (exists) ::fchmod(m_fd.get(), there.st_mode & 07777);  // as the old one was; a refusal harms nobody
    return {};
}

Expected<void> FileWriter::openBeside(unsigned mode) {
    // A file without a name goes away by itself, even if this process is killed.
    m_fd = UniqueFd(::open(folderOf(m_target).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, mode));
    if (m_fd.open()) return {};
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT)
        return tl::unexpected(cannotWrite(m_path, errno));
    // Some file systems know no such files.
    std::string name = temporaryBeside(m_target);
    m_fd = UniqueFd(::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!m_fd.open()) return tl::unexpected(cannotWrite(m_path, errno));
    m_temporary = std::move(name);
    return {};
}

bool FileWriter::fail(int code) {
    if (!m_failure) m_failure = cannotWrite(m_path, code);
    return false;
}

bool FileWriter::putOut(const void* data, std::size_t size) {
    const char* at = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t done = ::write(m_fd.get(), at, size);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return fail(errno);
        at += done;
        size -= static_cast<std::size_t>(done);
    }
    return true;
}

bool FileWriter::flush() {
    if (m_buffer.empty()) return true;
    const bool done = putOut(m_buffer.data(), m_buffer.size());
    m_buffer.clear();
    return done;
}

bool FileWriter::writeBytes(const void* data, std::size_t size) {
    if (m_failure) return false;
    m_written += size;
    if (m_buffer.size() + size > kBufferBytes && !flush()) return false;
    if (size >= kBufferBytes) return putOut(data, size);
    const char* at = static_cast<const char*>(data);
    m_buffer.insert(m_buffer.end(), at, at + size);
    return true;
}

bool FileWriter::alignTo(std::size_t alignment) {
    constexpr char kZeros[4096] = {};
    const std::size_t past = m_written & (alignment - 1);
    return past == 0 ? !m_failure : writeBytes(kZeros, std::min(alignment - past, sizeof kZeros));
}

bool FileWriter::rewriteAt(std::size_t offset, std::span<const std::byte> bytes) {
    if (m_failure || !flush()) return false;
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n =
            ::pwrite(m_fd.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return fail(errno);
        done += static_cast<std::size_t>(n);
    }
    return true;
}

Expected<void> FileWriter::takePlace() {
    if (m_temporary.empty()) {
        // A nameless file gets a name that only lives until the rename.
        std::string name = temporaryBeside(m_target);
        const std::string self = fmt::format("/proc/self/fd/{}", m_fd.get());
        if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0)
            return tl::unexpected(cannotWrite(m_path, errno));
        m_temporary = std::move(name);
    }
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) return tl::unexpected(cannotWrite(m_path, errno));
    m_temporary.clear();
    return {};
}

Expected<void> FileWriter::commit() {
    if (!m_failure) flush();
    if (m_failure) return tl::unexpected(*m_failure);
    if (m_direct) {
        const int closed = ::close(m_fd.release());
        return closed == 0 ? Expected<void>{} : tl::unexpected(cannotWrite(m_path, errno));
    }
    // A full disk may show itself only here.
    if (::fsync(m_fd.get()) != 0 && errno != EINVAL && errno != ENOSYS) {
        fail(errno);
        return tl::unexpected(*m_failure);
    }
    auto placed = takePlace();
    m_fd.reset();
    return placed;
}

Expected<void> replaceFile(const std::string& path, std::string_view content) {
    return replaceFileBy(path, [&](const TextSink& sink) { sink(content); });
}

Expected<void> replaceFileBy(const std::string& path, const std::function<void(const TextSink&)>& writeTo) {
    auto writer = FileWriter::create(path);
    if (!writer) return tl::unexpected(std::move(writer.error()));
    writeTo([&](std::string_view text) { return writer->write(text); });
    return writer->commit();
}

}  // namespace interleave
