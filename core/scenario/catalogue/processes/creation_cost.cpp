// A number of processes, threads or coroutines are made, all of them idle at once, and end again: how long one of them
// takes, and how much memory it needs. What this program notes of each actor is counted in; it is the same for all.
#include <malloc.h>

#include <algorithm>
#include <cstdio>

#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerUs = 1000;

// A line of a file of /proc, "Name:  123 kB", in bytes; 0 where there is none (any more).
std::int64_t bytesIn(std::int64_t pid, const char* file, const char* format) {
    FILE* const open = std::fopen(("/proc/" + std::to_string(pid) + "/" + file).c_str(), "re");
    if (!open) return 0;
    char line[256];
    long long kib = 0;
    while (std::fgets(line, sizeof line, open) && std::sscanf(line, format, &kib) != 1) {
    }
    std::fclose(open);
    return kib * 1024;
}

// What the program's own memory takes: of a page that several processes have in common each counts its part, so the sum is
// what there really is. And the tables by which the processor finds the pages (proc(5): smaps_rollup, status).
std::int64_t memoryOf(const std::vector<std::int64_t>& pids) {
    std::int64_t bytes = 0;
    for (const std::int64_t pid : pids)
        bytes += bytesIn(pid, "smaps_rollup", "Pss_Anon: %lld") + bytesIn(pid, "status", "VmPTE: %lld");
    return bytes;
}

// What is in use of this process's heap: a frame is much smaller than a page, and may lie in one that was there already.
std::int64_t heapInUse() {
    const struct mallinfo2 heap = ::mallinfo2();
    return static_cast<std::int64_t>(heap.uordblks + heap.hblkhd);
}

Task idle(Self self, Semaphore there, EventFlag end) {  //@ def
    co_await self.release(there);  //@ there
    co_await self.wait(end);       //@ idle
}

void body(Lab& lab) {
    const std::int64_t actors = lab.integer("actors");
    const bool areProcesses = lab.order().runtime == RuntimeKind::processes;
    const Semaphore there = lab.semaphore("there", 0);  //@ semaphore
    const EventFlag end = lab.event("end");             //@ event
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        std::vector<std::int64_t> pids{self.pid()};
        if (areProcesses) pids.push_back(self.parentPid());  // the pages that a fork has in common with that one, too
        const std::int64_t heap = heapInUse();
        const std::int64_t memory = memoryOf(pids);  //@ memory
        const std::int64_t begun = monotonicNs();    //@ begun
        std::vector<ActorHandle> all;
        for (std::int64_t i = 1; i <= actors; ++i)  //@ each
            all.push_back(lab.spawn(std::to_string(i), [=](Self inner) { return idle(inner, there, end); }));  //@ start
        for (std::int64_t i = 0; i < actors; ++i)  //@ each-there
            co_await self.acquire(there);          //@ wait-there
        const std::int64_t made = monotonicNs() - begun;  //@ made
        for (const ActorHandle one : all)
            if (areProcesses) pids.push_back(lab.pid(one));
        const std::int64_t taken = std::max(memoryOf(pids) - memory, heapInUse() - heap);  //@ taken
        const std::int64_t ending = monotonicNs();
        co_await self.set(end);            //@ end
        for (const ActorHandle one : all)  //@ each-join
            co_await self.join(one);       //@ join
        const std::int64_t ended = monotonicNs() - ending;
        const auto number = static_cast<double>(actors);
        lab.tell("us_each", static_cast<double>(made + ended) / kNsPerUs / number);  //@ us
        lab.tell("bytes_each", static_cast<double>(taken) / number);                 //@ bytes
    });
    lab.afterwards([=, &lab] { lab.tell("made", actors); });  //@ all
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind) { return variantsByKindOfActor(params); }

}  // namespace

Scenario creationCost() {
    return {
        .id = "processes/creation-cost",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("actors", 100, 1, 1000), choiceParam("kind", {"all", "process", "thread", "coroutine"})},
        .next = {"multitasking/switch-cost", "processes/pool", "processes/start-method"},
        .body = body,
        .variants = variants,
        .timesSwitches = true,
    };
}

}  // namespace interleave::catalogue
