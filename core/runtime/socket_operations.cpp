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

Step ReceiveOperation::begin(Actor& actor) {
    std::optional<Datagram> datagram = m_socket.receive();
    while (!datagram) {
        actor.caller(line()).recordWaiting(WaitReason::io, ObjectId::kNone);
        actor.runtime->waitForInput(actor, m_socket.fd());
        datagram = m_socket.receive();
    }
    const Caller caller = actor.caller(line());
    caller.ring.write(caller.event(EventKind::messageReceived, {}, 0, static_cast<std::int64_t>(datagram->flow)));
    m_bytes = std::move(datagram->bytes);
    return Step::done();
}

}  // namespace interleave
