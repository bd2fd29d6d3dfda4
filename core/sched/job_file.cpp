#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/sched/job.hpp"

namespace interleave {
namespace {

using Json = nlohmann::json;

std::string valueText(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

// A job's object in the words of the command line: one place checks both.
Expected<std::string> jobText(const Json& job, std::string_view file, std::size_t place) {
    if (!job.is_object())
        return refused(Sentence("Jobs", "{}: job {} is no object {{\"name\": …, \"cpu\": …}}").of(file, place));
    std::string text;
    const auto add = [&text](std::string_view key, const std::string& value) {
        text += fmt::format("{}{}={}", text.empty() ? "" : ",", key, value);
    };
    for (const auto& [key, value] : job.items()) {
        if (key == "bursts") {
            if (!value.is_array())
                return refused(Sentence("Jobs", "{}: the bursts of job {} are no list [5, 3, 4]").of(file, place));
            for (std::size_t i = 0; i < value.size(); ++i) add(i % 2 == 0 ? "cpu" : "io", value[i].dump());
        } else if (!value.is_null()) {
            add(key, valueText(value));
        }
    }
    return text;
}

}  // namespace

Expected<std::vector<Job>> jobsFromJson(std::string_view json, std::string_view file) {
    const Json whole = Json::parse(json, nullptr, false);
    if (whole.is_discarded())
        return refused(
            Sentence("Jobs", "{} is no JSON: give a list of jobs, [{{\"name\": \"A\", \"cpu\": 5}}]").of(file));
    const Json& list = whole.is_object() && whole.contains("jobs") ? whole["jobs"] : whole;
    if (!list.is_array())
        return refused(Sentence("Jobs", "{} holds no list of jobs: give [{{\"name\": \"A\", \"cpu\": 5}}]").of(file));
    std::vector<Job> jobs;
    for (const Json& entry : list) {
        const auto text = jobText(entry, file, jobs.size() + 1);
        if (!text) return tl::unexpected(text.error());
        auto job = parseJob(*text, jobs.size() + 1);
        if (!job) return refused(Sentence("Jobs", "{}: {}").of(file, job.error().what));
        jobs.push_back(std::move(*job));
    }
    // Names and number, as for a list that was typed.
    if (auto checked = parseJobs(toText(jobs)); !checked)
        return refused(Sentence("Jobs", "{}: {}").of(file, checked.error().what));
    return jobs;
}

}  // namespace interleave
