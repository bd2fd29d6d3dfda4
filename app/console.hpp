// What the program says: stdout is what was asked for and nothing else,
// stderr is one line for each thing that is wrong.
#pragma once

#include <string_view>

#include "app/exit_status.hpp"
#include "core/base/error.hpp"

namespace interleave::app {

// Writes all of `text` at once; refuses where it does not arrive (a full disk, a closed descriptor).
Expected<void> say(std::string_view text);

// "interleave: sentence" on stderr. Hands `status` back, to be returned at once.
ExitStatus complain(std::string_view sentence, ExitStatus status);

// say(), and `status` where it arrived.
ExitStatus sayAndReturn(std::string_view text, ExitStatus status);

}  // namespace interleave::app
