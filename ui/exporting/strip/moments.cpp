#include "ui/exporting/strip/moments.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "ui/live/lesson_run.hpp"
#include "ui/narration/narrator.hpp"

namespace interleave::ui {
namespace {

std::vector<TraceTime> spreadOver(TimeRange range, int count) {
    std::vector<TraceTime> moments;
    // The last one is the end: a story without it says nothing.
    for (int i = 1; i <= count; ++i) moments.push_back(range.begin + range.length() * i / count);
    return moments;
}

std::vector<TraceTime> chosenIn(const Store& store, const std::vector<Duration>& since) {
    const TimeRange span = store.span();
    std::vector<TraceTime> moments;
    for (const Duration each : since) moments.push_back(std::clamp(TraceTime{} + each, span.begin, span.end));
    return moments;
}

std::optional<TraceTime> firstOf(const Store& store, EventKind kind) {
    const auto& events = store.events();
    for (std::size_t i = events.first(); i < events.end(); ++i)
        if (events[i].kind == kind) return events[i].at();
    return std::nullopt;
}

// Of moments that lie so near each other that they would look alike the last one stays: it shows what came of them.
void mergeNeighbours(std::vector<TraceTime>& moments, Duration near) {
    std::vector<TraceTime> kept;
    for (const TraceTime at : moments) {
        if (!kept.empty() && at - kept.back() <= near) kept.back() = at;
        else kept.push_back(at);
    }
    moments = std::move(kept);
}

StripMoment told(const Store& store, TraceTime at) {
    const Narration narration = Narrator(store, at).narrate();
    return {at, narration.headline, narration.severity == Severity::alarm};
}

// The lesson's steps that this run has, with their own sentences.
Expected<std::vector<StripMoment>> lessonSteps(const Store& store) {
    const std::string& scenario = store.facts().scenario;
    const std::vector<LessonStep>& steps = scenarioText(scenario).steps;
    if (steps.empty())
        return refused(Sentence(
            "Exporting", "this scenario has no steps: choose the moments by number or by time"));
    const std::shared_ptr<const Store> unowned(std::shared_ptr<const Store>{}, &store);
    const std::vector<FoundStep> found = findSteps(steps, {unowned}, linesOf(scenario));
    std::vector<StripMoment> moments;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!found[i].moment) continue;
        const TraceTime at = found[i].moment->at;
        moments.push_back({at, steps[i].text.shown(), Narrator(store, at).narrate().severity == Severity::alarm});
    }
    if (moments.empty())
        return refused(Sentence(
            "Exporting", "this run has none of the lesson's steps: choose the moments by number or by time"));
    std::ranges::stable_sort(moments, {}, &StripMoment::at);
    if (moments.size() > kMostMoments) moments.resize(kMostMoments);
    return moments;
}

// The part of the run that is seen; all of it where that is nothing.
TimeRange withinRun(TimeRange visible, TimeRange run) {
    const TimeRange part{std::max(visible.begin, run.begin), std::min(visible.end, run.end)};
    return visible.empty() || part.empty() ? run : part;
}

}  // namespace

std::vector<TraceTime> turningPoints(const Store& store) {
    std::vector<TraceTime> moments;
    const auto add = [&](std::optional<TraceTime> at) {
        if (at) moments.push_back(*at);
    };
    for (const EventKind kind :
         {EventKind::lockAcquired, EventKind::lockWanted, EventKind::queueFull, EventKind::queueEmpty})
        add(firstOf(store, kind));
    if (!store.lostUpdates().empty()) add(store.lostUpdates().front().at);
    if (!store.deadlocks().empty()) add(store.deadlocks().front().at);
    add(store.span().end);
    std::ranges::sort(moments);
    mergeNeighbours(moments, store.span().length() / 100);
    return moments;
}

Expected<std::vector<StripMoment>> stripMoments(const Store& store, const StripMoments& wanted, TimeRange visible) {
    if (store.actors().empty())
        return refused(Sentence("Exporting", "nothing has run yet: a strip needs a run"));
    std::vector<TraceTime> times;
    switch (wanted.choice) {
        case StripMoments::Choice::spread: times = spreadOver(withinRun(visible, store.span()), wanted.count); break;
        case StripMoments::Choice::turningPoints: times = turningPoints(store); break;
        case StripMoments::Choice::chosen: times = chosenIn(store, wanted.at); break;
        case StripMoments::Choice::steps: return lessonSteps(store);
    }
    std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::vector<StripMoment> moments;
    for (const TraceTime at : times) {
        StripMoment moment = told(store, at);
        // After a deadlock nothing new happens: its end says nothing that has not been said.
        const bool saidAlready = !moments.empty() && moments.back().sentence == moment.sentence;
        if (wanted.choice == StripMoments::Choice::turningPoints && saidAlready) continue;
        moments.push_back(std::move(moment));
    }
    return moments;
}

}  // namespace interleave::ui
