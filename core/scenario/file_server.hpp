// A real HTTP/1.1 server (GNU libmicrohttpd) on a port of 127.0.0.1, in a process of its own. It takes its time for
// each file, and can misbehave on request.
//
// Thread safety: as of SideProcess; the rest only reads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/time.hpp"
#include "core/scenario/side_process.hpp"

namespace interleave {

// What happens after half of a file.
enum class ServerFault : std::uint8_t {
    none,
    stall,     // nothing more comes, and the connection stays
    reset,     // the connection is broken off
    tooShort,  // it ends in order, with fewer bytes than were promised
};

struct ServedFile {
    std::string name;     // "file-1.bin"
    std::string content;
    Duration takes{};     // from the first byte to the last
    ServerFault fault = ServerFault::none;
};

class FileServer {
public:
    // Throws where the system refuses a socket or a process.
    explicit FileServer(std::vector<ServedFile> files);

    const std::vector<ServedFile>& files() const { return m_files; }
    std::string urlOf(const std::string& name) const;
    void end() { m_process.end(); }

private:
    std::vector<ServedFile> m_files;
    UniqueFd m_listening;  // handed over to the process
    std::uint16_t m_port;
    SideProcess m_process;
};

// `count` files of that many bytes that look like noise, the same for the same seed.
std::vector<ServedFile> makeServedFiles(std::size_t count, std::size_t bytes, std::uint64_t seed);

}  // namespace interleave
