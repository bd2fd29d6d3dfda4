// What processes talk through: pipes, named pipes, sockets, memory. All of it is the kernel's and goes with the last
// process that has it open: none has a name in the file system that could be left behind. Nothing here waits for
// anything: a descriptor that is not ready says so (O_NONBLOCK),
// and an operation of the actor waits (descriptor_operations.hpp).
//
// Functions throw std::system_error where the kernel refuses.
//
// Thread safety: of the kernel's; a Poller belongs to one thread.
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/mapping.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {

// What is written at one end comes out at the other.
struct Channel {
    UniqueFd writing;
    UniqueFd reading;
};

Channel makePipe();
// Made under a name in that folder, opened by it, and the name taken away at once: what is open stays open (unlink(2)).
Channel makeNamedPipe(const std::string& folder);
// UNIX sockets; both ends read and write.
Channel makeSocketPair();

// Pages that forked processes share, without a name.
Mapping makeSharedMemory(std::size_t bytes);

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;
};

// Bound to a port of 127.0.0.1 that the kernel chose.
UniqueFd listenOnLoopback();
SocketAddress addressOf(int socket);
// Nothing where nobody calls, or where another took the call.
UniqueFd acceptIfAny(int listening);
// One that is to be connected to such an address.
UniqueFd makeSocketFor(const SocketAddress& address);

// Several descriptors watched at once (epoll(7)), level-triggered.
// Itself a descriptor that is ready when one of them is.
class Poller {
public:
    Poller();

    int fd() const { return m_epoll.get(); }
    // Until it is removed, or closed by every process that has a copy of it.
    void add(int fd);
    void remove(int fd);
    // One that other processes watch, too: of all who wait for it the kernel wakes one (EPOLLEXCLUSIVE),
    // not the whole herd.
    void addShared(int fd);
    // The one of those, -1 where there is none.
    int shared() const { return m_shared; }
    // Those that are ready now; it does not wait.
    std::vector<int> ready() const;

private:
    void watch(int fd, std::uint32_t events);

    UniqueFd m_epoll;
    int m_shared = -1;
};

}  // namespace interleave
