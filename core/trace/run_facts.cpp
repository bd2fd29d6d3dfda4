#include "core/trace/run_facts.hpp"

#include <array>

namespace interleave {
namespace {

constexpr std::array<std::string_view, 5> kRuntimes{"processes", "threads", "workers", "coroutines", "virtual"};
constexpr std::array<std::string_view, 3> kPaces{"free", "steered", "step"};
constexpr std::array<std::string_view, 8> kEnds{"running", "finished", "deadlocked", "stopped",
                                                   "timeout", "stalled", "crashed", "killed"};
constexpr std::array<std::string_view, 3> kTiers{"own-events", "switch-records", "tracepoints"};

template <class Enum, std::size_t N>
bool parseFrom(const std::array<std::string_view, N>& words, std::string_view word, Enum& into) {
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i] != word) continue;
        into = static_cast<Enum>(i);
        return true;
    }
    return false;
}

}  // namespace

std::string_view nameOf(RuntimeKind kind) { return kRuntimes[static_cast<std::size_t>(kind)]; }
std::string_view nameOf(Pace pace) { return kPaces[static_cast<std::size_t>(pace)]; }
std::string_view nameOf(Ended ended) { return kEnds[static_cast<std::size_t>(ended)]; }
std::string_view nameOf(KernelTier tier) { return kTiers[static_cast<std::size_t>(tier)]; }

bool parse(std::string_view word, RuntimeKind& kind) { return parseFrom(kRuntimes, word, kind); }
bool parse(std::string_view word, Pace& pace) { return parseFrom(kPaces, word, pace); }

}  // namespace interleave
