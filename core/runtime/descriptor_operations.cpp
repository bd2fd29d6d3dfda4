#include "core/runtime/descriptor_operations.hpp"

#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace interleave {
namespace {

[[noreturn]] void throwRefusal(const char* what, int code = errno) {
    throw std::system_error(code, std::generic_category(), what);
}

bool isNotYet() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

// What is left of a header and the bytes after it when `done` of them have been moved.
std::array<iovec, 2> rest(std::uint64_t& header, std::byte* bytes, std::size_t length, std::size_t done) {
    const std::size_t ofHeader = std::min(done, kFrameHeader);
    const std::size_t ofBytes = done - ofHeader;
    return {iovec{reinterpret_cast<std::byte*>(&header) + ofHeader, kFrameHeader - ofHeader},
            iovec{bytes + ofBytes, length - ofBytes}};
}

}  // namespace

Step DescriptorOperation::goOn(Actor& actor) {
    while (!attempt(actor)) {
        // First, for it may be refused: then nobody waits.
        const bool isWatched = actor.runtime->watchDescriptor(actor, fd(), m_events);
        caller(actor).recordWaiting(WaitReason::io, object().value);
        if (isWatched) {
            m_waiter = &actor;
            return Step::park();
        }
        wait(actor);
    }
    return Step::done();
}

Step DescriptorOperation::resumed(Actor& actor) {
    m_waiter = nullptr;
    return gaveUp() ? Step::done() : goOn(actor);
}

// What has been moved of a frame stays moved: a stream is of no use after that.
bool DescriptorOperation::giveUp(const Caller& caller) {
    if (!m_waiter) return false;
    m_waiter->runtime->forgetDescriptor(*m_waiter, fd());
    caller.recordTimedOut(WaitReason::io, object().value);
    return true;
}

bool SendFrameOperation::attempt(Actor& actor) {
    if (m_flow == 0) {
        m_flow = actor.runtime->nextFlow();
        // Told before it is done: the receiver must not be seen to have it earlier.
        const Caller by = caller(actor);
        by.ring.write(by.event(EventKind::messageSent, object(), 0, static_cast<std::int64_t>(m_flow)));
    }
    const std::size_t whole = kFrameHeader + m_bytes.size();
    while (m_sent < whole) {
        // writev(2) only reads what it is given.
        const auto left = rest(m_flow, const_cast<std::byte*>(m_bytes.data()), m_bytes.size(), m_sent);
        const ssize_t moved = ::writev(fd(), left.data(), left.size());
        if (moved < 0 && isNotYet()) return false;
        if (moved < 0) throwRefusal("cannot send a message");
        m_sent += static_cast<std::size_t>(moved);
    }
    return true;
}

bool ReceiveFrameOperation::attempt(Actor& actor) {
    const std::size_t whole = kFrameHeader + m_room.size();
    while (m_received < whole) {
        const auto left = rest(m_flow, m_room.data(), m_room.size(), m_received);
        const ssize_t moved = ::readv(fd(), left.data(), left.size());
        if (moved < 0 && isNotYet()) return false;
        // Whoever was killed with an answer unread is gone in the same way as one that has hung up.
        if (moved < 0 && errno == ECONNRESET && m_received == 0) return true;
        if (moved < 0) throwRefusal("cannot receive a message");
        if (moved == 0 && m_received == 0) return true;
        if (moved == 0) throwRefusal("a message broke off: its sender has ended", EPIPE);
        m_received += static_cast<std::size_t>(moved);
    }
    const Caller by = caller(actor);
    by.ring.write(by.event(EventKind::messageReceived, object(), 0, static_cast<std::int64_t>(m_flow)));
    m_isWhole = true;
    return true;
}

bool AcceptOperation::attempt(Actor&) {
    m_accepted = acceptIfAny(fd());
    return m_accepted.open();
}

void AcceptOperation::wait(Actor& actor) {
    if (!m_door) m_door.emplace().addShared(fd());
    actor.runtime->waitForPoller(actor, m_door->fd(), fd());
}

bool ConnectOperation::attempt(Actor&) {
    if (m_isUnderWay) {
        int code = 0;
        socklen_t length = sizeof code;
        if (::getsockopt(fd(), SOL_SOCKET, SO_ERROR, &code, &length) != 0) code = errno;
        if (code != 0) throwRefusal("cannot connect", code);
        return true;
    }
    if (::connect(fd(), reinterpret_cast<const sockaddr*>(&m_to.storage), m_to.length) == 0) return true;
    if (errno != EINPROGRESS) throwRefusal("cannot connect");
    m_isUnderWay = true;
    return false;
}

bool PollOperation::attempt(Actor&) {
    m_ready = m_poller.ready();
    return !m_ready.empty();
}

}  // namespace interleave
