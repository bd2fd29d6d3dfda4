// Starting this program anew for one actor: the forked child gives up the copy of its parent's memory and executes the
// program's own file again, as Python's "spawn" does.
// What the new one needs to go on with the same trace goes with it as words:
//
//   interleave-runner --actor ARENA FORKS ACTOR ARGUMENT BEGIN ORDER
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/base/ids.hpp"
#include "core/base/time.hpp"
#include "core/runtime/runner_order.hpp"

namespace interleave {

inline constexpr std::string_view kFreshWord = "--actor";

struct FreshStart {
    int arena = -1;  // descriptors that the new program inherits: the run's memory,
    int forks = -1;  // and what it tells the runner through that it has forked
    ActorId actor;
    std::int64_t argument = 0;
    Duration begin{};  // of the run, on its clock
    RunnerOrder order;
};

// In the forked child, which has no other threads. Where the system refuses, it ends with status 127,
// as a shell's would.
[[noreturn]] void becomeFresh(const FreshStart& start);
// From the words behind `--actor`. Nothing where they are no such words.
std::optional<FreshStart> freshStartFrom(std::span<char* const> words);

}  // namespace interleave
