#include "core/base/folder_tree.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>

#include "core/base/open_beneath.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};

TreeEntry entryOf(TreeEntry::Kind kind, std::string path, const struct stat& status) {
    const bool isFile = kind == TreeEntry::Kind::file;
    return {kind, std::move(path), status.st_mode & ALLPERMS, isFile ? static_cast<std::uint64_t>(status.st_size) : 0,
            status.st_atim, status.st_mtim};
}

class Reader {
public:
    explicit Reader(int root) : m_root(root) {}

    FolderTree read() {
        struct stat status{};
        if (::fstat(m_root, &status) == 0) m_tree.entries.push_back(entryOf(TreeEntry::Kind::folder, ".", status));
        // By index: entries come to it while it is read, and what is in a folder follows the folder.
        std::vector<std::string> left{"."};
        while (!left.empty()) {
            const std::string folder = std::move(left.back());
            left.pop_back();
            std::vector<std::string> within = look(folder);
            std::ranges::reverse(within);
            left.insert(left.end(), within.begin(), within.end());
        }
        return std::move(m_tree);
    }

private:
    // Takes down what is in it, and returns the folders among that.
    std::vector<std::string> look(const std::string& folder) {
        std::vector<std::string> folders;
        for (const std::string& name : namesIn(folder)) {
            const std::string path = folder == "." ? name : folder + "/" + name;
            struct stat status{};
            if (::fstatat(m_root, path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
                refuse(path, errno);
            } else if (S_ISDIR(status.st_mode)) {
                m_tree.entries.push_back(entryOf(TreeEntry::Kind::folder, path, status));
                folders.push_back(path);
            } else if (S_ISREG(status.st_mode)) {
                m_tree.entries.push_back(entryOf(TreeEntry::Kind::file, path, status));
            } else if (S_ISLNK(status.st_mode)) {
                m_tree.entries.push_back(entryOf(TreeEntry::Kind::link, path, status));
            } else {
                m_tree.refusals.push_back({path, Sentence("Files", "it is neither a file, nor a folder, nor a link")});
            }
        }
        return folders;
    }

    std::vector<std::string> namesIn(const std::string& folder) {
        UniqueFd fd = openBeneath(m_root, folder, O_RDONLY | O_DIRECTORY);
        const std::unique_ptr<DIR, CloseFolder> open{fd.open() ? ::fdopendir(fd.get()) : nullptr};
        std::vector<std::string> names;
        if (!open) {
            refuse(folder, errno);
            return names;
        }
        (void)fd.release();  // closed with the folder
        for (;;) {
            errno = 0;
            const dirent* const next = ::readdir(open.get());
            if (next == nullptr) break;
            const std::string name = next->d_name;
            if (name != "." && name != "..") names.push_back(name);
        }
        if (errno != 0) refuse(folder, errno);
        std::ranges::sort(names);
        return names;
    }

    void refuse(const std::string& path, int code) { m_tree.refusals.push_back({path, systemReason(code)}); }

    int m_root;
    FolderTree m_tree;
};

}  // namespace

std::uint64_t FolderTree::bytes() const {
    std::uint64_t sum = 0;
    for (const TreeEntry& entry : entries) sum += entry.bytes;
    return sum;
}

std::vector<std::size_t> FolderTree::files() const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].kind == TreeEntry::Kind::file) all.push_back(i);
    return all;
}

Expected<FolderTree> readTree(const std::string& folder) {
    const UniqueFd root{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!root.open()) return refusedBySystem(Sentence("Files", "{} is no folder that can be read").of(folder));
    return Reader{root.get()}.read();
}

}  // namespace interleave
