// The processes of a run as the runner sees them: which there are, which have ended and how. It watches all of them,
// not only its own children, by a descriptor each (pidfd_open(2)), and those whose parent ends before them become its
// own: it is their subreaper (PR_SET_CHILD_SUBREAPER), so nobody is left behind.
//
// Thread safety: tellOfFork() may be called by any process of the run; all else by the runner's one thread.
#pragma once

#include <sys/types.h>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/time.hpp"
#include "core/base/unique_fd.hpp"
#include "core/trace/arena.hpp"

namespace interleave {

// A process that has ended, seen by waitid(2).
struct ReapedProcess {
    pid_t pid = 0;
    int waitStatus = 0;
};

// How waitid(2) tells the end of a process, as wait(2) would: the exit status above 8 bits, or the signal.
int waitStatusOf(int code, int status);
// What /proc says of any process: its state's letter and its parent. Nothing where there is none.
struct ProcessLook {
    char state = '?';
    pid_t parent = 0;
    int waitStatus = 0;  // of a zombie
};
std::optional<ProcessLook> lookAtProcess(pid_t pid);

class ProcessWatch {
public:
    explicit ProcessWatch(Arena& arena) : m_arena(arena) {}

    // Before the first fork. Throws where the system refuses what it needs.
    void begin();
    // A process of the run was forked elsewhere than in the runner.
    void tellOfFork() const noexcept;
    // What that is told through, so that a program started anew can do it, too; that one calls tellThrough().
    int forks() const noexcept { return m_forks.get(); }
    void tellThrough(UniqueFd forks) noexcept { m_forks = std::move(forks); }

    void add(ActorId actor, pid_t pid);
    // Blocks until some have ended, and says which, or until something else has happened or `atMost` is over.
    std::vector<ActorId> awaitEnds(Duration atMost);
    void forget(ActorId actor);
    // Who was forked by others meanwhile.
    void findNew();
    bool anyAtWork() const { return m_atWork > 0 || !m_gone.empty(); }
    bool any() const { return !m_watched.empty() || !m_gone.empty(); }
    void killAll() const noexcept;
    // each(actor, pid), once at most, from `first` on and around, as long as it says true; where to go on another time.
    template <class Each>
    ActorId forEachFrom(ActorId first, Each each) const {
        auto place = m_watched.lower_bound(first.value);
        for (std::size_t left = m_watched.size(); left > 0; --left) {
            if (place == m_watched.end()) place = m_watched.begin();
            const auto& [actor, watched] = *place++;
            if (!each(ActorId{actor}, watched.pid)) break;
        }
        return {place == m_watched.end() ? 0 : place->first};
    }

    // A zombie among the runner's children, still to be reaped; the actor it was, if it was one.
    std::optional<pid_t> firstZombie() const;
    std::optional<ActorId> actorOf(pid_t pid) const;
    // Nothing if it is no child of this process.
    static std::optional<ReapedProcess> reap(pid_t pid);

private:
    struct Watched {
        pid_t pid = 0;
        UniqueFd fd;
        bool isDaemon = false;
    };

    Arena& m_arena;
    UniqueFd m_poll;
    UniqueFd m_forks;  // an eventfd: somebody forked
    std::map<std::uint32_t, Watched> m_watched;            // by actor
    std::unordered_map<pid_t, ActorId> m_actors;           // ever
    std::vector<bool> m_seen;                              // by actor
    std::vector<ActorId> m_gone;                           // before they could be watched
    std::size_t m_atWork = 0;                              // watched, and no daemon
};

}  // namespace interleave
