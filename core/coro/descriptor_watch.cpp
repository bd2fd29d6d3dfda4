#include "core/coro/descriptor_watch.hpp"

#include <sys/epoll.h>

#include <array>
#include <cerrno>
#include <stdexcept>

#include "core/base/error.hpp"

namespace interleave {

DescriptorWatch::DescriptorWatch() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)) {
    if (m_epoll.open()) return;
    throw std::runtime_error(refusedBySystem("the system refuses the descriptors of an event loop").value().what);
}

void DescriptorWatch::watch(int fd, short events, ActorId whom) {
    // The bits of poll(2) and epoll(7) are the same.
    epoll_event interest{.events = static_cast<std::uint32_t>(events), .data = {.u64 = whom.value}};
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &interest) != 0) {
        if (errno == EEXIST) throw std::runtime_error("two on one event loop cannot wait for the same descriptor at once");
        throw std::runtime_error(refusedBySystem("the event loop cannot wait for a descriptor").value().what);
    }
    m_fdOf.emplace(whom.value, fd);
}

void DescriptorWatch::forget(ActorId whom) {
    const auto found = m_fdOf.find(whom.value);
    if (found == m_fdOf.end()) return;
    // Refused where it was closed meanwhile: then it is off the list already.
    (void)::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, found->second, nullptr);
    m_fdOf.erase(found);
}

std::vector<ActorId> DescriptorWatch::takeReady() {
    constexpr int kAtOnce = 256;  // what is left over comes with the next turn
    std::array<epoll_event, kAtOnce> happened{};
    const int count = ::epoll_wait(m_epoll.get(), happened.data(), kAtOnce, 0);
    std::vector<ActorId> ready;
    for (int i = 0; i < count; ++i) {
        ready.push_back({static_cast<std::uint32_t>(happened[static_cast<std::size_t>(i)].data.u64)});
        forget(ready.back());
    }
    return ready;
}

}  // namespace interleave
