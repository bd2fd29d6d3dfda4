// Moments of a run, asked for in words: "first deadlock", "longest waiting of T2 on B", "then released on A".
//
//   start | end
//   ORDINAL KIND [TEXT] [of ACTOR] [on OBJECT]      first, last, 2nd, 3rd, …
//   longest STATE [of ACTOR] [on OBJECT]            running, ready, waiting, sleeping, io
//   then KIND [TEXT] [of ACTOR] [on OBJECT]         the first such after the moment before
//
// Names are those that the run shows; 'in single quotes' where they hold spaces. TEXT goes with three kinds: `line tag
// NAME` (a line of the source that is marked so is reached), `printed 'hello'` and `note 'hello'` (what it holds).
// `on` names what it happens to: a lock, queue, variable, frame…; whom an actor joins, forks, signals or is reaped by;
// and of a core, "0". Nothing here knows a fixed time.
//
// Thread safety: pure; reads the store.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.hpp"
#include "core/trace/store.hpp"

namespace interleave {

enum class MomentKind : std::uint8_t {
    // an actor enters that state
    running, ready, waiting, sleeping, io, held, zombie,
    // its life
    created, started, ended, failed, killed, fork, exit, reaped, orphan, signal,
    // locks, semaphores, conditions, events, barriers, banks
    wanted, acquired, released, notified, set, cleared, arrived, opened, granted, refused, inherited, misused,
    // a wait that was given up: for a lock or anything else
    timeout,
    deadlock,
    // variables and queues
    read, write, lost, put, get, full, empty,
    // messages, frames and coroutines, futures
    sent, received, resumed, suspended, switched, delegated, returned, closed, done, cancel, cancelled,
    // the scheduler, the event loop
    migrated, preempted, boosted, turn,
    // telling; these three come with a text
    note, printed, line,
    count_
};
// The word of the grammar.
std::string_view nameOf(MomentKind kind);

struct MomentQuery {
    enum class Which : std::uint8_t { start, end, nth, last, longest, then };

    Which which = Which::start;
    std::uint32_t ordinal = 1;  // of nth
    MomentKind kind{};
    std::string text;           // a line's tag; a part of what was printed or noted; empty: any
    std::string actor, object;  // empty: any

    // Whether more events can still change what it finds.
    bool needsTheEnd() const { return which == Which::end || which == Which::last || which == Which::longest; }
    friend bool operator==(const MomentQuery&, const MomentQuery&) = default;
};

// Refuses, in one sentence, what is not of that grammar.
Expected<MomentQuery> parseMoment(std::string_view words);

struct Moment {
    TraceTime at;
    TraceTime until;                // when what began then was over; `at` where it took no time
    ActorId actor;                  // whom it is about; kNone: nobody in particular
    ObjectId object;                // what it happened to; kNone: nothing
    std::size_t event = 0;          // index of the event that told it; kNoEvent where a state began
    static constexpr std::size_t kNoEvent = ~std::size_t{0};
    friend bool operator==(const Moment&, const Moment&) = default;
};

// Lines of the scenario's source, by the tag that marks them. Several lines may carry the same one.
using TaggedLines = std::multimap<std::string, std::uint16_t, std::less<>>;

// Nothing where the run has no such moment. `before` is the moment that `then` follows; without one it is the
// beginning. Walks over the events, or over the intervals of the lanes, once at most: not for every frame.
std::optional<Moment> findMoment(const Store& store, const MomentQuery& query, const TaggedLines& lines = {},
                                 const std::optional<Moment>& before = {});

}  // namespace interleave
