#include "core/runtime/channels.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <system_error>


namespace interleave {
namespace {

[[noreturn]] void throwErrno(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

UniqueFd openOrThrow(int fd, const char* what) {
    if (fd < 0) throwErrno(what);
    return UniqueFd{fd};
}

sockaddr* rawOf(SocketAddress& address) { return reinterpret_cast<sockaddr*>(&address.storage); }

SocketAddress anyPortOfLoopback() {
    SocketAddress address;
    auto& internet = reinterpret_cast<sockaddr_in&>(address.storage);
    internet.sin_family = AF_INET;
    internet.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.length = sizeof internet;
    return address;
}

}  // namespace

Channel makePipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) throwErrno("cannot make a pipe");
    return {UniqueFd{ends[1]}, UniqueFd{ends[0]}};
}

Channel makeNamedPipe(const std::string& folder) {
    const std::string path = folder + "/pipe";
    constexpr mode_t kOwnerOnly = 0600;
    if (::mkfifo(path.c_str(), kOwnerOnly) != 0) throwErrno("cannot make a named pipe");
    // The reader first: a writer that does not wait is refused while nobody reads (fifo(7)).
    UniqueFd reading = openOrThrow(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK), "cannot read a named pipe");
    UniqueFd writing =
        openOrThrow(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK), "cannot write to a named pipe");
    ::unlink(path.c_str());  // both ends have been found
    return {std::move(writing), std::move(reading)};
}

Channel makeSocketPair() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        throwErrno("cannot make a pair of sockets");
    return {UniqueFd{ends[0]}, UniqueFd{ends[1]}};
}

Mapping makeSharedMemory(std::size_t bytes) {
    // A memfd has no name that could stay, and need not be kept open (memfd_create(2)).
    const UniqueFd memory = openOrThrow(::memfd_create("interleave-shared", MFD_CLOEXEC), "cannot make shared memory");
    if (::ftruncate(memory.get(), static_cast<off_t>(bytes)) != 0) throwErrno("cannot make shared memory");
    auto mapped = Mapping::shared(memory.get(), bytes);
    if (!mapped) throw std::system_error(mapped.error().code, std::generic_category(), "cannot map shared memory");
    return std::move(*mapped);
}

UniqueFd listenOnLoopback() {
    SocketAddress address = anyPortOfLoopback();
    UniqueFd socket = makeSocketFor(address);
    if (::bind(socket.get(), rawOf(address), address.length) != 0 || ::listen(socket.get(), SOMAXCONN) != 0)
        throwErrno("cannot listen for connections");
    return socket;
}

SocketAddress addressOf(int socket) {
    SocketAddress address;
    address.length = sizeof address.storage;
    if (::getsockname(socket, rawOf(address), &address.length) != 0) throwErrno("cannot tell a socket's address");
    return address;
}

UniqueFd acceptIfAny(int listening) {
    UniqueFd caller{::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK)};
    // Who called may have hung up before it was answered.
    const bool isNobody = errno == EAGAIN || errno == EINTR || errno == ECONNABORTED;
    if (!caller.open() && !isNobody) throwErrno("cannot accept a connection");
    return caller;
}

UniqueFd makeSocketFor(const SocketAddress& address) {
    constexpr int kType = SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK;
    return openOrThrow(::socket(address.storage.ss_family, kType, 0), "cannot make a socket");
}

Poller::Poller() : m_epoll(openOrThrow(::epoll_create1(EPOLL_CLOEXEC), "cannot watch several descriptors")) {}

void Poller::watch(int fd, std::uint32_t events) {
    epoll_event event{.events = events, .data = {.fd = fd}};
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) != 0) throwErrno("cannot watch a descriptor");
}

void Poller::add(int fd) { watch(fd, EPOLLIN); }
void Poller::remove(int fd) { (void)::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr); }
void Poller::addShared(int fd) {
    watch(fd, EPOLLIN | EPOLLEXCLUSIVE);
    m_shared = fd;
}

std::vector<int> Poller::ready() const {
    constexpr int kAtOnce = 64;
    std::array<epoll_event, kAtOnce> events{};
    const int count = ::epoll_wait(m_epoll.get(), events.data(), kAtOnce, 0);
    if (count < 0 && errno != EINTR) throwErrno("cannot ask which descriptors are ready");
    std::vector<int> ready;
    for (int i = 0; i < count; ++i) ready.push_back(events[static_cast<std::size_t>(i)].data.fd);
    // Of what comes to a shared one this poller is not always told.
    pollfd door{m_shared, POLLIN, 0};
    if (ready.empty() && m_shared >= 0 && ::poll(&door, 1, 0) > 0) ready.push_back(m_shared);
    return ready;
}

}  // namespace interleave
