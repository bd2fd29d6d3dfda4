// What an event loop sleeps on when nobody is ready: epoll, with a time limit in nanoseconds, the descriptors that
// actors wait for, and an eventfd by which other threads wake it.
//
// Thread safety
//   wake()      any thread; one that comes before the wait ends it at once
//   all others  the loop's thread
#pragma once

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/time.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {

class Selector {
public:
    // Throws where the system has no descriptors left.
    Selector();

    enum class Why { woken, timeIsUp };
    // Returns when somebody wakes it, a watched descriptor is ready, or after `atMost` (nothing: never).
    Why wait(std::optional<Duration> atMost);
    void wake() noexcept;

    // `who` waits until `fd` is ready for one of `events` (poll(2)), fails or is hung up on; one at a time for reading
    // and one for writing. Throws what epoll refuses: a regular file, or a second waiter.
    void watch(int fd, short events, ActorId who);
    void forget(int fd, ActorId who);
    // Somebody waits for a descriptor, or was ready in a wait and has not been taken.
    bool isUsed() const { return !m_watched.empty() || !m_ready.empty(); }
    // Whose descriptors were ready in the last waits; they are watched no more.
    std::vector<ActorId> takeReady() { return std::exchange(m_ready, {}); }

private:
    struct Watched {
        ActorId reader, writer;
        std::uint32_t interest() const;
        bool isIdle() const { return !reader.exists() && !writer.exists(); }
    };
    void apply(int fd, const Watched& watched, int operation);
    void settle(std::unordered_map<int, Watched>::iterator at);
    void drainWakeUps();
    void happened(int fd, std::uint32_t events);

    UniqueFd m_epoll;
    UniqueFd m_event;
    std::unordered_map<int, Watched> m_watched;
    std::vector<ActorId> m_ready;
};

}  // namespace interleave
