// What a policy remembers of each task, by its number; tasks are numbered densely from 0.
#pragma once

#include <vector>

#include "core/base/ids.hpp"

namespace interleave {

template <class Memory>
class ByTask {
public:
    // Made as it is first asked for.
    Memory& operator[](ActorId task) {
        if (task.value >= m_memories.size()) m_memories.resize(task.value + 1);
        return m_memories[task.value];
    }
    const Memory& at(ActorId task) const {
        static const Memory kNothing{};
        return task.value < m_memories.size() ? m_memories[task.value] : kNothing;
    }
    // What is likely to be asked for next, so that nobody waits for it then.
    void fetch(ActorId task) const {
        if (task.value < m_memories.size()) __builtin_prefetch(&m_memories[task.value], 1);
    }

private:
    std::vector<Memory> m_memories;
};

}  // namespace interleave
