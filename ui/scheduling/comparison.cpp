#include "ui/scheduling/comparison.hpp"

#include <algorithm>

#include "core/trace/schedule_table.hpp"
#include "ui/live/result_words.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

// A chart of a run with more is no chart any more.
constexpr std::size_t kMostBars = 4000;

std::optional<double> numberIn(const Store& store, const std::string& name) {
    for (const auto& [key, value] : store.results()) {
        if (key != name || value.type == ResultType::boolean) continue;
        return value.type == ResultType::real ? value.real : static_cast<double>(value.integer);
    }
    return std::nullopt;
}

}  // namespace

QString Comparison::nameOf(const Runs& runs, std::size_t index) {
    const RunFacts& facts = runs[index]->facts();
    if (!facts.variant.empty()) return QString::fromStdString(facts.variant);
    return tr("%1: %2", "a run's place and its runtime").arg(index + 1).arg(Words::runtime(facts.runtime));
}

std::vector<ComparedNumber> Comparison::numbers(const Runs& runs, std::size_t most) {
    std::vector<ComparedNumber> numbers;
    if (runs.empty()) return numbers;
    for (const auto& [name, value] : runs.front()->results()) {
        if (numbers.size() == most) break;
        ComparedNumber number{resultLabel(*runs.front(), name), {}};
        for (const auto& run : runs) {
            if (const auto told = numberIn(*run, name)) number.values.push_back(*told);
        }
        if (number.values.size() == runs.size()) numbers.push_back(std::move(number));
    }
    return numbers;
}

GanttChart Comparison::chart(const Runs& runs, std::vector<std::size_t>& runOfStrip) {
    GanttChart chart;
    runOfStrip.clear();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Store& store = *runs[i];
        if (store.totals().events > kMostBars * 100) continue;
        const ScheduleTable table = scheduleTableOf(store);
        if (table.slices.size() > kMostBars) continue;
        const std::size_t first = chart.strips.size();
        for (std::uint32_t core = 0; core < table.cores; ++core) {
            const QString name = nameOf(runs, i);
            chart.strips.push_back({table.cores == 1 ? name : tr("%1, core %2").arg(name).arg(core), {}});
            runOfStrip.push_back(i);
        }
        for (const CoreSlice& slice : table.slices) {
            if (!slice.actor.exists()) continue;
            const ActorRecord& actor = store.actor(slice.actor);
            chart.strips[first + slice.core].bars.push_back(
                {milliseconds(slice.begin), milliseconds(slice.end), actor.hue, QString::fromStdString(actor.name)});
        }
        chart.length = std::max(chart.length, milliseconds(table.length));
    }
    return chart;
}

bool needsPowersOfTen(const std::vector<ComparedNumber>& numbers) {
    constexpr double kFarApart = 30;
    double least = 0;
    double most = 0;
    for (const ComparedNumber& number : numbers) {
        for (const double value : number.values) {
            if (value <= 0) return false;  // has no logarithm
            least = least == 0 ? value : std::min(least, value);
            most = std::max(most, value);
        }
    }
    return least > 0 && numbers.size() == 1 && most / least > kFarApart / 4;
}

}  // namespace interleave::ui
