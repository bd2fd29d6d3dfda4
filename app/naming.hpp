// What things of a run are called in text and JSON.
#pragma once

#include <string>
#include <string_view>

#include "core/trace/store.hpp"

namespace interleave::app {

std::string_view nameOf(ActorKind kind);  // "thread"
std::string_view nameOf(EndReason reason);  // "returned"
bool isLock(ObjectKind kind);

// The name the scenario gave, or "actor 7" where it gave none that is known.
std::string actorName(const Store& store, ActorId id);
std::string objectName(const Store& store, ObjectId id);
// What the cycle's i-th actor waits for: an object, or the actor that it joins.
std::string waitedForName(const Store& store, const Deadlock& deadlock, std::size_t i);

// A scenario's title in "en" or "zh_CN"; the id where there is no text.
std::string titleOf(std::string_view scenario, std::string_view language);

}  // namespace interleave::app
