// Ctrl+C and `kill`, noticed instead of suffered: a run is then ended properly, and what it showed is still told.
#pragma once

namespace interleave::app {

// While one exists, the first SIGINT, SIGTERM or SIGHUP is only noted; a second one ends the program at once. (The
// runner dies with it: it hangs on a lifeline.) At most one exists at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    bool happened() const;
};

}  // namespace interleave::app
