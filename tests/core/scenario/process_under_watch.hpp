// A program started by a test, with its output and what /proc tells of it. Whatever happens, it is gone at the end.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace interleave::listings {

class ProcessUnderWatch {
public:
    // stdout and stderr are one stream.
    explicit ProcessUnderWatch(const std::vector<std::string>& command);
    ~ProcessUnderWatch();
    ProcessUnderWatch(const ProcessUnderWatch&) = delete;
    ProcessUnderWatch& operator=(const ProcessUnderWatch&) = delete;

    // Reads output and looks at the process every few milliseconds until `condition` holds; false after `atMost`.
    bool waitUntil(const std::function<bool()>& condition, std::chrono::milliseconds atMost);
    // False if it still runs after `atMost`.
    bool waitForEnd(std::chrono::milliseconds atMost);

    // 128 + the signal where a signal ended it.
    std::optional<int> exitStatus() const { return m_exit; }
    const std::string& output() const { return m_output; }
    int threads() const;
    // CPU time of all its threads so far, in the kernel's ticks (10 ms as a rule).
    long cpuTicks() const;

private:
    void readOutput();
    void reap();

    pid_t m_pid = -1;
    int m_from = -1;
    std::string m_output;
    std::optional<int> m_exit;
};

}  // namespace interleave::listings
