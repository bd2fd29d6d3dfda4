// A process beside the run that a scenario needs: a server, the world outside. It is no actor. It is forked before any
// actor runs, has nothing of the run open but what it is to keep, ends with the runner, however that ends,
// and at the latest when end() is called.
//
// Thread safety: made in the scenario's body, ended in what comes afterwards; copies in forked processes do nothing.
#pragma once

#include <sys/types.h>

#include <functional>

#include "core/base/unique_fd.hpp"

namespace interleave {

class SideProcess {
public:
    // `serve` runs there with `keep` open, which this process closes; where it comes back the process ends. Throws
    // where the system refuses a process.
    SideProcess(UniqueFd keep, const std::function<void(int kept)>& serve);
    ~SideProcess() { end(); }
    SideProcess(const SideProcess&) = delete;
    SideProcess& operator=(const SideProcess&) = delete;

    // Ends it, and waits until nothing of it is left.
    void end();
    pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = 0;
    pid_t m_maker = 0;
};

}  // namespace interleave
