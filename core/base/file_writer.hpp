// A file that is either wholly there or not at all: written beside its target under another name, put
// on the disk, then renamed over it. Until commit() succeeds the target is as it was before, and a
// writer that is thrown away, fails or is killed leaves nothing behind.
//
// A target that exists and is no regular file (a pipe, /dev/stdout, /dev/full) is written to directly,
// because renaming over it would replace the device. A symbolic link keeps pointing where it pointed.
//
// Failures stick: after the first one write() does nothing and commit() says what it was, so a long
// export may look at failed() now and then and ask only once. Confined to one thread.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {

// The folder that the last name of a path stands in.
std::string folderOf(const std::string& path);

class FileWriter {
public:
    // Refuses an empty path, a folder, a missing folder, a place where one may not write.
    static Expected<FileWriter> create(std::string path);

    FileWriter(FileWriter&& other) noexcept;
    FileWriter& operator=(FileWriter&&) = delete;
    ~FileWriter();  // without commit(): removes what was written

    // False once something has failed.
    bool write(std::string_view text) { return writeBytes(text.data(), text.size()); }
    bool write(std::span<const std::byte> bytes) { return writeBytes(bytes.data(), bytes.size()); }
    // Bytes of zero up to the next multiple of `alignment`, a power of two of at most 4096.
    bool alignTo(std::size_t alignment);
    // Writes over what stands at `offset`, which has been written before; only into regular files.
    bool rewriteAt(std::size_t offset, std::span<const std::byte> bytes);

    bool failed() const { return m_failure.has_value(); }
    std::size_t written() const { return m_written; }

    // Puts everything on the disk and takes the target's place. The file is complete if and only if this succeeds.
    Expected<void> commit();

private:
    explicit FileWriter(std::string path) : m_path(std::move(path)) {}

    Expected<void> open();
    Expected<void> openBeside(unsigned mode);
    bool writeBytes(const void* data, std::size_t size);
    bool flush();
    bool putOut(const void* data, std::size_t size);
    bool fail(int code);
    Expected<void> takePlace();

    std::string m_path;       // as the person wrote it, for sentences
    std::string m_target;     // with links followed
    std::string m_temporary;  // beside the target; empty while it has no name or when writing directly
    UniqueFd m_fd;
    bool m_direct = false;    // no regular file: written to as it is
    std::vector<char> m_buffer;
    std::size_t m_written = 0;
    std::optional<Error> m_failure;
};

// The whole of `content` at `path`, or a refusal and what was there before.
Expected<void> replaceFile(const std::string& path, std::string_view content);

// Takes text in pieces; false: no more is wanted, because it cannot be kept.
using TextSink = std::function<bool(std::string_view)>;

// Opens `path`, lets `writeTo` fill it, commits.
Expected<void> replaceFileBy(const std::string& path, const std::function<void(const TextSink&)>& writeTo);

}  // namespace interleave
