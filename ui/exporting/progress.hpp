// How far a long piece of work is, told to whoever waits for it; who may end it.
#pragma once

#include <cerrno>
#include <functional>

#include "core/base/error.hpp"

namespace interleave::ui {

// Takes the share that is done, 0 to 1; false: stop. Empty: nobody asks. Called in the thread of the work, often.
using Progress = std::function<bool(double)>;

inline bool goesOn(const Progress& progress, double done) { return !progress || progress(done); }

// What work that was stopped returns. Nothing went wrong, so a window says nothing.
inline tl::unexpected<Error> stopped() {
    return refused(Sentence("Exporting", "stopped before it was finished: nothing was written"), ECANCELED);
}
inline bool wasStopped(const Error& error) { return error.code == ECANCELED; }

}  // namespace interleave::ui
