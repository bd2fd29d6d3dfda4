// Files are fetched from a real HTTP/1.1 server, which runs in a process of its own for as long as the run: one after
// another, by threads, by processes, by coroutines. Each is compared byte by byte with what the server has; one that the
// server stalls, breaks off or cuts short is refused, and nothing of it is left.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>

#include <fmt/format.h>

#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/file_server.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::size_t kMisbehaved = 1;  // the second file, where there is one
constexpr double kNsPerMs = 1e6;
constexpr std::uint64_t kStep = 10;     // of a progress bar, in percent

// In memory that processes share, too.
struct Tally {
    std::atomic<std::int64_t> verified{0}, bytes{0}, refused{0};
};

struct Job {
    std::unique_ptr<FileServer> server;
    std::string folder;
    Descriptor wire;
    Duration patience{};
    Tally* tally = nullptr;
    std::int64_t begun = 0;  // on CLOCK_MONOTONIC: the server's time is real, whatever the tempo
};
using TheJob = std::shared_ptr<Job>;

// Empty: the file is what the server has.
std::string whatDiffers(const std::string& path, const std::string& original) {
    std::ifstream file(path, std::ios::binary);
    const std::string copy{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (copy == original) return "";
    std::filesystem::remove(path);
    return "other bytes than the server has";
}

// Called between two pieces; says so at each tenth.
std::function<void(std::uint64_t, std::uint64_t)> progressOf(Self self, const std::string& name) {
    return [=, shown = std::uint64_t{0}](std::uint64_t have, std::uint64_t all) mutable {
        const std::uint64_t percent = all == 0 ? 0 : have * 100 / all / kStep * kStep;
        if (std::exchange(shown, percent) != percent) self.print(fmt::format("\r{:3} % {}", percent, name));  //@ progress
    };
}

Task fetch(Self self, TheJob job, std::size_t number) {  //@ def
    const ServedFile& file = job->server->files()[number];
    const std::string path = job->folder + "/" + file.name;
    HttpRequest request{job->server->urlOf(file.name), path, job->patience, progressOf(self, file.name)};
    const HttpOutcome got = co_await self.download(job->wire, std::move(request));          //@ fetch
    const std::string wrong = got.isThere() ? whatDiffers(path, file.content) : got.refusal;  //@ compare
    if (wrong.empty()) ++job->tally->verified, job->tally->bytes += std::ssize(file.content);
    else ++job->tally->refused;
    self.print(fmt::format("{}: {}", file.name, wrong.empty() ? "there, byte by byte" : wrong));  //@ told
}

Task fetchAll(Self self, TheJob job) {  //@ in-turn
    for (std::size_t i = 0; i < job->server->files().size(); ++i)  //@ each-in-turn
        co_await fetch(self, job, i);                             //@ fetch-in-turn
}

ServerFault faultNamed(const std::string& name) {
    if (name == "stall") return ServerFault::stall;
    if (name == "reset") return ServerFault::reset;
    return name == "short" ? ServerFault::tooShort : ServerFault::none;
}

TheJob makeJob(Lab& lab) {
    constexpr std::size_t kKib = 1024;
    auto files = makeServedFiles(static_cast<std::size_t>(lab.integer("files")),
                                 static_cast<std::size_t>(lab.integer("size")) * kKib, lab.order().seed);
    for (ServedFile& file : files)
        file.takes = lab.milliseconds("time");  //@ serve
    files[std::min(kMisbehaved, files.size() - 1)].fault = faultNamed(lab.text("fault"));
    const std::string folder = lab.temporaryFolder();
    auto server = std::make_unique<FileServer>(std::move(files));  //@ server
    return std::make_shared<Job>(Job{std::move(server), folder, lab.descriptor("server", -1), lab.milliseconds("patience"),
                                     &lab.shared<Tally>(), 0});
}

void tellOf(Lab& lab, Job& job) {
    const std::int64_t took = monotonicNs() - job.begun;
    job.server->end();  //@ server-end
    lab.tell("wall_ms", static_cast<double>(took) / kNsPerMs);  //@ wall
    const auto begin = std::filesystem::directory_iterator(job.folder);
    const std::int64_t there = std::distance(begin, std::filesystem::directory_iterator());
    lab.tell("files", std::ssize(job.server->files()));
    lab.tell("verified", job.tally->verified.load());
    lab.tell("bytes_verified", job.tally->bytes.load());
    lab.tell("refused", job.tally->refused.load());
    lab.tell("part_files", there - job.tally->verified.load());
}

void body(Lab& lab) {
    const TheJob job = makeJob(lab);
    if (lab.text("way") == "one-by-one") {
        lab.spawn("main", [=](Self self) { return fetchAll(self, job); });  //@ one
    } else {
        for (std::size_t i = 0; i < job->server->files().size(); ++i)  //@ each
            lab.spawn(std::to_string(i + 1), [=](Self self) { return fetch(self, job, i); });  //@ start
    }
    job->begun = monotonicNs();
    lab.afterwards([=, &lab] { tellOf(lab, *job); });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind) {
    auto all = variantsBy("way", {"one-by-one", "threads", "processes", "coroutines"}, params, RuntimeKind::threads);
    for (Variant& each : all) {
        if (each.name == "processes") each.runtime = RuntimeKind::processes;
        if (each.name == "coroutines") each.runtime = RuntimeKind::coroutines;
    }
    return all;
}

}  // namespace

Scenario downloader() {
    return {
        .id = "coroutines/downloader",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("files", 6, 1, 32), integerParam("size", 256, 1, 4096, "KiB"),
                   msParam("time", 500, 0, 10'000), msParam("patience", 1000, 100, 60'000),
                   choiceParam("fault", {"none", "stall", "reset", "short"}),
                   choiceParam("way", {"all", "one-by-one", "threads", "processes", "coroutines"})},
        .next = {"multitasking/cpu-vs-io", "coroutines/auto-switch-on-io", "coroutines/select-epoll",
                 "processes/folder-copier"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
