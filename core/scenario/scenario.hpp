// What can be run: the scenarios by id, with the runtimes they run on and the parameters they take.
// Titles and texts are not here but in resources/scenarios, in both languages.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/trace/run_facts.hpp"

namespace interleave {

class Lab;
class Self;
class Task;

// A folder: the path of one; a person chooses it in the window.
enum class ParamType : std::uint8_t { integer, real, boolean, choice, text, folder };

struct Param {
    std::string name;                  // "capacity": letters, digits and hyphens
    ParamType type = ParamType::integer;
    std::string defaultValue;          // as it would be typed: "4", "0.5", "true", "priority"
    double min = 0;                    // for numbers
    double max = 0;
    std::vector<std::string> choices;  // for a choice
    std::string unit;                  // "ms", "items"; "" where there is none
    // For a text or a folder: refuses one that makes no sense.
    Expected<void> (*check)(std::string_view value) = nullptr;
};

using ParamValues = std::vector<std::pair<std::string, std::string>>;

// One of the runs that a comparing scenario is made of.
struct Variant {
    std::string name;                  // "srtf": letters, digits and hyphens
    RuntimeKind runtime{};
    ParamValues params;                // over what was asked for
};

// What compared runs show as a line: a number that they tell over a parameter, a line for each value of another one.
struct Curve {
    std::string along;                 // a whole number
    std::string by;
    std::string result;
};

struct Scenario {
    std::string id;                    // "locks/deadlock"
    std::vector<RuntimeKind> runtimes; // those that it really runs on, in the order of the window's switch
    RuntimeKind defaultRuntime{};
    Pace defaultPace = Pace::free;
    std::vector<Pace> paces;           // those that make sense here
    std::vector<Param> params;
    std::vector<std::string> next;     // ids to go on to; those that do not exist are not shown
    void (*body)(Lab&) = nullptr;
    // Refuses values that are fine by themselves but not together; `complete` has them all. Null: any will do.
    Expected<void> (*check)(const ParamValues& complete, std::uint32_t cores) = nullptr;
    // The runs to make and to put side by side, in their order. Null: just one.
    std::vector<Variant> (*variants)(const ParamValues& complete, RuntimeKind chosen) = nullptr;
    // What a plot of its runs shows. Nothing: it has none.
    std::optional<Curve> curve = {};
    // It measures what switches cost: the kernel's records of them, about 1 µs each, are turned off.
    bool timesSwitches = false;
    // It takes a fatal signal on purpose: a run that one ends is no crash.
    bool mayBeKilled = false;
    // What an actor runs that is a program started anew (Lab::spawnFresh), with the argument it was given. The body has
    // not been run there: as where Python imports a module again, there is what stands at file scope,
    // as it is at first.
    Task (*fresh)(Lab&, Self, std::int64_t) = nullptr;

    std::string_view chapter() const { return std::string_view(id).substr(0, id.find('/')); }
    bool runsOn(RuntimeKind runtime) const;
    const Param* param(std::string_view name) const;
};

// All of them, in the order in which they are shown.
std::span<const Scenario> scenarios();
const Scenario* findScenario(std::string_view id);

// The given values over the defaults, in the scenario's order. Refuses an unknown name, and a value of the wrong type
// or out of range, naming the valid ones.
Expected<ParamValues> completeParams(const Scenario& scenario, const ParamValues& given);

}  // namespace interleave
