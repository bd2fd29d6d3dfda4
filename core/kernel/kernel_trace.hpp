// The kernel's own word on when each thread of a run was on a core: its context-switch records.
//
// One perf event for each core, attached to the runner's process before its scenario begins and inherited by every
// thread and process that it starts. The event itself counts nothing; it is there for the records (perf_event_open(2),
// `context_switch`). Needs no privilege where kernel.perf_event_paranoid is 2 or less.
//
// Thread safety: confined to one thread at a time.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/mapping.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {

struct SwitchRecord {
    std::int64_t at = 0;  // CLOCK_MONOTONIC, ns
    std::uint32_t tid = 0;
    std::uint32_t core = 0;
    bool in = false;         // onto the core, else off it
    bool preempted = false;  // off it although it could have gone on
};

class KernelTrace {
public:
    // The refusal says in a sentence why, and what a person can do to be allowed.
    // INTERLEAVE_KERNEL=off in the environment is refused as an unprivileged user would be.
    static Expected<KernelTrace> attach(pid_t process);

    // Appends what came since the last call: core by core, each core's records in order.
    void read(std::vector<SwitchRecord>& into);
    // No more records from now on; those there can still be read. May be called by any thread.
    void stop() const noexcept;
    // Records that the kernel had no room for, so far.
    std::uint64_t lost() const noexcept { return m_lost; }

private:
    struct Buffer {
        UniqueFd fd;
        Mapping pages;
        std::uint64_t tail = 0;
    };

    KernelTrace() = default;
    static Expected<Buffer> openOn(int core, pid_t process);
    void readCore(Buffer& buffer, std::uint32_t core, std::vector<SwitchRecord>& into);

    std::vector<std::pair<std::uint32_t, Buffer>> m_cores;
    std::uint64_t m_lost = 0;
};

}  // namespace interleave
