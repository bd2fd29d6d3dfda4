#include "ui/live/lesson_run.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "ui/live/listing.hpp"

namespace interleave::ui {
namespace {

// Of the runs, the one of that variant; as many as there are where none is.
std::size_t runOf(const QString& variant, const Runs& runs) {
    const std::string name = variant.toStdString();
    const auto found = std::ranges::find_if(runs, [&](const auto& run) { return run->facts().variant == name; });
    return static_cast<std::size_t>(found - runs.begin());
}

// How far it is to the step beside it on the same run, ns; 0 where there is none, or both are at one instant.
std::int64_t nearestStep(const std::vector<FoundStep>& steps, std::size_t index) {
    std::int64_t nearest = 0;
    for (std::size_t i = index > 0 ? index - 1 : 0; i <= index + 1 && i < steps.size(); ++i) {
        if (i == index || !steps[i].moment || steps[i].run != steps[index].run) continue;
        const std::int64_t apart = std::abs((steps[i].moment->at - steps[index].moment->at).count());
        if (apart > 0 && (nearest == 0 || apart < nearest)) nearest = apart;
    }
    return nearest;
}

}  // namespace

bool isMeantFor(const LessonStep& step, RuntimeKind runtime) {
    return step.runtimes.empty() || std::ranges::find(step.runtimes, runtime) != step.runtimes.end();
}

std::vector<FoundStep> findSteps(const std::vector<LessonStep>& steps, const Runs& runs, const TaggedLines& lines) {
    std::vector<FoundStep> found;
    std::size_t run = runs.empty() ? 0 : runs.size() - 1;
    std::map<std::size_t, Moment> before;  // the last moment found, by run
    for (const LessonStep& step : steps) {
        if (!step.variant.isEmpty()) run = runOf(step.variant, runs);
        FoundStep& each = found.emplace_back(FoundStep{run, {}});
        if (run >= runs.size() || !isMeantFor(step, runs[run]->facts().runtime)) continue;
        const auto last = before.find(run);
        each.moment =
            findMoment(*runs[run], step.at, lines, last == before.end() ? std::nullopt : std::optional(last->second));
        if (each.moment) before.insert_or_assign(run, *each.moment);
    }
    return found;
}

int Verdict::right() const {
    if (std::ranges::count(holds, true) != 1) return -1;
    return static_cast<int>(std::ranges::find(holds, true) - holds.begin());
}

Verdict judge(const std::vector<Choice>& choices, const Runs& runs) {
    Verdict verdict;
    const RunValues values(runs);
    for (const Choice& choice : choices) {
        const auto held = holds(choice.when, values);
        if (!held) verdict.trouble = held.error().what;
        verdict.holds.push_back(held.value_or(false));
    }
    return verdict;
}

TaggedLines taggedLines(const QString& cpp) {
    TaggedLines lines;
    std::uint16_t number = 0;
    for (const MarkedLine& line : markedCpp(cpp)) {
        ++number;
        for (const QString& tag : line.tags) lines.emplace(tag.toStdString(), number);
    }
    return lines;
}

const TaggedLines& linesOf(std::string_view scenario) {
    static std::map<std::string, TaggedLines, std::less<>> known;
    if (const auto found = known.find(scenario); found != known.end()) return found->second;
    std::string id(scenario);
    TaggedLines lines = taggedLines(cppListing(QString::fromStdString(id)));
    return known.emplace(std::move(id), std::move(lines)).first->second;
}

TimeRange rangeShowing(const std::vector<FoundStep>& steps, std::size_t index, TimeRange span) {
    constexpr std::int64_t kShortest = 250;  // of a view: less of it would be but a few pixels
    constexpr std::int64_t kGood = 40;       // of a view: can be seen with what lies around it
    const Moment& moment = *steps[index].moment;
    std::int64_t length = (moment.until - moment.at).count();
    if (length == 0) length = nearestStep(steps, index);
    const std::int64_t width = length * kGood;
    if (length == 0 || length >= span.length().count() / kShortest) return span;
    const TraceTime begin = moment.at - Duration{width * 2 / 5};
    return {begin, begin + Duration{width}};
}

}  // namespace interleave::ui
