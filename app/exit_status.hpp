// What the program's exit status says.
#pragma once

namespace interleave::app {

enum class ExitStatus : int {
    fine = 0,        // it ran and obeyed the laws
    couldNot = 1,    // it could not run, open or write; the reason is on stderr
    wrongUsage = 2,  // what was typed makes no sense; the reason is on stderr
    lawBroken = 3,   // it ran, and its trace breaks a law
    timedOut = 4,    // --timeout ended it
};

}  // namespace interleave::app
