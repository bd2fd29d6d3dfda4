#include "core/session/outcomes.hpp"

#include <algorithm>
#include <optional>

namespace interleave {
namespace {

std::optional<double> resultNamed(const Store& store, std::string_view wanted) {
    for (const auto& [name, value] : store.results())
        if (name == wanted) return value.type == ResultType::real ? value.real : static_cast<double>(value.integer);
    return std::nullopt;
}

bool isSame(const Outcome& a, const Outcome& b) {
    return a.ended == b.ended && a.wrong == b.wrong &&
           std::ranges::equal(a.results, b.results, [](const auto& one, const auto& other) {
               return one.first == other.first && one.second.type == other.second.type &&
                      one.second.integer == other.second.integer;
           });
}

}  // namespace

bool wentWrong(const Store& store) {
    const Ended ended = store.facts().ended;
    if (ended == Ended::deadlocked || ended == Ended::stalled || ended == Ended::crashed) return true;
    if (!store.deadlocks().empty() || store.totals().violations > 0) return true;
    if (resultNamed(store, "lost").value_or(0) > 0) return true;
    const auto expected = resultNamed(store, "expected");
    const auto actual = resultNamed(store, "actual");
    return expected && actual && *expected != *actual;
}

void Outcomes::add(const Store& store) {
    Outcome outcome{.results = {}, .ended = store.facts().ended, .wrong = wentWrong(store), .runs = {m_runs++}};
    if (outcome.wrong) ++m_wrong;
    std::ranges::copy_if(store.results(), std::back_inserter(outcome.results),
                         [](const auto& result) { return result.second.type != ResultType::real; });
    const auto same = std::ranges::find_if(m_all, [&](const Outcome& known) { return isSame(known, outcome); });
    if (same != m_all.end()) same->runs.push_back(outcome.runs.front());
    else m_all.push_back(std::move(outcome));
}

std::vector<Outcome> Outcomes::byCount() const {
    std::vector<Outcome> sorted = m_all;
    std::ranges::stable_sort(sorted, std::greater{}, &Outcome::count);
    return sorted;
}

}  // namespace interleave
