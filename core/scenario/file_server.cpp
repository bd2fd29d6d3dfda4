#include "core/scenario/file_server.hpp"

#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <random>
#include <stdexcept>
#include <thread>

#include <fmt/format.h>

#include "core/runtime/channels.hpp"

namespace interleave {
namespace {

constexpr std::size_t kPieces = 10;

// A file on its way to one caller.
struct Delivery {
    const ServedFile& file;
    MHD_Connection* connection;
    std::size_t begun = 0;  // how many pieces of it

    std::size_t pieceBytes() const { return std::max<std::size_t>(1, file.content.size() / kPieces); }
    ssize_t misbehave() const;
    ssize_t give(std::size_t at, char* room, std::size_t most);
};

ssize_t Delivery::misbehave() const {
    if (file.fault == ServerFault::stall)
        for (;;) ::pause();  // until the process is ended
    if (file.fault == ServerFault::reset) {
        // Dissolves the connection at once, as a machine that has crashed and come up again does (connect(2),
        // AF_UNSPEC).
        const auto* const told = ::MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        sockaddr nobody{};
        nobody.sa_family = AF_UNSPEC;
        (void)::connect(told->connect_fd, &nobody, sizeof nobody);
    }
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

ssize_t Delivery::give(std::size_t at, char* room, std::size_t most) {
    const std::size_t end = file.fault == ServerFault::none ? file.content.size() : file.content.size() / 2;
    if (at >= end) return misbehave();
    const std::size_t piece = at / pieceBytes();
    if (piece >= begun) {
        std::this_thread::sleep_for(file.takes / kPieces);
        begun = piece + 1;
    }
    const std::size_t pieceEnd = std::min(end, (piece + 1) * pieceBytes());
    const std::size_t count = std::min(most, pieceEnd - at);
    std::memcpy(room, file.content.data() + at, count);
    return static_cast<ssize_t>(count);
}

// What libmicrohttpd calls, each connection in a thread of its own.
ssize_t giveMore(void* delivery, std::uint64_t at, char* room, std::size_t most) {
    return static_cast<Delivery*>(delivery)->give(at, room, most);
}
void endDelivery(void* delivery) { delete static_cast<Delivery*>(delivery); }

MHD_Result answer(void* files, MHD_Connection* connection, const char* url, const char*, const char*, const char*,
                  std::size_t*, void**) {
    const auto& all = *static_cast<const std::vector<ServedFile>*>(files);
    const auto found = std::ranges::find_if(all, [&](const ServedFile& file) { return url == "/" + file.name; });
    MHD_Response* response = nullptr;
    if (found == all.end()) {
        response = ::MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
    } else {
        auto delivery = std::make_unique<Delivery>(Delivery{*found, connection});
        const std::size_t block = delivery->pieceBytes();
        const std::size_t size = found->content.size();
        response = ::MHD_create_response_from_callback(size, block, &giveMore, delivery.get(), &endDelivery);
        if (response) (void)delivery.release();  // the response's own from now on
    }
    if (!response) return MHD_NO;
    const unsigned status = found == all.end() ? MHD_HTTP_NOT_FOUND : MHD_HTTP_OK;
    const MHD_Result queued = ::MHD_queue_response(connection, status, response);
    ::MHD_destroy_response(response);
    return queued;
}

void serve(int listening, std::vector<ServedFile>& files) {
    constexpr unsigned kHow = MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL;
    if (!::MHD_start_daemon(kHow, 0, nullptr, nullptr, &answer, &files, MHD_OPTION_LISTEN_SOCKET, listening,
                            MHD_OPTION_END))
        throw std::runtime_error("libmicrohttpd cannot be started");
    for (;;) ::pause();  // ended from outside
}

std::uint16_t portOf(int socket) {
    const SocketAddress address = addressOf(socket);
    return ntohs(reinterpret_cast<const sockaddr_in&>(address.storage).sin_port);
}

}  // namespace

FileServer::FileServer(std::vector<ServedFile> files)
    : m_files(std::move(files)), m_listening(listenOnLoopback()), m_port(portOf(m_listening.get())),
      m_process(std::move(m_listening), [this](int listening) { serve(listening, m_files); }) {}

std::string FileServer::urlOf(const std::string& name) const {
    return fmt::format("http://127.0.0.1:{}/{}", m_port, name);
}

std::vector<ServedFile> makeServedFiles(std::size_t count, std::size_t bytes, std::uint64_t seed) {
    std::mt19937_64 noise(seed);
    std::vector<ServedFile> files(count);
    for (std::size_t i = 0; i < count; ++i) {
        files[i].name = fmt::format("file-{}.bin", i + 1);
        files[i].content.resize(bytes);
        for (char& byte : files[i].content) byte = static_cast<char>(noise());
    }
    return files;
}

}  // namespace interleave
