// Pins the calling thread, so that a writer and its reader are measured side by side and not one upon the other.
#pragma once

#include <pthread.h>
#include <sched.h>

#include <thread>

namespace interleave::bench {

// On a machine of fewer cores the numbering wraps, and what is measured is the sharing.
inline void pinTo(unsigned core) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(core % std::thread::hardware_concurrency(), &set);
    ::pthread_setaffinity_np(::pthread_self(), sizeof set, &set);
}

}  // namespace interleave::bench
