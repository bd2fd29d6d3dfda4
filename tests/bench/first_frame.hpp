// From exec to the first painted frame of the window. The benchmark starts itself anew with kShowFirstFrame; that
// process shows the window as the program does, and says on stdout when its first frame was painted.
#pragma once

namespace interleave::bench {

inline constexpr const char* kShowFirstFrame = "--show-first-frame";

// Prints CLOCK_MONOTONIC in ns after the first frame and leaves.
int showFirstFrame(int argc, char** argv);

}  // namespace interleave::bench
