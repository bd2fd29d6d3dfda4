// The coroutines of a run and the frames of their generators at one moment: each where it stands, in the order in which
// they were made, each generator's below its owner. Pure.
#pragma once

#include <optional>
#include <vector>

#include "core/trace/frame_history.hpp"

namespace interleave::ui {

struct FrameRow {
    ObjectId frame;                      // none: the owner's own program
    ActorId owner;
    FrameState state{};
    StateClass actorState{};             // of an owner's own program: what the actor does
    FrameNow now;                        // of a frame
    std::uint16_t line = 0;              // where it stands; 0: it has not begun
    int depth = 0;                       // how many stand aside for it
    std::optional<std::size_t> outer;    // row of the one that delegates to it
};

struct FrameRows {
    std::vector<FrameRow> rows;
    std::size_t most = 0;                // how many there are in the whole trace: so cards keep their size as some come

    static FrameRows at(const Store& store, const FrameHistory& history, TraceTime t);
};

// Which rows to show where `most` is all there is room for, in order: those that run, then the innermost of a chain,
// then who stands still, those that are closed last. All of them where they fit.
std::vector<std::size_t> shownFrames(const FrameRows& frames, std::size_t most);

}  // namespace interleave::ui
