// Who can never move again, found by another way than the program's own: no edges are followed. Whoever can move gives
// back all that it holds and is taken away, which may let others in; who is left when nobody more can be taken away is
// stuck (graph reduction; Holt 1972). Over mutexes, reader-writer locks and joins, from the trace's events alone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/trace/event.hpp"

namespace interleave {

class GraphReduction {
public:
    void apply(const Event& event);
    std::set<std::uint32_t> stuck() const;

private:
    struct Wait {
        std::uint32_t object = 0;
        bool join = false;
        bool shared = false;
        std::size_t order = 0;
    };
    struct Lock {
        std::int64_t preference = 0;
        bool isReaderWriter = false;
    };
    using Holds = std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, bool>>>;  // by object: who, shared

    bool canGoOn(const Wait& wait, const std::map<std::uint32_t, Wait>& waits, const Holds& holds,
                 const std::set<std::uint32_t>& gone) const;

    std::map<std::uint32_t, Lock> m_locks;
    Holds m_holds;
    std::map<std::uint32_t, Wait> m_waits;  // by actor; those without a limit
    std::map<std::uint32_t, bool> m_wantsShared;
    std::set<std::uint32_t> m_ended;
    std::size_t m_order = 0;
};

}  // namespace interleave
