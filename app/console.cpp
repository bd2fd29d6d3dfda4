#include "app/console.hpp"

#include <cstdio>
#include <string>

#include <unistd.h>

namespace interleave::app {

Expected<void> say(std::string_view text) {
    while (!text.empty()) {
        const ssize_t done = ::write(STDOUT_FILENO, text.data(), text.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return refusedBySystem(Sentence("CommandLine", "cannot write to standard output"));
        text.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
}

ExitStatus complain(std::string_view sentence, ExitStatus status) {
    // One write, so that lines of several programs on one terminal stay whole.
    std::string line = "interleave: ";
    line += sentence;
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
    return status;
}

ExitStatus sayAndReturn(std::string_view text, ExitStatus status) {
    if (auto said = say(text); !said) return complain(said.error().what, ExitStatus::couldNot);
    return status;
}

}  // namespace interleave::app
