// What an event loop sleeps on when nobody is ready: epoll, with a time limit in nanoseconds, and an eventfd by which
// others wake it.
//
// Thread safety
//   wait()   the loop's thread
//   wake()   any thread; one that comes before the wait ends it at once
#pragma once

#include <optional>

#include "core/base/time.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {

class Selector {
public:
    // Throws where the system has no descriptors left.
    Selector();

    enum class Why { woken, timeIsUp };
    // Returns when somebody wakes it, or after `atMost` (nothing: never).
    Why wait(std::optional<Duration> atMost);
    void wake() noexcept;
    // It wakes as well when this descriptor is readable, until that is closed.
    void alsoWakeFor(int fd);

private:
    UniqueFd m_epoll;
    UniqueFd m_event;
};

}  // namespace interleave
