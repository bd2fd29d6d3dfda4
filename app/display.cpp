#include "app/display.hpp"

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <sys/socket.h>
#include <sys/un.h>

#include <QString>
#include <QtGlobal>

#include "core/base/unique_fd.hpp"

namespace interleave::app {
namespace {

bool isSet(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

bool answers(const std::string& socketPath, bool abstractName) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socketPath.size() + 2 > sizeof address.sun_path) return false;
    std::memcpy(address.sun_path + (abstractName ? 1 : 0), socketPath.data(), socketPath.size());
    const UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socketPath.size() + 1);
    return socket.open() && ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), length) == 0;
}

// Qt aborts where DISPLAY names an X server that is gone, as a shell inside tmux often does; so knock first.
bool xServerAnswers() {
    const std::string display = std::getenv("DISPLAY");
    if (display.front() != ':') return true;  // over the network: only trying tells
    const std::string number =
        display.substr(1, display.find('.') == std::string::npos ? std::string::npos : display.find('.') - 1);
    const std::string path = "/tmp/.X11-unix/X" + number;
    return answers(path, false) || answers(path, true);
}

// What Qt remarks about a machine without a desktop is none of the person's business; stderr is for reasons.
void onlyFailures(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "interleave: %s\n", qUtf8Printable(message));
}

}  // namespace

bool canShowWindows() {
    if (isSet("QT_QPA_PLATFORM") || isSet("WAYLAND_DISPLAY")) return true;
    return isSet("DISPLAY") && xServerAnswers();
}

void paintInMemory() {
    qInstallMessageHandler(onlyFailures);
    if (!isSet("QT_QPA_PLATFORM")) ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
}

}  // namespace interleave::app
