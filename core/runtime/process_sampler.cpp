#include "core/runtime/process_sampler.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <string>

#include "core/base/clock.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

// Twenty looks a second: a state that a person can see lasts longer.
constexpr Duration kUsual = 50ms;
// After something happened.
constexpr Duration kSoonest = 5ms;
// Rounds take at most a twentieth of the time, however many processes there are.
constexpr int kShare = 20;
// Who began the run changes little, and may be large: adding its memory up takes the kernel a millisecond.
constexpr Duration kStarterEvery = 1s;

std::string pathOf(pid_t pid, const char* file) { return "/proc/" + std::to_string(pid) + "/" + file; }

// "PID (NAME) STATE PPID …", the number of threads the 20th field (proc(5)).
bool readStat(pid_t pid, ProcessSample& sample) {
    FILE* const file = std::fopen(pathOf(pid, "stat").c_str(), "re");
    if (!file) return false;
    std::array<char, 2048> text{};
    const std::size_t length = std::fread(text.data(), 1, text.size() - 1, file);
    std::fclose(file);
    const std::string line(text.data(), length);
    const std::size_t after = line.rfind(") ");  // a program's name may hold anything
    if (after == std::string::npos) return false;
    constexpr const char* kFields = "%c %u %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %u";
    return std::sscanf(line.c_str() + after + 2, kFields, &sample.state, &sample.parent, &sample.threads) == 3;
}

// The sums over all mappings. A zombie has none, and its file is empty.
void readMemory(pid_t pid, ProcessSample& sample) {
    FILE* const file = std::fopen(pathOf(pid, "smaps_rollup").c_str(), "re");
    if (!file) return;
    std::array<char, 256> line{};
    while (std::fgets(line.data(), line.size(), file)) {
        unsigned kib = 0;
        const auto says = [&](const char* what) { return std::sscanf(line.data(), what, &kib) == 1; };
        if (says("Private_Clean: %u") || says("Private_Dirty: %u")) sample.privateKiB += kib;
        else if (says("Shared_Clean: %u") || says("Shared_Dirty: %u")) sample.sharedKiB += kib;
    }
    std::fclose(file);
}

}  // namespace

std::optional<ProcessSample> sampleProcess(pid_t pid) {
    ProcessSample sample;
    if (!readStat(pid, sample)) return std::nullopt;
    readMemory(pid, sample);
    return sample;
}

Duration ProcessSampler::untilNext() const {
    const Duration gap = std::max(m_hurried ? kSoonest : kUsual, m_cost * kShare);
    const Duration passed{monotonicNs() - m_roundBegan};
    return std::clamp<Duration>(gap - passed, 1ms, gap);
}

bool ProcessSampler::isDue() const {
    const Duration gap = std::max(m_hurried ? kSoonest : kUsual, m_cost * kShare);
    return Duration{monotonicNs() - m_roundBegan} >= gap;
}

void ProcessSampler::beginRound() {
    m_roundBegan = monotonicNs();
    m_hurried = false;
}

void ProcessSampler::endRound() { m_cost = Duration{monotonicNs() - m_roundBegan}; }

void ProcessSampler::look(RingWriter& ring, ActorId actor, pid_t pid) {
    if (const auto sample = sampleProcess(pid)) tell(ring, actor.value, pid, *sample, m_last[actor.value]);
}

void ProcessSampler::lookAtOwn(RingWriter& ring) {
    auto own = sampleProcess(::getpid());
    if (!own) return;
    own->state = '\0';  // who looks is running at that moment, and hardly ever else
    tell(ring, ActorId::kNone, ::getpid(), *own, m_lastOwn);
    if (m_starterSeen != 0 && m_roundBegan - m_starterSeen < Duration(kStarterEvery).count()) return;
    m_starterSeen = m_roundBegan;
    const auto starter = static_cast<pid_t>(own->parent);
    if (const auto sample = sampleProcess(starter)) tell(ring, ActorId::kNone, starter, *sample, m_lastStarter);
}

void ProcessSampler::tell(RingWriter& ring, std::uint32_t actor, pid_t pid, const ProcessSample& sample,
                          ProcessSample& last) const {
    if (sample == last) return;
    last = sample;
    ring.writeAfter({.actor = actor, .object = sample.parent, .ticket = static_cast<std::uint32_t>(pid),
                     .kind = EventKind::processSampled, .detail = static_cast<std::uint8_t>(sample.state),
                     .value = sample.packed()});
}

}  // namespace interleave
