// A run told in a screenful of text, in the language chosen.
#pragma once

#include <string>

#include "app/outcomes.hpp"
#include "core/trace/store.hpp"

namespace interleave::app {

// How it ended, the actors, locks, queues and deadlocks, what the scenario claims, and whether the laws held.
std::string runSummary(const Store& store);

// How often which outcome came, the most frequent first.
std::string outcomesSummary(const Outcomes& outcomes);

}  // namespace interleave::app
