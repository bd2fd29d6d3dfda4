// Which cores there are for us, and a thread's tie to one of them. Private to the runtimes.
#pragma once

#include <pthread.h>
#include <sched.h>

#include <cstdint>
#include <vector>

namespace interleave {

// The cores that this process may use, in order.
inline std::vector<std::uint32_t> allowedCores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    std::vector<std::uint32_t> cores;
    if (::sched_getaffinity(0, sizeof set, &set) == 0) {
        for (std::uint32_t i = 0; i < CPU_SETSIZE; ++i) {
            if (CPU_ISSET(i, &set)) cores.push_back(i);
        }
    }
    if (cores.empty()) cores.push_back(0);
    return cores;
}

// The calling thread, to that core.
inline void pinTo(std::uint32_t core) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(core, &set);
    // Refused in some sandboxes: then the kernel chooses.
    (void)::pthread_setaffinity_np(::pthread_self(), sizeof set, &set);
}

}  // namespace interleave
