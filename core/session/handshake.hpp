// The few words that a session and its runner exchange before a run, one packet each:
//
//   session ─ order (JSON) ─► runner ─ "ready", or a sentence saying why not ─► session ─ "go" ─► runner
//
// and one that the runner may leave behind: a sentence saying why it could not run after all.
#pragma once

#include <sys/socket.h>

#include <array>
#include <string>
#include <string_view>

#include "core/base/error.hpp"

namespace interleave {

inline constexpr std::string_view kReady = "ready";
inline constexpr std::string_view kGo = "go";

inline Expected<void> sendWord(int socket, std::string_view word) {
    ssize_t sent = -1;
    do {
        sent = ::send(socket, word.data(), word.size(), MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent == static_cast<ssize_t>(word.size())) return {};
    return refusedBySystem(Sentence("Sessions", "cannot talk to the run's process"));
}

// Empty when the other side has hung up.
inline Expected<std::string> receiveWord(int socket) {
    constexpr std::size_t kMostBytes = 64 * 1024;
    std::string word(kMostBytes, '\0');
    ssize_t got = -1;
    do {
        got = ::recv(socket, word.data(), word.size(), 0);
    } while (got < 0 && errno == EINTR);
    if (got < 0 && errno == ECONNRESET) got = 0;
    if (got < 0) return refusedBySystem(Sentence("Sessions", "cannot hear the run's process"));
    word.resize(static_cast<std::size_t>(got));
    return word;
}

}  // namespace interleave
