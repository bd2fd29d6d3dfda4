#include "core/sched/job.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/sched/random.hpp"

namespace interleave {
namespace {

constexpr double kLongestMs = 600'000;
constexpr int kMostPriority = 999;
constexpr const char* kKeys = "name, arrival, cpu, io, priority, nice, tickets, deadline, core";

template <class Number>
std::optional<Number> numberIn(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

Expected<Duration> timeIn(std::string_view job, std::string_view key, std::string_view text, double least) {
    const auto ms = numberIn<double>(text);
    if (ms && std::isfinite(*ms) && *ms >= least && *ms <= kLongestMs)
        return Duration{static_cast<std::int64_t>(std::llround(*ms * 1e6))};
    return refused(Sentence("Jobs", "{}={} is out of place in job {}: give a number of ms from {} to {}")
                       .of(key, text, job, least, kLongestMs));
}

template <class Number>
Expected<Number> wholeIn(std::string_view job, std::string_view key, std::string_view text, Number least, Number most) {
    const auto number = numberIn<Number>(text);
    if (number && *number >= least && *number <= most) return *number;
    return refused(Sentence("Jobs", "{}={} is out of place in job {}: give a whole number from {} to {}")
                       .of(key, text, job, least, most));
}

// The next CPU or I/O burst. Two of a kind, one after the other, are one.
Expected<void> addBurst(Job& job, std::string_view key, std::string_view text) {
    constexpr double kLeastMs = 0.001;
    const auto length = timeIn(job.name, key, text, key == "cpu" ? kLeastMs : 0);
    if (!length) return tl::unexpected(length.error());
    const bool isCpu = key == "cpu";
    const bool cpuIsNext = job.bursts.size() % 2 == 0;
    if (!isCpu && job.bursts.empty())
        return refused(Sentence("Jobs", "job {} begins with io: a job begins with cpu").of(job.name));
    if (isCpu == cpuIsNext) job.bursts.push_back(*length);
    else job.bursts.back() += *length;
    return {};
}

template <class Number, class Result>
Expected<void> keep(Result& member, const Expected<Number>& value) {
    if (!value) return tl::unexpected(value.error());
    member = *value;
    return {};
}

Expected<void> setKey(Job& job, std::string_view key, std::string_view value) {
    if (key == "cpu" || key == "io") return addBurst(job, key, value);
    if (key == "arrival") return keep(job.arrival, timeIn(job.name, key, value, 0));
    if (key == "deadline") return keep(job.deadline, timeIn(job.name, key, value, 0.001));
    if (key == "priority") return keep(job.priority, wholeIn(job.name, key, value, -kMostPriority, kMostPriority));
    if (key == "nice") return keep(job.nice, wholeIn(job.name, key, value, -20, 19));
    if (key == "tickets") return keep(job.tickets, wholeIn<std::int64_t>(job.name, key, value, 1, 1'000'000));
    if (key == "core") return keep(job.core, wholeIn<std::uint32_t>(job.name, key, value, 0, 63));
    return refused(Sentence("Jobs", "job {} has no '{}': it takes {}").of(job.name, key, kKeys));
}

Expected<void> checkBursts(const Job& job) {
    if (job.bursts.empty()) return refused(Sentence("Jobs", "job {} computes nothing: give it cpu=…").of(job.name));
    if (job.bursts.size() % 2 == 0)
        return refused(Sentence("Jobs", "job {} ends with io: a job ends with cpu").of(job.name));
    return {};
}

Expected<std::vector<Job>> checkedList(std::vector<Job> jobs) {
    if (jobs.empty()) return refused(Sentence("Jobs", "there are no jobs: give at least one"));
    if (jobs.size() > kMostJobs)
        return refused(Sentence("Jobs", "{} jobs are too many: give at most {}").of(jobs.size(), kMostJobs));
    std::set<std::string_view> names;
    for (const Job& job : jobs) {
        if (!names.insert(job.name).second)
            return refused(Sentence("Jobs", "two jobs are called {}: give each its own name").of(job.name));
    }
    return jobs;
}

Expected<std::vector<Job>> parseBurstList(std::string_view text) {
    std::vector<Job> jobs;
    for (const std::string_view length : split(text, ',')) {
        Job job;
        job.name = fmt::format("P{}", jobs.size() + 1);
        if (auto added = addBurst(job, "cpu", length); !added) return tl::unexpected(added.error());
        jobs.push_back(std::move(job));
    }
    return checkedList(std::move(jobs));
}

std::string msText(Duration time) { return fmt::format("{}", static_cast<double>(time.count()) / 1e6); }

}  // namespace

Duration Job::cpu() const {
    Duration sum{};
    for (std::size_t i = 0; i < bursts.size(); i += 2) sum += bursts[i];
    return sum;
}

Duration Job::io() const {
    Duration sum{};
    for (std::size_t i = 1; i < bursts.size(); i += 2) sum += bursts[i];
    return sum;
}

TaskDeclaration Job::declaration() const {
    TaskDeclaration declared{
        .priority = priority, .nice = nice, .tickets = tickets, .deadline = deadline, .bursts = {}, .core = core};
    for (std::size_t i = 0; i < bursts.size(); i += 2) declared.bursts.push_back(bursts[i]);
    return declared;
}

Expected<Job> parseJob(std::string_view text, std::size_t place) {
    Job job;
    job.name = fmt::format("P{}", place);
    const auto parts = split(text, ',');
    // The name first, wherever it stands: the errors below speak of it.
    for (const std::string_view part : parts) {
        if (part.starts_with("name=") && part.size() > 5) job.name = trimmed(part.substr(5));
    }
    for (const std::string_view part : parts) {
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos)
            return refused(Sentence("Jobs", "\"{}\" in job {} is no key=value: it takes {}").of(part, job.name, kKeys));
        const std::string_view key = trimmed(part.substr(0, equals));
        if (key == "name") continue;
        if (auto set = setKey(job, key, trimmed(part.substr(equals + 1))); !set) return tl::unexpected(set.error());
    }
    if (auto bursts = checkBursts(job); !bursts) return tl::unexpected(bursts.error());
    return job;
}

Expected<std::vector<Job>> parseJobs(std::string_view text) {
    if (trimmed(text).empty()) return refused(Sentence("Jobs", "there are no jobs: give at least one"));
    if (text.find('=') == std::string_view::npos) return parseBurstList(text);
    std::vector<Job> jobs;
    for (const std::string_view one : split(text, ';')) {
        if (one.empty()) continue;
        auto job = parseJob(one, jobs.size() + 1);
        if (!job) return tl::unexpected(job.error());
        jobs.push_back(std::move(*job));
    }
    return checkedList(std::move(jobs));
}

std::string toText(const std::vector<Job>& jobs) {
    const Job usual;
    std::string text;
    for (const Job& job : jobs) {
        if (!text.empty()) text += "; ";
        text += "name=" + job.name;
        if (job.arrival != usual.arrival) text += ",arrival=" + msText(job.arrival);
        for (std::size_t i = 0; i < job.bursts.size(); ++i)
            text += (i % 2 == 0 ? ",cpu=" : ",io=") + msText(job.bursts[i]);
        if (job.priority != usual.priority) text += fmt::format(",priority={}", job.priority);
        if (job.nice != usual.nice) text += fmt::format(",nice={}", job.nice);
        if (job.tickets != usual.tickets) text += fmt::format(",tickets={}", job.tickets);
        if (job.deadline) text += ",deadline=" + msText(*job.deadline);
        if (job.core) text += fmt::format(",core={}", *job.core);
    }
    return text;
}

std::vector<Job> randomJobs(std::size_t count, std::uint64_t seed) {
    constexpr std::uint64_t kLongestBurst = 20;
    constexpr std::uint64_t kMostBursts = 3;
    constexpr std::uint64_t kPriorities = 5;
    constexpr std::uint64_t kMsBetweenArrivals = 5;
    Random random{seed};
    const auto ms = [](std::uint64_t n) { return Duration{static_cast<std::int64_t>(n) * 1'000'000}; };
    std::vector<Job> jobs;
    for (std::size_t i = 0; i < count; ++i) {
        Job job;
        job.name = fmt::format("P{}", i + 1);
        job.arrival = i == 0 ? Duration{} : ms(random.below(count * kMsBetweenArrivals));
        const std::uint64_t bursts = 2 * random.below(kMostBursts) + 1;
        for (std::uint64_t b = 0; b < bursts; ++b) job.bursts.push_back(ms(1 + random.below(kLongestBurst)));
        job.priority = static_cast<int>(random.below(kPriorities));
        jobs.push_back(std::move(job));
    }
    return jobs;
}

}  // namespace interleave
