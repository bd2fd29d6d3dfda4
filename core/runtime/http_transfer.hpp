// A file fetched by HTTP/1.1 (libcurl) into a file that is there wholly or not at all:
// until the last byte has come nothing of it has a name.
//
// It can be driven in two ways. perform() blocks until it is over, as libcurl's easy interface does. Or begin(), and
// then advance() whenever fd() is readable or untilDue() is over, as an event loop does: libcurl says which sockets it
// waits for, and is told when they are ready (curl_multi_socket_action(3)); it never waits itself.
//
// Thread safety: one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/base/time.hpp"

namespace interleave {

struct HttpRequest {
    std::string url;
    std::string path;       // where the file is to stand
    Duration patience{};    // how long nothing may come
    // Called when more has come; `all` is 0 where the server has not said how much it will be.
    std::function<void(std::uint64_t have, std::uint64_t all)> progress;
};

struct HttpOutcome {
    std::uint64_t bytes = 0;
    std::string refusal;  // what went wrong, in a sentence; empty: the file is there
    bool isThere() const { return refusal.empty(); }
};

class HttpTransfer {
public:
    // Throws std::runtime_error where the library cannot be set up.
    explicit HttpTransfer(HttpRequest request);
    ~HttpTransfer();
    HttpTransfer(const HttpTransfer&) = delete;
    HttpTransfer& operator=(const HttpTransfer&) = delete;

    void perform();

    void begin();
    int fd() const;
    Duration untilDue() const;
    void advance();

    bool isOver() const;
    // Once it is over.
    const HttpOutcome& outcome() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace interleave
