// A folder of this process for what must stand in the file system for a moment, such as a named pipe that is being opened.
// It is named after the process, so that what one left that was killed in that very moment is known to be nobody's: sweep()
// removes it.
//
// Thread safety: one folder at a time in a process; sweep() any thread.
#pragma once

#include <sys/types.h>

#include <string>

namespace interleave {

class RunFolder {
public:
    // Throws std::system_error where the system refuses it.
    RunFolder();
    ~RunFolder();
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;

    const std::string& path() const { return m_path; }

    // What any of this user's processes that have ended may have left.
    static void sweep() noexcept;
    // Where a process's folder stands while it has one: in $TMPDIR, or /tmp.
    static std::string pathOf(pid_t owner);

private:
    std::string m_path;
};

}  // namespace interleave
