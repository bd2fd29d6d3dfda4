#include "core/kernel/kernel_trace.hpp"

#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace interleave {
namespace {

constexpr std::size_t kPage = 4096;
// 4 MiB a core hold 130,000 switches, half a second of two threads that do nothing but hand over. Without privilege the
// kernel allows 516 KiB (perf_event_mlock_kb), which several sessions share, so smaller ones are tried after it.
constexpr std::size_t kMostDataPages = 1024;
constexpr std::size_t kFewestDataPages = 4;

perf_event_attr switchRecords() {
    perf_event_attr attr{};
    attr.size = sizeof attr;
    attr.type = PERF_TYPE_SOFTWARE;
    attr.config = PERF_COUNT_SW_DUMMY;
    attr.sample_type = PERF_SAMPLE_TID | PERF_SAMPLE_TIME | PERF_SAMPLE_CPU;
    attr.context_switch = 1;
    attr.sample_id_all = 1;
    attr.use_clockid = 1;
    attr.clockid = CLOCK_MONOTONIC;
    attr.inherit = 1;
    attr.exclude_kernel = 1;  // asks for nothing about the kernel's inside, which paranoid 2 forbids
    return attr;
}

// What follows every record's header where sample_id_all is set, for the sample_type above.
struct Trailer {
    std::uint32_t pid, tid;
    std::uint64_t time;
    std::uint32_t cpu, reserved;
};
struct LostRecord {
    std::uint64_t id, lost;
};

constexpr int kOpenLevel = 2;  // of kernel.perf_event_paranoid: up to it a user may record programs of their own

Error notAllowed(int code, std::optional<int> level) {
    if (level && *level <= kOpenLevel)
        return {Sentence("Running",
                         "recording context switches is forbidden here, though kernel.perf_event_paranoid is {}: "
                         "a container's or sandbox's filter of system calls may be why")
                    .of(*level),
                code};
    const std::string now = level ? std::to_string(*level) : Sentence("Running", "unknown");
    return {Sentence("Running",
                     "the kernel does not let this user record context switches (kernel.perf_event_paranoid is {}); "
                     "to allow it: sudo sysctl kernel.perf_event_paranoid={}")
                .of(now, kOpenLevel),
            code};
}

std::optional<int> paranoidLevel() {
    int level = 0;
    if (std::ifstream file("/proc/sys/kernel/perf_event_paranoid"); file >> level) return level;
    return std::nullopt;
}

Error refusal(int code) {
    if (code == EACCES || code == EPERM) return notAllowed(code, paranoidLevel());
    if (code == ENOSYS || code == ENOENT || code == EOPNOTSUPP)
        return {Sentence("Running", "this kernel cannot record context switches: it was built without perf events"),
                code};
    return {Sentence("Running", "the kernel refused to record context switches: {}").of(systemReason(code)), code};
}

}  // namespace

Expected<KernelTrace> KernelTrace::attach(pid_t process) {
    const char* wish = std::getenv("INTERLEAVE_KERNEL");
    if (wish && std::string_view(wish) == "off") return tl::unexpected(notAllowed(EACCES, kOpenLevel + 1));

    KernelTrace trace;
    for (int core = 0; core < get_nprocs_conf(); ++core) {
        auto buffer = openOn(core, process);
        if (!buffer && buffer.error().code == ENODEV) continue;  // a core that is switched off
        if (!buffer) return tl::unexpected(buffer.error());
        trace.m_cores.emplace_back(static_cast<std::uint32_t>(core), std::move(*buffer));
    }
    if (trace.m_cores.empty()) return tl::unexpected(refusal(ENOENT));
    return trace;
}

Expected<KernelTrace::Buffer> KernelTrace::openOn(int core, pid_t process) {
    perf_event_attr attr = switchRecords();
    Buffer buffer;
    buffer.fd =
        UniqueFd{static_cast<int>(::syscall(SYS_perf_event_open, &attr, process, core, -1, PERF_FLAG_FD_CLOEXEC))};
    if (!buffer.fd.open()) {
        const int code = errno;
        return tl::unexpected(code == ENODEV ? Error{"", ENODEV} : refusal(code));
    }
    for (std::size_t pages = kMostDataPages; pages >= kFewestDataPages; pages /= 2) {
        auto mapped = Mapping::shared(buffer.fd.get(), (1 + pages) * kPage);
        if (!mapped) continue;
        buffer.pages = std::move(*mapped);
        return buffer;
    }
    return refused(
        Sentence("Running",
                 "the kernel's memory for context-switch records is used up; close other programs that record, or: "
                 "sudo sysctl kernel.perf_event_mlock_kb=4096"),
        EPERM);
}

void KernelTrace::stop() const noexcept {
    for (const auto& [core, buffer] : m_cores) ::ioctl(buffer.fd.get(), PERF_EVENT_IOC_DISABLE, 0);
}

void KernelTrace::read(std::vector<SwitchRecord>& into) {
    for (auto& [core, buffer] : m_cores) readCore(buffer, core, into);
}

void KernelTrace::readCore(Buffer& buffer, std::uint32_t core, std::vector<SwitchRecord>& into) {
    auto* page = reinterpret_cast<perf_event_mmap_page*>(buffer.pages.data());
    // Acquire: the records before the head are complete. The kernel's words are plain integers, hence atomic_ref.
    const std::uint64_t head = std::atomic_ref(page->data_head).load(std::memory_order_acquire);
    const std::byte* data = buffer.pages.data() + kPage;
    const std::size_t size = buffer.pages.size() - kPage;
    const auto copy = [&](std::uint64_t at, void* to, std::size_t bytes) {
        const std::size_t from = at % size;
        const std::size_t first = std::min(bytes, size - from);
        std::memcpy(to, data + from, first);
        std::memcpy(static_cast<std::byte*>(to) + first, data, bytes - first);
    };

    while (buffer.tail < head) {
        perf_event_header header{};
        copy(buffer.tail, &header, sizeof header);
        if (header.size < sizeof header) break;  // not the kernel's: never seen
        if (header.type == PERF_RECORD_SWITCH && header.size >= sizeof header + sizeof(Trailer)) {
            Trailer trailer{};
            copy(buffer.tail + sizeof header, &trailer, sizeof trailer);
            const bool out = (header.misc & PERF_RECORD_MISC_SWITCH_OUT) != 0;
            const bool preempted = (header.misc & PERF_RECORD_MISC_SWITCH_OUT_PREEMPT) != 0;
            into.push_back({static_cast<std::int64_t>(trailer.time), trailer.tid, core, !out, out && preempted});
        } else if (header.type == PERF_RECORD_LOST && header.size >= sizeof header + sizeof(LostRecord)) {
            LostRecord record{};
            copy(buffer.tail + sizeof header, &record, sizeof record);
            m_lost += record.lost;
        }
        buffer.tail += header.size;
    }
    // Release: the kernel overwrites only what has been copied.
    std::atomic_ref(page->data_tail).store(buffer.tail, std::memory_order_release);
}

}  // namespace interleave
