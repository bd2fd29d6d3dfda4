#include "core/runtime/socket_operations.hpp"

namespace interleave {

Step SendOperation::begin(Actor& actor) {
    const std::uint64_t flow = actor.runtime->nextFlow();
    // Told before it is done: the receiver must not be seen to have it earlier.
    const Caller caller = actor.caller(line());
    caller.ring.write(caller.event(EventKind::messageSent, {}, 0, static_cast<std::int64_t>(flow)));
    m_from.send(m_toPort, {flow, std::move(m_bytes)});
    return Step::done();
}

bool ReceiveOperation::attempt(Actor& actor) {
    std::optional<Datagram> datagram = m_socket.receive();
    if (!datagram) return false;
    const Caller by = caller(actor);
    by.ring.write(by.event(EventKind::messageReceived, object(), 0, static_cast<std::int64_t>(datagram->flow)));
    m_bytes = std::move(datagram->bytes);
    return true;
}

}  // namespace interleave
