#include "core/trace/schedule_table.hpp"

#include <algorithm>
#include <numeric>

namespace interleave {
namespace {

// The scheduler's time 0: an actor that arrives later is created then, and so is everyone at the start.
TraceTime originOf(const Store& store) {
    TraceTime origin = kEndOfTime;
    for (const ActorRecord& actor : store.actors()) origin = std::min(origin, std::min(actor.started, kEndOfTime));
    return origin == kEndOfTime ? TraceTime{} : origin;
}

template <class Each>
void forEachInterval(const IntervalLane& lane, TraceTime until, Each each) {
    for (std::size_t i = lane.first(); i < lane.end(); ++i) {
        Interval interval = lane.at(i, until);
        if (interval.begin >= until) return;
        interval.end = std::min(interval.end, until);
        each(interval);
    }
}

JobRow rowOf(const Store& store, ActorId id, TraceTime origin, TraceTime until) {
    const ActorRecord& actor = store.actor(id);
    JobRow row;
    row.actor = id;
    row.name = actor.name;
    row.priority = actor.priority;
    std::optional<TraceTime> arrived;
    forEachInterval(actor.states, until, [&](const Interval& interval) {
        const StateClass state = store.looks()[interval.look].state();
        if (state == StateClass::ready || state == StateClass::running) {
            if (!arrived) arrived = interval.begin;
        }
        if (state == StateClass::ready) row.waiting += interval.length();
        if (state == StateClass::running) {
            row.cpu += interval.length();
            if (!row.start) row.start = interval.begin - origin;
        }
    });
    // What was declared is exact; a timer goes off a little later.
    row.arrival =
        actor.arrival.count() > 0 ? actor.arrival : std::max(Duration{}, arrived.value_or(actor.created) - origin);
    if (actor.ended < until || (actor.ended != kEndOfTime && actor.ended <= until))
        row.completion = actor.ended - origin;
    if (actor.deadline.count() > 0) {
        row.deadline = actor.deadline;
        const Duration end = row.completion.value_or(until - origin);
        row.missedDeadline = end > row.arrival + actor.deadline;
    }
    return row;
}

void addSlices(const Store& store, TraceTime origin, TraceTime until, ScheduleTable& table) {
    std::vector<std::optional<std::uint32_t>> lastCore(store.actors().size());
    for (std::uint32_t core = 0; core < store.cores().size(); ++core) {
        const IntervalLane& lane = store.cores()[core].actors;
        if (lane.empty()) continue;
        const std::uint32_t index = table.cores++;
        Duration busy{};
        ActorId before;
        const std::size_t first = table.slices.size();
        forEachInterval(lane, until, [&](const Interval& interval) {
            const Look& look = store.looks()[interval.look];
            if (look.laneClass == 0) return;
            busy += interval.length();
            if (before.exists() && before != look.actor()) ++table.switches;
            const bool goesOn = before == look.actor() && first < table.slices.size() &&
                                table.slices.back().end == interval.begin - origin;
            before = look.actor();
            if (goesOn) table.slices.back().end = interval.end - origin;  // picked again as its slice ended
            else table.slices.push_back({index, look.actor(), interval.begin - origin, interval.end - origin});
        });
        table.busy.push_back(busy);
    }
    std::ranges::stable_sort(table.slices, {}, [](const CoreSlice& s) { return std::pair{s.begin, s.core}; });
    for (const CoreSlice& slice : table.slices) {
        if (!slice.actor.exists() || slice.actor.value >= lastCore.size()) continue;
        auto& last = lastCore[slice.actor.value];
        if (last && *last != slice.core) ++table.migrations;
        last = slice.core;
    }
}

template <class Number>
double averageMs(const std::vector<JobRow>& jobs, Number number) {
    double sum = 0;
    std::size_t count = 0;
    for (const JobRow& job : jobs) {
        if (const std::optional<Duration> value = number(job)) {
            sum += milliseconds(*value);
            ++count;
        }
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace

double ScheduleTable::averageWaitingMs() const {
    return averageMs(jobs, [](const JobRow& job) { return std::optional{job.waiting}; });
}
double ScheduleTable::averageTurnaroundMs() const {
    return averageMs(jobs, [](const JobRow& job) { return job.turnaround(); });
}
double ScheduleTable::averageResponseMs() const {
    return averageMs(jobs, [](const JobRow& job) { return job.response(); });
}

double ScheduleTable::utilization() const {
    if (cores == 0 || length.count() <= 0) return 0;
    const Duration sum = std::accumulate(busy.begin(), busy.end(), Duration{});
    return static_cast<double>(sum.count()) / (static_cast<double>(length.count()) * cores);
}

double ScheduleTable::throughput() const {
    const auto done = std::ranges::count_if(jobs, [](const JobRow& job) { return job.completion.has_value(); });
    return length.count() > 0 ? static_cast<double>(done) / seconds(length) : 0;
}

// Jain, Chiu, Hawe 1984: (sum of x)² / (n · sum of x²),
// x being the share of its time in the system that a job computed.
double ScheduleTable::fairness() const {
    double sum = 0;
    double squares = 0;
    std::size_t count = 0;
    for (const JobRow& job : jobs) {
        const Duration there = job.cpu + job.waiting;
        if (there.count() <= 0) continue;
        const double share = static_cast<double>(job.cpu.count()) / static_cast<double>(there.count());
        sum += share;
        squares += share * share;
        ++count;
    }
    return squares > 0 ? sum * sum / (static_cast<double>(count) * squares) : 1;
}

std::size_t ScheduleTable::deadlineMisses() const {
    return static_cast<std::size_t>(std::ranges::count_if(jobs, &JobRow::missedDeadline));
}

ScheduleTable scheduleTableOf(const Store& store, TraceTime t) {
    const TraceTime until = std::min(t, store.span().end);
    ScheduleTable table;
    const TraceTime origin = originOf(store);
    table.origin = origin - TraceTime{};
    Duration last{};
    bool allDone = true;
    for (std::uint32_t i = 0; i < store.actors().size(); ++i) {
        if (store.actors()[i].created > until) continue;
        table.jobs.push_back(rowOf(store, {i}, origin, until));
        if (table.jobs.back().completion) last = std::max(last, *table.jobs.back().completion);
        else allDone = false;
    }
    table.length = allDone && !table.jobs.empty() ? last : std::max(Duration{}, until - origin);
    addSlices(store, origin, until, table);
    return table;
}

}  // namespace interleave
