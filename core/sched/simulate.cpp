#include "core/sched/simulate.hpp"

#include <algorithm>

#include "core/sched/virtual_cores.hpp"

namespace interleave {
namespace {

// Plays a list of jobs, and writes down who was where.
class JobPlayer final : public VirtualTasks {
public:
    explicit JobPlayer(const std::vector<Job>& jobs) : m_jobs(jobs), m_progress(jobs.size()) {
        m_schedule.jobs.resize(jobs.size());
    }

    Schedule play(RunQueues queues, const Machine& machine) {
        VirtualCores cores{std::move(queues), {machine.cores, machine.switchCost, machine.migrationCost}, *this};
        m_cores = &cores;
        for (std::uint32_t i = 0; i < m_jobs.size(); ++i) cores.add({i}, m_jobs[i].arrival, m_jobs[i].declaration());
        cores.run();
        m_schedule.switches = cores.switches();
        m_schedule.migrations = cores.migrations();
        std::ranges::stable_sort(m_schedule.slices, {}, [](const ScheduleSlice& s) {
            return std::pair{s.begin, s.core};
        });
        return std::move(m_schedule);
    }

    Demand goOn(ActorId id, Duration) override {
        const Job& job = m_jobs[id.value];
        std::size_t& next = m_progress[id.value].nextBurst;
        if (next == job.bursts.size()) {
            complete(id.value);
            return {};
        }
        const auto kind = next % 2 == 0 ? Demand::Kind::compute : Demand::Kind::sleep;
        return {kind, job.bursts[next++]};
    }

    void dispatched(ActorId id, std::uint32_t, const RunQueues::Taken&) override {
        Progress& progress = m_progress[id.value];
        progress.since = m_cores->now();
        if (progress.nextBurst == 0) m_schedule.jobs[id.value].start = m_cores->now();
    }

    void left(ActorId id, std::uint32_t core) override {
        Progress& progress = m_progress[id.value];
        const Duration now = m_cores->now();
        if (now == progress.since) return;
        // Picked again at the very moment that its slice ended: it never left.
        auto& slices = m_schedule.slices;
        if (progress.hasSlice) {
            ScheduleSlice& last = slices[progress.lastSlice];
            if (last.core == core && last.end == progress.since) {
                last.end = now;
                return;
            }
        }
        progress.lastSlice = slices.size();
        progress.hasSlice = true;
        slices.push_back({core, id.value, progress.since, now});
    }

private:
    struct Progress {
        std::size_t nextBurst = 0;
        Duration since{};           // on its core
        std::size_t lastSlice = 0;
        bool hasSlice = false;
    };

    void complete(std::size_t index) {
        const Job& job = m_jobs[index];
        JobTimes& times = m_schedule.jobs[index];
        times.arrival = job.arrival;
        times.completion = m_cores->now();
        times.waiting = times.turnaround() - job.cpu() - job.io();
        times.missedDeadline = job.deadline && times.turnaround() > *job.deadline;
    }

    const std::vector<Job>& m_jobs;
    std::vector<Progress> m_progress;
    VirtualCores* m_cores = nullptr;
    Schedule m_schedule;
};

template <class Time>
double averageMs(const std::vector<JobTimes>& jobs, Time time) {
    double sum = 0;
    for (const JobTimes& job : jobs) sum += milliseconds(time(job));
    return jobs.empty() ? 0 : sum / static_cast<double>(jobs.size());
}

}  // namespace

Duration Schedule::end() const {
    Duration latest{};
    for (const JobTimes& job : jobs) latest = std::max(latest, job.completion);
    return latest;
}

double Schedule::averageWaitingMs() const { return averageMs(jobs, [](const JobTimes& j) { return j.waiting; }); }
double Schedule::averageTurnaroundMs() const {
    return averageMs(jobs, [](const JobTimes& j) { return j.turnaround(); });
}
double Schedule::averageResponseMs() const { return averageMs(jobs, [](const JobTimes& j) { return j.response(); }); }

Expected<void> checkMachine(const std::vector<Job>& jobs, const Machine& machine) {
    for (const Job& job : jobs) {
        if (!job.core) continue;
        if (*job.core >= machine.cores)
            return refused(Sentence("Jobs", "job {} wants core {}, but there are {}: cores are counted from 0")
                               .of(job.name, *job.core, machine.cores));
        if (machine.queues.layout != QueueLayout::oneForEachCore)
            return refused(
                Sentence("Jobs", "job {} wants core {}: that needs a queue for each core (ready-queues=per-core)")
                    .of(job.name, *job.core));
    }
    return {};
}

Expected<Schedule> simulate(const std::vector<Job>& jobs, const PolicyOptions& policy, const Machine& machine) {
    if (auto possible = checkMachine(jobs, machine); !possible) return tl::unexpected(possible.error());
    auto queues = RunQueues::make(policy, machine.queues, machine.cores);
    if (!queues) return tl::unexpected(queues.error());
    return JobPlayer{jobs}.play(std::move(*queues), machine);
}

}  // namespace interleave
