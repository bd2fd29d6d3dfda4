#include "core/session/machine.hpp"

#include <sched.h>
#include <sys/utsname.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <thread>

#include <fmt/format.h>

namespace interleave {
namespace {

// The maker's name for the processor, without the words that say nothing.
std::string processorName() {
    std::ifstream cpus("/proc/cpuinfo");
    std::string line;
    while (std::getline(cpus, line)) {
        if (!line.starts_with("model name")) continue;
        const std::size_t colon = line.find(": ");
        if (colon == std::string::npos) break;
        std::string name = line.substr(colon + 2);
        for (const std::string_view noise : {"(R)", "(TM)", "(tm)", " Processor", " CPU"}) {
            for (std::size_t at = name.find(noise); at != std::string::npos; at = name.find(noise))
                name.erase(at, noise.size());
        }
        if (const std::size_t speed = name.find(" @"); speed != std::string::npos) name.resize(speed);
        return name;
    }
    return "processor";
}

}  // namespace

std::uint32_t usableCores() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
    return static_cast<std::uint32_t>(std::max(1, CPU_COUNT(&allowed)));
}

std::string machineName() {
    utsname system{};
    ::uname(&system);
    std::string release = system.release;
    // Major and minor: what follows is the distributor's.
    if (const std::size_t dot = release.find('.', release.find('.') + 1); dot != std::string::npos) release.resize(dot);
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    return fmt::format("{} × {}, {} {}", cores, processorName(), system.sysname, release);
}

std::string wallClockNow() {
    const std::time_t now = ::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 32> text{};
    const std::size_t length = ::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S%z", &local);
    std::string result(text.data(), length);
    if (length > 2) result.insert(length - 2, ":");  // +0100 is +01:00 in the extended format
    return result;
}

}  // namespace interleave
