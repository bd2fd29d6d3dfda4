// What came out of many runs of one scenario, and how often.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/json.hpp"
#include "core/trace/store.hpp"

namespace interleave::app {

// Whether a run shows the mishap that its scenario is about: updates lost, something else than expected, a
// deadlock, a standstill, a crash.
bool wentWrong(const Store& store);

class Outcomes {
public:
    struct Outcome {
        Json results;
        Ended ended{};
        std::uint32_t count = 0;
    };

    void add(const Store& store);

    std::uint32_t runs() const { return m_runs; }
    std::uint32_t wrong() const { return m_wrong; }
    // In the order in which they first came out.
    const std::vector<Outcome>& all() const { return m_all; }
    // {repeat, wrong, outcomes[{results, ended, count}], last}
    Json json(const Store& last) const;

private:
    std::uint32_t m_runs = 0;
    std::uint32_t m_wrong = 0;
    std::vector<Outcome> m_all;
};

}  // namespace interleave::app
