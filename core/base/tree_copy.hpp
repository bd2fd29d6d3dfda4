// A folder copied to a place where there is nothing yet: first its folders, then its files, by whoever and in any
// order, at last its links, and the times and permissions of folders, which change as something is put into them.
// Nothing is ever overwritten; what cannot be copied is named, and all else is.
//
// Thread safety: copy() by any process that was forked with it, and any thread; the rest by one.
#pragma once

#include "core/base/file_copy.hpp"
#include "core/base/folder_tree.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {

// Refuses, in a sentence, where there is something already, or no folder around it in which one can be made.
Expected<void> checkCopyTarget(const std::string& target);
// The same, and where there is no such folder, or the target lies in it.
Expected<void> checkTreeCopy(const std::string& folder, const std::string& target);

class TreeCopy {
public:
    // Makes the target, and all folders of the tree in it.
    static Expected<TreeCopy> begin(const std::string& folder, const std::string& target, const FolderTree& tree);

    // One of the tree's files.
    Expected<std::uint64_t> copy(const TreeEntry& file) const { return copyFile(m_from.get(), m_to.get(), file.path); }
    // When all files are copied.
    std::vector<TreeRefusal> finish(const FolderTree& tree) const;

    // Folders that could not be made.
    const std::vector<TreeRefusal>& refusals() const { return m_refusals; }

private:
    UniqueFd m_from;
    UniqueFd m_to;
    std::vector<TreeRefusal> m_refusals;
};

}  // namespace interleave
