// A run told in a screenful of text, in the language chosen.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/session/outcomes.hpp"
#include "core/trace/store.hpp"

namespace interleave::app {

// How it ended, the actors, locks, queues and deadlocks, what the scenario claims, and whether the laws held.
std::string runSummary(const Store& store);

// The runs of a scenario that compares: what each told, side by side, and whether the laws held.
std::string comparisonSummary(const std::vector<std::shared_ptr<const Store>>& runs);

// How often which outcome came, the most frequent first.
std::string outcomesSummary(const Outcomes& outcomes);

}  // namespace interleave::app
