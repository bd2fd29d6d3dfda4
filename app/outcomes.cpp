#include "app/outcomes.hpp"

#include <algorithm>
#include <optional>

namespace interleave::app {
namespace {

std::optional<double> resultNamed(const Store& store, std::string_view wanted) {
    for (const auto& [name, value] : store.results())
        if (name == wanted) return value.type == ResultType::real ? value.real : static_cast<double>(value.integer);
    return std::nullopt;
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
    ++m_runs;
    if (wentWrong(store)) ++m_wrong;
    Json results = resultsJson(store);
    const Ended ended = store.facts().ended;
    const auto same = std::find_if(m_all.begin(), m_all.end(), [&](const Outcome& outcome) {
        return outcome.ended == ended && outcome.results == results;
    });
    if (same != m_all.end()) ++same->count;
    else m_all.push_back({std::move(results), ended, 1});
}

Json Outcomes::json(const Store& last) const {
    Json outcomes = Json::array();
    for (const Outcome& outcome : m_all)
        outcomes.push_back({{"results", outcome.results}, {"ended", nameOf(outcome.ended)}, {"count", outcome.count}});
    return {{"repeat", m_runs}, {"wrong", m_wrong}, {"outcomes", outcomes}, {"last", runJson(last)}};
}

}  // namespace interleave::app
