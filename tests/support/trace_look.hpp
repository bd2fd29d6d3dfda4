// What tests ask of a trace, again and again.
#pragma once

#include <string_view>

#include "core/trace/process_history.hpp"
#include "core/trace/store.hpp"

namespace interleave {

inline constexpr std::int64_t kMs = 1'000'000;  // ns
constexpr TraceTime ms(double count) { return {static_cast<std::int64_t>(count * 1e6)}; }

// How many events of that kind are kept.
std::size_t countOf(const Store& store, EventKind kind);
// Throws where there is none of that name.
const ActorRecord& actorNamed(const Store& store, std::string_view name);
// How the kernel saw that actor's process. Throws where it never did.
const ProcessLife& lifeOf(const ProcessHistory& history, const Store& store, std::string_view name);
// What the run told under that name; fails the test, and is -1, where it told nothing.
double told(const Store& store, std::string_view name);

}  // namespace interleave
