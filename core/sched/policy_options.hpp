// What each policy is called and what may be set of it. The same names serve the command line (--policy, --option),
// scenarios and the window.
//
//   name      options (default)
//   fcfs      –
//   sjf       –                        never preempts
//   srtf      –                        always does
//   rr        quantum (10)
//   priority  preemptive (true), low-number-first (true), aging (0: off; ms for each step), quantum (0: equals are not
//             interrupted for each other)
//   mlfq      queues (3), quantum (10; one, or one for each queue, the top one first), allotment (1; slices at a level
//             before a job drops, one or one for each queue), boost (0: never; ms), stay (false; I/O gives a job its
//             slice and its allotment anew), io-bump (false; a job back from I/O goes to the front of its queue)
//   lottery   quantum (10)
//   stride    quantum (10)
//   fair      latency (48), granularity (6): ms, as in OSTEP chapter 9
//   edf       –
//
// All times are in milliseconds and may have a fraction.
//
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/time.hpp"

namespace interleave {

// Complete and valid: every member has its default or what was asked for.
struct PolicyOptions {
    std::string policy = "rr";
    std::uint64_t seed = 1;                                   // of the lottery
    std::vector<Duration> quantum{std::chrono::milliseconds{10}};  // one for each queue of mlfq, else one
    bool preemptive = true;
    bool lowNumberFirst = true;
    Duration aging{};
    std::uint32_t queues = 3;
    std::vector<std::uint32_t> allotment{1};                  // one for each queue
    Duration boost{};
    bool stay = false;
    bool ioBump = false;
    Duration latency = std::chrono::milliseconds{48};
    Duration granularity = std::chrono::milliseconds{6};
};

struct PolicyOption {
    std::string name;          // "low-number-first"
    std::string defaultValue;  // as one would type it
    std::string (*range)();    // "a number of ms from 0 (never) to 600000", in the language spoken; for errors
};

struct PolicyName {
    std::string name;   // "mlfq"
    std::string title;  // "multi-level feedback queue"
    std::vector<PolicyOption> options;
};

// In the order in which they are taught.
std::span<const PolicyName> policies();
const PolicyName* findPolicy(std::string_view name);
// "there is no policy 'x': choose …"
std::string noSuchPolicy(std::string_view name);

using OptionValues = std::vector<std::pair<std::string, std::string>>;
// Refuses an unknown policy, an option that the policy does not have, and a value out of range, naming what is valid.
Expected<PolicyOptions> readPolicyOptions(std::string_view policy, const OptionValues& given, std::uint64_t seed = 1);

}  // namespace interleave
