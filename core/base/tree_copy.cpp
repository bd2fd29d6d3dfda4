#include "core/base/tree_copy.hpp"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <optional>

namespace interleave {
namespace {

constexpr mode_t kUntilAllIsInIt = S_IRWXU;

// "a/b/" as "a/b".
std::string withoutSlashes(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

std::string parentOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::optional<std::string> resolved(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> whole{::realpath(path.c_str(), nullptr), &std::free};
    return whole ? std::optional<std::string>{whole.get()} : std::nullopt;
}

TreeRefusal because(const std::string& path) { return {path, systemReason(errno)}; }

bool copyLink(int from, int to, const TreeEntry& link) {
    std::array<char, PATH_MAX> target{};
    const ssize_t length = ::readlinkat(from, link.path.c_str(), target.data(), target.size() - 1);
    if (length < 0 || ::symlinkat(target.data(), to, link.path.c_str()) != 0) return false;
    const timespec times[] = {link.accessed, link.modified};
    return ::utimensat(to, link.path.c_str(), times, AT_SYMLINK_NOFOLLOW) == 0;
}

bool finishFolder(int to, const TreeEntry& folder) {
    const timespec times[] = {folder.accessed, folder.modified};
    // Times first: without the right to write there is none to change them, unless one owns it.
    return ::utimensat(to, folder.path.c_str(), times, 0) == 0 &&
           ::fchmodat(to, folder.path.c_str(), folder.mode, 0) == 0;
}

}  // namespace

Expected<void> checkCopyTarget(const std::string& target) {
    struct stat status{};
    const std::string place = withoutSlashes(target);
    if (::lstat(place.c_str(), &status) == 0)
        return refused(
            Sentence("Files",
                     "{} exists already, and nothing is ever overwritten: name a folder that is not there yet")
                .of(place),
            EEXIST);
    if (errno != ENOENT) return refusedBySystem(Sentence("Files", "nothing can be copied to {}").of(place));
    const std::string around = parentOf(place);
    const bool isFolder = ::stat(around.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
    if (isFolder && ::access(around.c_str(), W_OK | X_OK) == 0) return {};
    return refusedBySystem(Sentence("Files", "no folder can be made in {}").of(around));
}

Expected<void> checkTreeCopy(const std::string& folder, const std::string& target) {
    struct stat status{};
    if (::stat(folder.c_str(), &status) != 0)
        return refusedBySystem(Sentence("Files", "the folder {} cannot be copied").of(folder));
    if (!S_ISDIR(status.st_mode)) return refused(Sentence("Files", "{} is no folder: name one to copy").of(folder));
    if (auto fine = checkCopyTarget(target); !fine) return fine;
    const std::string place = withoutSlashes(target);
    const auto within = resolved(parentOf(place));
    const auto source = resolved(folder);
    if (!within || !source) return refusedBySystem(Sentence("Files", "the folder {} cannot be copied").of(folder));
    if (*within == *source || within->starts_with(*source == "/" ? "/" : *source + "/"))
        return refused(
            Sentence("Files", "{} lies in {}, which cannot be copied into itself: name a place outside of it")
                .of(place, folder));
    return {};
}

Expected<TreeCopy> TreeCopy::begin(const std::string& folder, const std::string& target, const FolderTree& tree) {
    if (auto fine = checkTreeCopy(folder, target); !fine) return tl::unexpected(fine.error());
    TreeCopy copy;
    copy.m_from = UniqueFd{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!copy.m_from.open()) return refusedBySystem(Sentence("Files", "{} is no folder that can be read").of(folder));
    // Fails where somebody was faster.
    if (::mkdir(target.c_str(), kUntilAllIsInIt) != 0)
        return refusedBySystem(Sentence("Files", "cannot make the folder {}").of(target));
    copy.m_to = UniqueFd{::open(target.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
    if (!copy.m_to.open()) return refusedBySystem(Sentence("Files", "cannot open the folder {}").of(target));
    for (const TreeEntry& entry : tree.entries) {
        if (entry.kind != TreeEntry::Kind::folder || entry.path == ".") continue;
        if (::mkdirat(copy.m_to.get(), entry.path.c_str(), kUntilAllIsInIt) != 0)
            copy.m_refusals.push_back(because(entry.path));
    }
    return copy;
}

std::vector<TreeRefusal> TreeCopy::finish(const FolderTree& tree) const {
    std::vector<TreeRefusal> refusals;
    for (const TreeEntry& entry : tree.entries) {
        if (entry.kind != TreeEntry::Kind::link) continue;
        if (!copyLink(m_from.get(), m_to.get(), entry)) refusals.push_back(because(entry.path));
    }
    // From the deepest up: what is made in a folder changes its times.
    for (std::size_t i = tree.entries.size(); i-- > 0;) {
        const TreeEntry& entry = tree.entries[i];
        if (entry.kind != TreeEntry::Kind::folder) continue;
        if (!finishFolder(m_to.get(), entry)) refusals.push_back(because(entry.path));
    }
    return refusals;
}

}  // namespace interleave
