// What may be claimed of a finished run, in words: "lost > 0 and ended == finished", "processes.ms < 2 * threads.ms".
//
//   CLAIM       comparisons joined by `and` / `or`; `and` binds tighter
//   comparison  OPERAND (== != < <= > >=) OPERAND
//   OPERAND     a number, a word (deadlocked, true), a name, or number * name
//
// Names are those of RunValues; a word is what is no name of the run's. They hold letters, digits and _ - .
//
// Thread safety: pure.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.hpp"
#include "core/trace/store.hpp"

namespace interleave {

struct Operand {
    double number = 1;     // by itself, or what the name's value is multiplied by
    std::string name;      // a name or a word; empty: the number alone
    bool scaled = false;   // number * name: then it is no word
    friend bool operator==(const Operand&, const Operand&) = default;
};
enum class Relation : std::uint8_t { equal, unequal, less, lessOrEqual, greater, greaterOrEqual };
struct Comparison {
    Operand left;
    Relation relation{};
    Operand right;
    friend bool operator==(const Comparison&, const Comparison&) = default;
};
struct Claim {
    std::vector<std::vector<Comparison>> anyOfAll;  // one of the lists holds whole
    bool empty() const { return anyOfAll.empty(); }
    friend bool operator==(const Claim&, const Claim&) = default;
};

// Refuses, in one sentence, what is not of that grammar.
Expected<Claim> parseClaim(std::string_view words);

struct RunValue {
    std::optional<double> number;
    std::string word;  // may stand beside the number: true is 1, too
};

// What a finished run, or all the runs of a comparison, can be asked for:
//   its results                        of a comparison "variant.name"; of its only run "name", too
//   ended, deadlocks, wall_ms,         of a comparison: the gravest end, and sums; "variant.ended" is that of one run
//   actors, switches, lost_updates
//   QUEUE.max_level, .puts, .gets      of a queue, by its name; of a comparison "variant.QUEUE.max_level"
//   actor.NAME.running_ms, .ready_ms,  how long an actor of that name was so, as the lanes show it; of several, added up;
//   actor.NAME.waiting_ms              of a run with hundreds of actors, none
//   param.NAME                         a parameter's value
class RunValues {
public:
    explicit RunValues(const std::vector<std::shared_ptr<const Store>>& runs);
    explicit RunValues(const Store& run);

    std::optional<RunValue> find(std::string_view name) const;

private:
    void add(const Store& run);
    void addResults(const Store& run, const std::string& prefix);
    void addFigures(const Store& run, const std::string& prefix);
    void addStates(const Store& run, const std::string& prefix);
    void addUp(const std::string& name, double more);

    std::map<std::string, RunValue, std::less<>> m_values;
};

// Refuses a comparison that cannot be made: of a name that the run does not know, of a word with a number.
Expected<bool> holds(const Claim& claim, const RunValues& values);

}  // namespace interleave
