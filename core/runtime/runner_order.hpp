// What a session orders a runner to run; travels as one JSON object over the control socket.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/trace/run_facts.hpp"

namespace interleave {

struct RunnerOrder {
    std::string scenario;  // "locks/deadlock"
    RuntimeKind runtime = RuntimeKind::threads;
    Pace pace = Pace::free;
    std::uint64_t seed = 1;
    std::uint32_t cores = 1;                                  // how many workers may be used, at least 1
    double tempo = 1.0;                                       // 2: twice as fast
    std::vector<std::pair<std::string, std::string>> params;  // complete, in the scenario's order

    friend bool operator==(const RunnerOrder&, const RunnerOrder&) = default;
};

std::string toJson(const RunnerOrder& order);
// Refuses what is not such an object, naming the part that is wrong.
Expected<RunnerOrder> runnerOrderFromJson(std::string_view json);

}  // namespace interleave
