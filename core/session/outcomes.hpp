// What came out of many runs of one scenario, and how often. Values only.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave {

// Whether a run shows the mishap that its scenario is about: updates lost, something else than expected, a
// deadlock, a standstill, a crash.
bool wentWrong(const Store& store);

struct Outcome {
    // What was counted or decided. Measured numbers are no part of it: they differ with every run.
    std::vector<std::pair<std::string, ResultValue>> results;
    Ended ended{};
    bool wrong = false;
    std::vector<std::uint32_t> runs;  // which ones, counted from 0

    std::uint32_t count() const { return static_cast<std::uint32_t>(runs.size()); }
};

class Outcomes {
public:
    void add(const Store& store);

    std::uint32_t runs() const { return m_runs; }
    std::uint32_t wrong() const { return m_wrong; }
    // In the order in which they first came out.
    const std::vector<Outcome>& all() const { return m_all; }
    // The most frequent first.
    std::vector<Outcome> byCount() const;

private:
    std::uint32_t m_runs = 0;
    std::uint32_t m_wrong = 0;
    std::vector<Outcome> m_all;
};

}  // namespace interleave
