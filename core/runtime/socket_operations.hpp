// Sending and receiving datagrams over real sockets. Who receives waits in the kernel until something arrives.
#pragma once

#include "core/runtime/descriptor_operations.hpp"
#include "core/runtime/udp_socket.hpp"

namespace interleave {

// The socket must outlive the operation.
class SendOperation : public PendingOperation {
public:
    SendOperation(const UdpSocket& from, std::uint16_t toPort, std::string bytes, int line)
        : PendingOperation(Operation::other, {}, line), m_from(from), m_toPort(toPort), m_bytes(std::move(bytes)) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    const UdpSocket& m_from;
    std::uint16_t m_toPort;
    std::string m_bytes;
};

class ReceiveOperation : public DescriptorOperation {
public:
    // `named`: the socket's own descriptor.
    ReceiveOperation(const UdpSocket& socket, Descriptor named, int line)
        : DescriptorOperation(named, POLLIN, line), m_socket(socket) {}
    std::string result() { return std::move(m_bytes); }

protected:
    bool attempt(Actor& actor) override;

private:
    const UdpSocket& m_socket;
    std::string m_bytes;
};

}  // namespace interleave
