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

private:
    std::vector<Memory> m_memories;
};

}  // namespace interleave
