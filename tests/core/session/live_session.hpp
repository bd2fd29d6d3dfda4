// A real run in a test: a session, the store it is pulled into, and a look into the memory that it shares with its
// runner.
#pragma once

#include <signal.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include <gtest/gtest.h>

#include "core/session/session.hpp"
#include "core/trace/arena.hpp"

// Where the build put it; without that word, beside the program.
#ifndef INTERLEAVE_RUNNER_PROGRAM
#define INTERLEAVE_RUNNER_PROGRAM ""
#endif

namespace interleave {

class LiveSession {
public:
    explicit LiveSession(const RunRequest& request) {
        auto started = Session::start(request, m_store, {.runnerPath = INTERLEAVE_RUNNER_PROGRAM});
        EXPECT_TRUE(started) << started.error().what;
        if (started) m_session = std::move(*started);
    }

    Session& session() { return *m_session; }
    Store& store() { return m_store; }
    const RunFacts& facts() const { return m_store.facts(); }
    pid_t pid() const { return static_cast<pid_t>(m_session->runnerPid()); }

    void pull() {
        m_session->waitForNews(std::chrono::milliseconds(5));
        m_session->pull(m_store, std::chrono::milliseconds(16));
    }
    // Until `condition` holds; false if it does not within a long time.
    template <class Condition>
    bool pullUntil(Condition condition, Duration atMost = std::chrono::seconds(60)) {
        const auto until = std::chrono::steady_clock::now() + atMost;
        while (!condition()) {
            if (std::chrono::steady_clock::now() > until) return false;
            pull();
        }
        return true;
    }
    bool pullToTheEnd() {
        return pullUntil([this] { return m_session->state() == SessionState::over; });
    }
    void pullFor(Duration time) {
        pullUntil([] { return false; }, time);
    }

    // The run's shared memory, mapped once more.
    static Arena arena() {
        for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
            std::error_code gone;
            const std::string target = std::filesystem::read_symlink(entry, gone).string();
            if (!target.starts_with("/memfd:interleave-arena")) continue;
            return std::move(*Arena::open(::dup(std::stoi(entry.path().filename().string()))));
        }
        throw std::runtime_error("no run has an arena");
    }

    void end() { m_session.reset(); }

private:
    Store m_store;
    std::unique_ptr<Session> m_session;
};

inline RunRequest requestFor(std::string_view scenario, double tempo = 1.0, ParamValues params = {}) {
    RunRequest request = defaultRequest(scenario).value();
    request.tempo = tempo;
    request.params = std::move(params);
    return request;
}

// Producers and consumers that do nothing but put and get, for as long as the test wants.
inline RunRequest fullSpeed() {
    return requestFor("queues/producer-consumer", 1.0,
                      {{"items", "1000000000"}, {"produce", "0"}, {"consume", "0"}, {"capacity", "64"}});
}

// Whether any process of the group is left, the runner's own among them.
inline bool groupIsGone(pid_t group) { return ::kill(-group, 0) != 0 && errno == ESRCH; }

inline std::uint64_t publishedSlots(const Arena& arena) {
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < arena.header().ringEnd.load(); ++i) sum += arena.ring(i).head.load();
    return sum;
}

// The slots that the store's events took in their rings: one each, and those of their texts. The ends of those that
// died with their process were in no ring: the session wrote them.
inline std::uint64_t slotsOf(const Store& store) {
    std::uint64_t slots = store.totals().events - store.totals().kernelRecords;
    for (const ActorRecord& actor : store.actors())
        slots -= actor.ended != kEndOfTime && actor.end == EndReason::killed;
    for (const Note& note : store.notes()) slots += (note.text.size() + sizeof(Event) - 1) / sizeof(Event);
    return slots;
}

}  // namespace interleave
