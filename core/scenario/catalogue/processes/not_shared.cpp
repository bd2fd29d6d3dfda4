// After fork parent and child have the same numbers at the same addresses, and yet not the same memory: who writes gets a page
// of his own, copied at that moment. The child adds to a counter and writes through a buffer; the kernel tells how much memory
// is its own by then, and the parent looks whether anything has changed for it.
#include <sys/mman.h>

#include <cstdio>
#include <cstring>

#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::size_t kMiB = 1024 * 1024;

// Memory of the process as any other, in pages that the kernel hands out one by one.
char* newBuffer(std::size_t bytes) {
    void* const at = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED) throw std::runtime_error("the system has no memory for the buffer");
    (void)::madvise(at, bytes, MADV_NOHUGEPAGE);
    std::memset(at, 1, bytes);
    return static_cast<char*>(at);
}

// What this process alone has and has written to, in KiB: Private_Dirty of /proc/self/smaps_rollup (proc(5)).
std::int64_t privateKiB() {
    FILE* const file = std::fopen("/proc/self/smaps_rollup", "re");
    if (!file) throw std::runtime_error("this kernel does not tell what memory is a process's own (/proc/self/smaps_rollup)");
    char line[256];
    long long kib = -1;
    while (std::fgets(line, sizeof line, file) && std::sscanf(line, "Private_Dirty: %lld", &kib) != 1) {
    }
    std::fclose(file);
    return kib;
}

void body(Lab& lab) {
    const Variable count = lab.variable("count", 0);  //@ count
    const auto bytes = static_cast<std::size_t>(lab.integer("buffer")) * kMiB;
    const std::int64_t parts = lab.integer("parts");
    const Duration pause = lab.milliseconds("pause");

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        char* const buffer = newBuffer(bytes);  //@ buffer
        const ActorHandle child = lab.spawn("child", [=, &lab](Self inner) -> Task {  //@ fork
            const std::int64_t before = privateKiB();  //@ before
            const std::size_t part = bytes / static_cast<std::size_t>(parts);
            for (std::int64_t i = 0; i < parts; ++i) {  //@ each
                std::memset(buffer + static_cast<std::size_t>(i) * part, 2, part);  //@ write
                const std::int32_t seen = co_await inner.read(count);  //@ read
                co_await inner.write(count, seen + 1);                 //@ add
                inner.print(fmt::format("own {} KiB", privateKiB() - before));  //@ own
                co_await inner.sleep(pause);                           //@ pause
            }
            lab.tell("child_count", co_await inner.read(count));  //@ child-count
            lab.tell("copied_kib", privateKiB() - before);
        });
        co_await self.join(child);  //@ join
        const std::int32_t mine = co_await self.read(count);  //@ mine
        lab.tell("parent_count", mine);
        lab.tell("parent_buffer_unchanged", std::memchr(buffer, 2, bytes) == nullptr);
        self.print(fmt::format("parent {}", mine));  //@ parent
    });
    lab.afterwards([=, &lab] { lab.tell("buffer_kib", static_cast<std::int64_t>(bytes / 1024)); });
}

}  // namespace

Scenario notShared() {
    return {
        .id = "processes/not-shared",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("buffer", 16, 1, 256, "MiB"), integerParam("parts", 8, 1, 64), msParam("pause", 300, 0, 5000)},
        .next = {"threads/race", "processes/fork", "locks/mutex"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
