#include "core/coro/selector.hpp"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <stdexcept>

#include "core/base/error.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kNsPerS = 1'000'000'000;
constexpr std::int64_t kNsPerMs = 1'000'000;

// To the nanosecond where the kernel can (5.11), else rounded up to whole milliseconds.
int waitFor(int epoll, epoll_event& happened, std::optional<Duration> atMost) {
    timespec limit{};
    if (atMost) limit = {.tv_sec = atMost->count() / kNsPerS, .tv_nsec = atMost->count() % kNsPerS};
    const long count = ::syscall(SYS_epoll_pwait2, epoll, &happened, 1, atMost ? &limit : nullptr, nullptr, 0);
    if (count >= 0 || errno != ENOSYS) return static_cast<int>(count);
    const std::int64_t ms = atMost ? (atMost->count() + kNsPerMs - 1) / kNsPerMs : -1;
    return ::epoll_wait(epoll, &happened, 1, static_cast<int>(std::min<std::int64_t>(ms, INT_MAX)));
}

}  // namespace

Selector::Selector() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    epoll_event interest{.events = EPOLLIN, .data = {.fd = m_event.get()}};
    if (!m_epoll.open() || !m_event.open() || ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_event.get(), &interest) != 0)
        throw std::runtime_error(refusedBySystem("the system refuses the descriptors of an event loop").value().what);
}

Selector::Why Selector::wait(std::optional<Duration> atMost) {
    if (atMost) atMost = std::max(*atMost, Duration{0});
    epoll_event happened{};
    // Interrupted by a signal counts as woken: whoever waits looks again.
    const int count = waitFor(m_epoll.get(), happened, atMost);
    if (count == 0) return Why::timeIsUp;
    std::uint64_t wakeUps = 0;
    (void)!::read(m_event.get(), &wakeUps, sizeof wakeUps);  // makes it wait again; nothing in it where a signal came
    return Why::woken;
}

void Selector::alsoWakeFor(int fd) {
    epoll_event interest{.events = EPOLLIN, .data = {.fd = fd}};
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &interest) != 0)
        throw std::runtime_error(refusedBySystem("the system refuses the descriptors of an event loop").value().what);
}

void Selector::wake() noexcept {
    constexpr std::uint64_t kOne = 1;
    (void)!::write(m_event.get(), &kOne, sizeof kOne);  // refused only where very many have woken it already
}

}  // namespace interleave
