#include "core/runtime/udp_socket.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace interleave {
namespace {

constexpr std::size_t kMostBytes = 65'507;  // of a UDP datagram over IPv4

[[noreturn]] void throwRefusal(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

}  // namespace

UdpSocket::UdpSocket() : m_fd(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    if (!m_fd.open()) throwRefusal("cannot make a UDP socket");
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    auto* const raw = reinterpret_cast<sockaddr*>(&address);
    if (::bind(m_fd.get(), raw, length) != 0 || ::getsockname(m_fd.get(), raw, &length) != 0)
        throwRefusal("cannot bind a UDP socket to 127.0.0.1");
    m_port = ntohs(address.sin_port);
}

void UdpSocket::send(std::uint16_t toPort, const Datagram& datagram) const {
    std::string packet(sizeof datagram.flow, '\0');
    std::memcpy(packet.data(), &datagram.flow, sizeof datagram.flow);
    packet += datagram.bytes;
    const sockaddr_in to = loopback(toPort);
    const auto* const raw = reinterpret_cast<const sockaddr*>(&to);
    const ssize_t sent = ::sendto(m_fd.get(), packet.data(), packet.size(), 0, raw, sizeof to);
    if (sent != static_cast<ssize_t>(packet.size())) throwRefusal("cannot send a UDP datagram");
}

std::optional<Datagram> UdpSocket::receive() const {
    std::array<char, kMostBytes> packet;
    const ssize_t got = ::recv(m_fd.get(), packet.data(), packet.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return std::nullopt;
    Datagram datagram;
    if (got < static_cast<ssize_t>(sizeof datagram.flow)) throwRefusal("cannot receive a UDP datagram");
    std::memcpy(&datagram.flow, packet.data(), sizeof datagram.flow);
    datagram.bytes.assign(packet.data() + sizeof datagram.flow, static_cast<std::size_t>(got) - sizeof datagram.flow);
    return datagram;
}

}  // namespace interleave
