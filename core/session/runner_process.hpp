// The child process that makes one run: started, talked to until it may go, watched, ended, collected.
//
// It leads a process group of its own, so that everything it starts can be ended with it; and it holds the read end
// of a pipe whose write end only this process has, so that the kernel ends the group when this process dies, however
// it dies.
//
// Thread safety: kill() may be called by any thread until the object is destroyed; the rest belongs to one thread at
// a time.
#pragma once

#include <sys/types.h>

#include <string>

#include "core/base/error.hpp"
#include "core/base/time.hpp"
#include "core/base/unique_fd.hpp"
#include "core/runtime/runner_order.hpp"
#include "core/trace/arena.hpp"

namespace interleave {

// How a process came to its end, as waitid(2) tells it.
struct ProcessEnd {
    bool bySignal = false;
    int number = 0;  // the signal or the exit status

    bool wasClean() const { return !bySignal && number == 0; }
    // "the run's process was ended by signal 11 (Segmentation fault)"
    // or what the process itself said of it.
    std::string sentence() const;
    std::string lastWord;
};

class RunnerProcess {
public:
    // Started and ready for go(): it has mapped the arena, which must outlive this, and accepted the order.
    // `path` is the runner's program.
    static Expected<RunnerProcess> start(const std::string& path, const Arena& arena, const RunnerOrder& order);
    RunnerProcess(RunnerProcess&&) noexcept;
    RunnerProcess& operator=(RunnerProcess&&) = delete;
    // Ends the runner and its group, if that was not done, and collects it.
    ~RunnerProcess();

    // Lets the scenario begin.
    Expected<void> go();

    pid_t pid() const noexcept { return m_pid; }
    // Becomes readable when the runner has ended.
    int watch() const noexcept { return m_watch.get(); }
    void kill() const noexcept;
    // After the runner has ended: ends what is left of its group, waits until that is gone, reaps all; waits until what
    // the run put on the disk is gone, too.
    ProcessEnd collect();

private:
    RunnerProcess() = default;
    Expected<void> spawn(const std::string& path, const Arena& arena);
    Expected<void> handshake(const RunnerOrder& order);
    Expected<std::string> answer();
    std::string endedEarly();

    pid_t m_pid = 0;  // 0: none
    bool m_collected = false;
    const Arena* m_arena = nullptr;  // of the run; outlives this
    UniqueFd m_watch;
    UniqueFd m_control;
    UniqueFd m_lifeline;  // the write end; never written to
};

// Where the runner's program is: `wish` if it is not empty, else what INTERLEAVE_RUNNER in the environment says, else
// near this program. Refuses what is not there or cannot be run.
Expected<std::string> findRunner(const std::string& wish);

// Beside `program`, as they are built, else where the installation puts it: wherever the whole was moved to.
Expected<std::string> runnerNear(const std::string& program);

}  // namespace interleave
