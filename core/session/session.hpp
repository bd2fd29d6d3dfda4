// One run: the runner process that makes it, the drain that empties its rings, the commands it takes.
//
//   start ─► spawn runner · open kernel records · go
//   pull  ─► what was drained becomes events in the caller's store, up to the watermark
//
// Thread safety: a Session and the Store it is pulled into belong to one thread. A drain thread of its own
// empties the rings meanwhile, so a caller that is busy never holds the run back.
#pragma once

#include <memory>
#include <optional>

#include "core/base/error.hpp"
#include "core/scenario/scenario.hpp"
#include "core/trace/store.hpp"

namespace interleave {

struct RunRequest {
    std::string scenario;
    std::string variant;                  // of a scenario that compares: which of its runs; empty: it is one run
    RuntimeKind runtime = RuntimeKind::threads;
    Pace pace = Pace::free;
    std::uint64_t seed = 1;
    std::uint32_t cores = 0;              // 0: all that this process may use
    double tempo = 1.0;                   // 2: twice as fast
    ParamValues params;                   // given ones; defaults are filled in
    std::optional<Duration> timeout;      // ends the run as Ended::timeout
    bool kernelRecords = true;
};

// The scenario's own runtime, pace and parameters; refuses an unknown id, saying how to list them.
Expected<RunRequest> defaultRequest(std::string_view scenario);
// Refuses, in one sentence, what cannot be run: unknown scenario, runtime it does not run on, bad parameter, bad tempo.
Expected<RunRequest> checkedRequest(RunRequest request);

struct SessionSettings {
    std::string runnerPath;                                // empty: `interleave-runner` beside this program
    std::size_t stagingLimit = std::size_t{512} << 20;     // drained but not pulled; past it writers wait
};

enum class SessionState { running, paused, over };

class Session {
public:
    // Fills `store.facts()`. On refusal nothing is left running.
    static Expected<std::unique_ptr<Session>> start(const RunRequest& request, Store& store,
                                                    const SessionSettings& settings = {});
    // Ends the run, if it is not over, and leaves no process behind.
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // Moves what has been drained into `store`, for at most about `budget`; decides whether the run is over and then
    // completes `store.facts()`. True if the store changed. After it is over and all is pulled, does nothing.
    bool pull(Store& store, Duration budget);
    // Blocks until there is something to pull or `atMost` has passed.
    void waitForNews(Duration atMost);

    SessionState state() const;
    const RunRequest& request() const;
    std::int64_t runnerPid() const;

    void pause();
    void resume();
    // Lets one actor make one operation and then stand again (pauses first, if need be). Without an actor:
    // the next one in turn that stands at the gate.
    void step(std::optional<ActorId> actor = std::nullopt);
    void setTempo(double tempo);
    // The person ends the run: Ended::stopped.
    void stop();

    class Parts;  // session.cpp

private:
    explicit Session(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

}  // namespace interleave
