#include "core/base/sentence.hpp"

#include <atomic>
#include <cerrno>
#include <cstring>

namespace interleave {
namespace {

std::atomic<Translation> theTranslation{nullptr};

}  // namespace

// Relaxed: a function of the program's own, which was there before; nothing else is handed over with it.
void translateBy(Translation translation) { theTranslation.store(translation, std::memory_order_relaxed); }

// errno is left as it was: the sentence may be about it.
Sentence::Sentence(const char* context, const char* english) : m_english(english), m_text(english) {
    const int code = errno;
    if (const Translation translation = theTranslation.load(std::memory_order_relaxed))
        m_text = translation(context, english);
    errno = code;
}

// A translation that does not fit its values is a mistake of ours, and no reason to leave a person without a word.
std::string Sentence::filled(fmt::format_args values) const {
    try {
        return fmt::vformat(m_text, values);
    } catch (const fmt::format_error&) {
        return fmt::vformat(m_english, values);
    }
}

std::string systemReason(int code) {
    switch (code) {
        case EACCES: return Sentence("System", "Permission denied");
        case EPERM: return Sentence("System", "Operation not permitted");
        case ENOENT: return Sentence("System", "No such file or directory");
        case EEXIST: return Sentence("System", "File exists");
        case ENOTDIR: return Sentence("System", "Not a directory");
        case EISDIR: return Sentence("System", "Is a directory");
        case ENOTEMPTY: return Sentence("System", "Directory not empty");
        case ENAMETOOLONG: return Sentence("System", "File name too long");
        case ELOOP: return Sentence("System", "Too many levels of symbolic links");
        case ETXTBSY: return Sentence("System", "Text file busy");
        case EROFS: return Sentence("System", "Read-only file system");
        case ENOSPC: return Sentence("System", "No space left on device");
        case EDQUOT: return Sentence("System", "Disk quota exceeded");
        case EFBIG: return Sentence("System", "File too large");
        case EIO: return Sentence("System", "Input/output error");
        case EMFILE: return Sentence("System", "Too many open files");
        case ENFILE: return Sentence("System", "Too many open files in system");
        case ENOMEM: return Sentence("System", "Cannot allocate memory");
        case EAGAIN: return Sentence("System", "Resource temporarily unavailable");
        case EINVAL: return Sentence("System", "Invalid argument");
        case EPIPE: return Sentence("System", "Broken pipe");
        case ECONNREFUSED: return Sentence("System", "Connection refused");
        case ECONNRESET: return Sentence("System", "Connection reset by peer");
        case EADDRINUSE: return Sentence("System", "Address already in use");
        case ENOSYS: return Sentence("System", "Function not implemented");
        default: break;
    }
    // Not strerror(), which speaks the language of the environment.
    const char* const text = ::strerrordesc_np(code);
    return text != nullptr ? text : "error " + std::to_string(code);
}

}  // namespace interleave
