// The plain words that exported data uses for kinds and states, and names for what has none. Data, not sentences:
// the same in every language.
#pragma once

#include <string>
#include <string_view>

#include "core/trace/store.hpp"

namespace interleave {

std::string_view wordOf(StateClass state);    // "running", "waiting"
std::string_view wordOf(WaitReason reason);   // "lock", "queue-full"
std::string_view wordOf(ReadyReason reason);
std::string_view wordOf(RunReason reason);
std::string_view wordOf(HeldBy by);
std::string_view wordOf(ActorKind kind);
std::string_view wordOf(ObjectKind kind);
std::string_view wordOf(ArrowKind kind);

// The given name, "actor 7" where there is none, "" for nobody.
std::string exportedName(const Store& store, ActorId id);
std::string exportedName(const Store& store, ObjectId id);

// An actor's interval in words: ("waiting", "lock", "B"), ("running", "slice", "compute").
struct LookWords {
    std::string state;
    std::string reason;
    std::string object;  // lock, queue, actor joined, or what is being done
};
LookWords wordsOf(const Store& store, const Look& look);

// What every export says of its run, in order: scenario, runtime, pace, parameters, seed, how it ended, …
std::vector<std::pair<std::string, std::string>> captionOf(const Store& store);

}  // namespace interleave
