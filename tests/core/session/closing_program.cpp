// A program that starts a run, tells the runner's pid on its standard output, and pulls until it is killed.
#include <unistd.h>

#include <cstdio>

#include "core/session/session.hpp"

int main(int, char** words) {
    using namespace interleave;
    Store store;
    RunRequest request = defaultRequest(words[2]).value();
    if (!parse(words[3], request.runtime)) return 1;
    const auto session = Session::start(request, store, {.runnerPath = words[1]});
    if (!session) {
        std::fprintf(stderr, "%s\n", session.error().what.c_str());
        return 1;
    }
    const auto pid = static_cast<pid_t>((*session)->runnerPid());
    if (::write(STDOUT_FILENO, &pid, sizeof pid) != static_cast<ssize_t>(sizeof pid)) return 1;
    for (;;) {
        (*session)->waitForNews(std::chrono::milliseconds(10));
        (*session)->pull(store, std::chrono::milliseconds(10));
    }
}
