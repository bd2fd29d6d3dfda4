#include "core/coro/selector.hpp"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <span>
#include <stdexcept>

#include "core/base/error.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kNsPerS = 1'000'000'000;
constexpr std::int64_t kNsPerMs = 1'000'000;
// What is ready beyond these is told by the next wait, which returns at once.
constexpr std::size_t kMostAtOnce = 256;

// To the nanosecond where the kernel can (5.11), else rounded up to whole milliseconds.
int waitFor(int epoll, std::span<epoll_event> happened, std::optional<Duration> atMost) {
    const int most = static_cast<int>(happened.size());
    timespec limit{};
    if (atMost) limit = {.tv_sec = atMost->count() / kNsPerS, .tv_nsec = atMost->count() % kNsPerS};
    const long count = ::syscall(SYS_epoll_pwait2, epoll, happened.data(), most, atMost ? &limit : nullptr, nullptr, 0);
    // EPERM: a container that does not know the call forbids it.
    if (count >= 0 || (errno != ENOSYS && errno != EPERM)) return static_cast<int>(count);
    const std::int64_t ms = atMost ? (atMost->count() + kNsPerMs - 1) / kNsPerMs : -1;
    return ::epoll_wait(epoll, happened.data(), most, static_cast<int>(std::min<std::int64_t>(ms, INT_MAX)));
}

}  // namespace

std::uint32_t Selector::Watched::interest() const {
    return (reader.exists() ? std::uint32_t{EPOLLIN} : 0U) | (writer.exists() ? std::uint32_t{EPOLLOUT} : 0U);
}

Selector::Selector() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    epoll_event interest{.events = EPOLLIN, .data = {.fd = m_event.get()}};
    if (!m_epoll.open() || !m_event.open() || ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_event.get(), &interest) != 0)
        throw std::runtime_error(
            refusedBySystem(Sentence("Running", "the system refuses the descriptors of an event loop")).value().what);
}

Selector::Why Selector::wait(std::optional<Duration> atMost) {
    if (atMost) atMost = std::max(*atMost, Duration{0});
    std::array<epoll_event, kMostAtOnce> happenings{};
    // Interrupted by a signal counts as woken: whoever waits looks again.
    const int count = waitFor(m_epoll.get(), happenings, atMost);
    if (count == 0) return Why::timeIsUp;
    for (int i = 0; i < count; ++i) {
        const epoll_event& one = happenings[static_cast<std::size_t>(i)];
        if (one.data.fd == m_event.get()) drainWakeUps();
        else happened(one.data.fd, one.events);
    }
    return Why::woken;
}

// So that it waits again.
void Selector::drainWakeUps() {
    std::uint64_t wakeUps = 0;
    (void)!::read(m_event.get(), &wakeUps, sizeof wakeUps);
}

void Selector::happened(int fd, std::uint32_t events) {
    const auto found = m_watched.find(fd);
    if (found == m_watched.end()) return;
    Watched& watched = found->second;
    // Failed or hung up on: both sides are to find out.
    const bool broken = (events & (EPOLLERR | EPOLLHUP)) != 0;
    if (watched.reader.exists() && (broken || (events & EPOLLIN) != 0))
        m_ready.push_back(std::exchange(watched.reader, {}));
    if (watched.writer.exists() && (broken || (events & EPOLLOUT) != 0))
        m_ready.push_back(std::exchange(watched.writer, {}));
    settle(found);
}

void Selector::watch(int fd, short events, ActorId who) {
    const auto [at, isNew] = m_watched.try_emplace(fd);
    ActorId& place = (events & POLLOUT) != 0 ? at->second.writer : at->second.reader;
    if (place.exists()) throw std::logic_error("somebody waits for this descriptor already");
    place = who;
    try {
        apply(fd, at->second, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD);
    } catch (const std::exception&) {
        place = {};
        if (at->second.isIdle()) m_watched.erase(at);
        throw;
    }
}

void Selector::forget(int fd, ActorId who) {
    const auto at = m_watched.find(fd);
    if (at == m_watched.end()) return;
    if (at->second.reader == who) at->second.reader = {};
    if (at->second.writer == who) at->second.writer = {};
    settle(at);
}

// Who is left is watched for, or the descriptor no more. One that was closed meanwhile is gone from epoll by itself.
void Selector::settle(std::unordered_map<int, Watched>::iterator at) {
    if (!at->second.isIdle()) return apply(at->first, at->second, EPOLL_CTL_MOD);
    (void)::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, at->first, nullptr);
    m_watched.erase(at);
}

void Selector::apply(int fd, const Watched& watched, int operation) {
    epoll_event interest{.events = watched.interest(), .data = {.fd = fd}};
    if (::epoll_ctl(m_epoll.get(), operation, fd, &interest) != 0)
        throw std::runtime_error(
            refusedBySystem(Sentence("Running", "the system does not watch a descriptor")).value().what);
}

void Selector::wake() noexcept {
    constexpr std::uint64_t kOne = 1;
    (void)!::write(m_event.get(), &kOne, sizeof kOne);  // refused only where very many have woken it already
}

}  // namespace interleave
