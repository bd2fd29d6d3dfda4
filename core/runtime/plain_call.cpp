#include "core/runtime/plain_call.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/base/require.hpp"

namespace interleave {
namespace {

// The one whose code this thread runs now; null: none.
thread_local PlainCallOperation* t_call = nullptr;

using WaitPrimitive = void (PlainCallOperation::*)(Descriptor, short);
// What plain code waits by. Plain memory: nobody runs yet when it is replaced.
WaitPrimitive s_wait = &PlainCallOperation::block;

void waitFor(Descriptor descriptor, short events) {
    IL_REQUIRE(t_call != nullptr);
    (t_call->*s_wait)(descriptor, events);
}

bool mayComeLater() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

void plain::patch() { s_wait = &PlainCallOperation::switchAway; }

void plain::read(Descriptor from, std::span<std::byte> room) {
    for (std::size_t have = 0; have < room.size();) {
        const ssize_t got = ::recv(from.fd, room.data() + have, room.size() - have, MSG_DONTWAIT);
        if (got > 0) have += static_cast<std::size_t>(got);
        else if (got == 0)
            throw std::system_error(EPIPE, std::generic_category(), "cannot read: the other side has gone");
        else if (mayComeLater()) waitFor(from, POLLIN);
        else throw std::system_error(errno, std::generic_category(), "cannot read from a socket");
    }
}

void plain::write(Descriptor to, std::span<const std::byte> bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t moved = ::send(to.fd, bytes.data() + done, bytes.size() - done, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (moved >= 0) done += static_cast<std::size_t>(moved);
        else if (mayComeLater()) waitFor(to, POLLOUT);
        else throw std::system_error(errno, std::generic_category(), "cannot write to a socket");
    }
}

void PlainCallOperation::block(Descriptor on, short events) {
    Runtime& runtime = *m_actor->runtime;
    if (runtime.order().runtime != RuntimeKind::coroutines) {
        m_actor->caller(line()).recordWaiting(WaitReason::io, on.object.value);
        return runtime.waitForDescriptor(*m_actor, on.fd, events);
    }
    // Whoever stands in the kernel has not given the loop back: to it that is a call like any other.
    m_actor->ring->write({.actor = m_actor->id.value, .object = runtime.arena().addString("read").value, .line = line(),
                          .kind = EventKind::callBegun, .value = -1});
    pollfd wanted{on.fd, events, 0};
    while (::poll(&wanted, 1, -1) < 0 && errno == EINTR) {
    }
    m_actor->ring->write({.actor = m_actor->id.value, .line = line(), .kind = EventKind::callEnded});
}

void PlainCallOperation::switchAway(Descriptor until, short events) {
    m_wanted = until;
    m_events = events;
    m_fiber->stop();
}

bool PlainCallOperation::giveUp(const Caller&) {
    m_actor->runtime->forgetDescriptor(*m_actor, m_wanted.fd);
    return true;
}

Step PlainCallOperation::run(Actor& actor) {
    m_actor = &actor;
    for (;;) {
        PlainCallOperation* const outer = std::exchange(t_call, this);
        m_fiber->resume();
        t_call = outer;
        if (m_fiber->done()) break;
        // First, for it may be refused: then nobody waits.
        const bool isWatched = actor.runtime->watchDescriptor(actor, m_wanted.fd, m_events);
        actor.caller(line()).recordWaiting(WaitReason::io, m_wanted.object.value);
        if (isWatched) return Step::park();
        actor.runtime->waitForDescriptor(actor, m_wanted.fd, m_events);
    }
    if (m_fiber->failure()) fail(m_fiber->failure());
    return Step::done();
}

}  // namespace interleave
