// A full memory barrier on every core that runs a registered process, paid for by the one who asks.
#pragma once

#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace interleave {

// From now on barrierEverywhere() reaches this process; a forked child has to register again.
// False where the kernel refuses: then each thread has to fence for itself.
inline bool registerForBarriers() noexcept {
    return ::syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED, 0, 0) == 0;
}

// Returns when each running thread of every registered process has passed a full barrier.
inline bool barrierEverywhere() noexcept {
    return ::syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL_EXPEDITED, 0, 0) == 0;
}

}  // namespace interleave
