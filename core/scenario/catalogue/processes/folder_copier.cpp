// A folder is copied by a pool of processes: each task is a file, and each result a step of the progress bar. A real folder,
// made for the run and removed afterwards, or one that a person chooses. What the copy promises stands in
// core/base/file_copy.hpp.
#include <algorithm>

#include <fmt/format.h>

#include "core/base/tree_copy.hpp"
#include "core/runtime/process_pool.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"
#include "core/scenario/sample_tree.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::int64_t kNotCopied = -1;
constexpr std::size_t kMostFiles = 1'000'000;

struct Job {
    FolderTree tree;
    std::vector<std::size_t> files;  // where they stand in the tree
    TreeCopy copy;
    Duration pause{};                // of a slow disk; a chosen folder is copied as fast as it goes

    const TreeEntry& file(std::int64_t number) const { return tree.entries[files[static_cast<std::size_t>(number)]]; }
    std::int64_t fileCount() const { return static_cast<std::int64_t>(files.size()); }
    // When all files are copied: links are, too, and folders get their times and permissions.
    std::vector<TreeRefusal> finish() const {
        std::vector<TreeRefusal> all = tree.refusals;
        for (const auto& more : {copy.refusals(), copy.finish(tree)}) all.insert(all.end(), more.begin(), more.end());
        return all;
    }
};

template <class T>
T orThrow(Expected<T> value) {
    if (!value) throw std::runtime_error(value.error().what);
    return std::move(*value);
}

// Throws, with a sentence for the person, where nothing can be copied.
std::shared_ptr<const Job> makeJob(Lab& lab) {
    std::string folder = lab.text("folder"), target = lab.text("target");
    const bool isChosen = !folder.empty();
    const std::string temporary = folder.empty() || target.empty() ? lab.temporaryFolder() : "";
    if (!isChosen) {
        folder = temporary + "/original";
        if (auto made = makeSampleTree(folder, lab.integer("files"), lab.integer("size"), lab.order().seed); !made)
            throw std::runtime_error(made.error().what);
    }
    if (target.empty()) target = temporary + "/copy";
    FolderTree tree = orThrow(readTree(folder));
    if (tree.files().size() > kMostFiles)
        throw std::runtime_error(folder + " holds more than 1,000,000 files: copy a part of it");
    TreeCopy copy = orThrow(TreeCopy::begin(folder, target, tree));
    std::vector<std::size_t> files = tree.files();
    const Duration pause = isChosen ? Duration{} : lab.milliseconds("pause");
    return std::make_shared<const Job>(Job{std::move(tree), std::move(files), std::move(copy), pause});
}

Expected<void> check(const ParamValues& params, std::uint32_t) {
    const std::string &folder = valueOf(params, "folder"), &target = valueOf(params, "target");
    if (!folder.empty() && target.empty())
        return refused(Sentence("Requests", "name a target, too: the folder that {} is to be copied to").of(folder));
    if (target.empty()) return {};
    return folder.empty() ? checkCopyTarget(target) : checkTreeCopy(folder, target);
}

Task copyOne(Self self, std::shared_ptr<const Job> job, std::int64_t number, std::int64_t& bytes) {  //@ def
    const TreeEntry& file = job->file(number);
    if (job->pause.count() > 0) co_await self.device(job->pause);  //@ disk
    const auto copied = job->copy.copy(file);                      //@ copy
    bytes = copied ? static_cast<std::int64_t>(*copied) : kNotCopied;
    if (!copied) self.print(file.path + ": " + copied.error().what);  //@ refused
}

struct Tally {
    std::int64_t copied = 0, bytes = 0, notCopied = 0;
};

Task copyAll(Lab& lab, Self self, std::shared_ptr<const Job> job, ProcessPool pool) {  //@ main
    Tally tally;
    co_await pool.open(self);                                  //@ pool
    for (std::int64_t i = 0; i < job->fileCount(); ++i)
        (void)co_await pool.submit(self, i);                   //@ submit
    co_await pool.close(self);                                 //@ close
    std::int64_t shown = -1;
    for (std::int64_t i = 1; i <= job->fileCount(); ++i) {     //@ each
        const PoolResult one = co_await pool.next(self);       //@ next
        const bool isCopied = !one.isLost && one.value != kNotCopied;
        if (isCopied) ++tally.copied, tally.bytes += one.value;
        else ++tally.notCopied;
        if (one.isLost) self.print(job->file(one.task - 1).path + ": its worker was ended");  //@ lost
        const std::int64_t percent = 100 * i / job->fileCount();
        if (std::exchange(shown, percent) != percent)
            self.print(fmt::format("\r{:3} % {}", percent, job->file(one.task - 1).path));  //@ progress
    }
    co_await pool.join(self);                                  //@ join
    for (const TreeRefusal& one : job->finish()) {  //@ finish
        self.print(one.path + ": " + one.why);                 //@ left-out
        ++tally.notCopied;
    }
    self.print(fmt::format("copied {} files, {} bytes", tally.copied, tally.bytes));  //@ told
    lab.tell("files_copied", tally.copied);
    lab.tell("bytes_verified", tally.bytes);
    lab.tell("not_copied", tally.notCopied);
}

void body(Lab& lab) {
    const auto job = makeJob(lab);
    const auto work = [=](Self self, std::int64_t number, std::int64_t& bytes) { return copyOne(self, job, number, bytes); };
    const std::int64_t tasks = std::max<std::int64_t>(1, job->fileCount());
    const ProcessPool pool = ProcessPool::make(lab, lab.integer("workers"), tasks, work);  //@ workers
    lab.spawn("main", [=, &lab](Self self) { return copyAll(lab, self, job, pool); });  //@ start
    lab.afterwards([=, &lab] {
        lab.tell("files", job->fileCount());
        lab.tell("pids", pool.pids());
        lab.tell("wall_ms", std::chrono::duration<double, std::milli>(lab.now()).count());
    });
}

}  // namespace

Scenario folderCopier() {
    return {
        .id = "processes/folder-copier",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {folderParam("folder", nullptr), folderParam("target", nullptr), integerParam("workers", 3, 1, 32),
                   integerParam("files", 60, 1, 100'000), integerParam("size", 256, 0, 100'000, "KiB"),
                   msParam("pause", 200, 0, 5000)},
        .next = {"processes/pool", "processes/not-shared", "queues/producer-consumer"},
        .body = body,
        .check = check,
    };
}

}  // namespace interleave::catalogue
