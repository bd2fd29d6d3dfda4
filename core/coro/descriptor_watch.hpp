// Who on an event loop waits for which descriptor: an interest list in the kernel (epoll(7)). Itself a descriptor that is
// ready when one of them is, so that a loop can sleep on it together with what else may wake it.
//
// Thread safety: none; lives in one event loop.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {

class DescriptorWatch {
public:
    // Throws where the system has no descriptors left.
    DescriptorWatch();

    int fd() const { return m_epoll.get(); }
    // Until it is ready for one of `events` (poll(2)), has failed or been hung up on: once. Throws, with a sentence, where
    // somebody else waits for it already, or the kernel cannot watch such a one.
    void watch(int fd, short events, ActorId whom);
    // That actor does not wait any more; nothing where it did not.
    void forget(ActorId whom);

    bool any() const { return !m_fdOf.empty(); }
    bool isWaiting(ActorId whom) const { return m_fdOf.contains(whom.value); }
    // Those whose descriptors are ready now, in the kernel's order. Their waits are over.
    std::vector<ActorId> takeReady();

private:
    UniqueFd m_epoll;
    std::unordered_map<std::uint32_t, int> m_fdOf;  // by actor
};

}  // namespace interleave
