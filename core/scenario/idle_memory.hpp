// How much memory actors take that only wait: asked before they are made and when all of them are there. What this
// program notes of each actor is counted in; it is the same for all kinds.
//
// Thread safety: one actor's, which makes the others and measures.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/runtime/lab.hpp"

namespace interleave {

class IdleMemory {
public:
    // Begins with what there is before them.
    IdleMemory(const Lab& lab, Self self);

    // What one of them takes, in bytes: all of them exist, and none has ended.
    double bytesEach(std::span<const ActorHandle> idle) const;

private:
    const Lab& m_lab;
    bool m_areProcesses;
    std::vector<std::int64_t> m_pids;  // whose memory is theirs, too
    std::int64_t m_heap;
    std::int64_t m_memory;
};

}  // namespace interleave
