#include "core/scenario/idle_memory.hpp"

#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace interleave {
namespace {

// A line of a file of /proc, "Name:  123 kB", in bytes; 0 where there is none (any more).
std::int64_t bytesIn(std::int64_t pid, const char* file, const char* format) {
    FILE* const open = std::fopen(("/proc/" + std::to_string(pid) + "/" + file).c_str(), "re");
    if (!open) return 0;
    char line[256];
    long long kib = 0;
    while (std::fgets(line, sizeof line, open) && std::sscanf(line, format, &kib) != 1) {
    }
    std::fclose(open);
    return kib * 1024;
}

// What the program's own memory takes: of a page that several processes have in common each counts its part, so the sum
// is what there really is. And the tables by which the processor finds the pages (proc(5): smaps_rollup, status).
std::int64_t memoryOf(const std::vector<std::int64_t>& pids) {
    std::int64_t bytes = 0;
    for (const std::int64_t pid : pids)
        bytes += bytesIn(pid, "smaps_rollup", "Pss_Anon: %lld") + bytesIn(pid, "status", "VmPTE: %lld");
    return bytes;
}

// What is in use of this process's heap: a frame is much smaller than a page,
// and may lie in one that was there already.
std::int64_t heapInUse() {
    const struct mallinfo2 heap = ::mallinfo2();
    return static_cast<std::int64_t>(heap.uordblks + heap.hblkhd);
}

}  // namespace

IdleMemory::IdleMemory(const Lab& lab, Self self)
    : m_lab(lab), m_areProcesses(lab.order().runtime == RuntimeKind::processes), m_pids{self.pid()} {
    if (m_areProcesses) m_pids.push_back(self.parentPid());  // the pages that a fork has in common with that one, too
    m_heap = heapInUse();
    m_memory = memoryOf(m_pids);
}

double IdleMemory::bytesEach(std::span<const ActorHandle> idle) const {
    std::vector<std::int64_t> pids = m_pids;
    for (const ActorHandle one : idle)
        if (m_areProcesses) pids.push_back(m_lab.pid(one));
    const std::int64_t taken = std::max(memoryOf(pids) - m_memory, heapInUse() - m_heap);
    return static_cast<double>(taken) / static_cast<double>(idle.size());
}

}  // namespace interleave
