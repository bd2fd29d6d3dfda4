// A real fatal signal, taken by whoever calls: the kernel ends the whole process. For scenarios that show just that,
// and say so by Scenario::mayBeKilled.
#pragma once

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

namespace interleave {

[[noreturn]] inline void takeFatalSignal(int signal) {
    // Sanitizers and whoever else may catch it stand aside, and no memory image is written: it is no mistake.
    const rlimit none{0, 0};
    (void)::setrlimit(RLIMIT_CORE, &none);
    (void)::signal(signal, SIG_DFL);
    (void)::raise(signal);
    ::abort();  // where something blocks the signal
}

}  // namespace interleave
