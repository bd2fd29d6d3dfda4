// A real UDP socket on the loopback device, for scenarios whose actors talk to each other. A datagram carries a number
// before its bytes, so that a trace can tell which one arrived.
//
// Thread safety: one may send while another receives.
#pragma once

#include <netinet/in.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/base/unique_fd.hpp"

namespace interleave {

struct Datagram {
    std::uint64_t flow = 0;  // its number, unlike that of any other of the run
    std::string bytes;
};

class UdpSocket {
public:
    // Bound to a port of 127.0.0.1 that the kernel chose. Throws std::system_error where it refuses.
    UdpSocket();

    std::uint16_t port() const { return m_port; }
    int fd() const { return m_fd.get(); }

    // Throws std::system_error where the kernel does not take it whole.
    void send(std::uint16_t toPort, const Datagram& datagram) const;
    // Nothing: none has arrived yet. It never waits.
    std::optional<Datagram> receive() const;

private:
    UniqueFd m_fd;
    std::uint16_t m_port = 0;
};

}  // namespace interleave
