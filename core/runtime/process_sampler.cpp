#include "core/runtime/process_sampler.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <string>
#include <tuple>

#include "core/base/clock.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

// Ten looks a second, as long as there is something new: a state that a person can see lasts longer. Each look stands
// on some core's lane, so there are fewer while nothing changes.
constexpr Duration kUsual = 100ms;
constexpr Duration kQuiet = 250ms;
constexpr int kRoundsUntilQuiet = 3;
// After something happened.
constexpr Duration kSoonest = 5ms;
constexpr Duration kLongestRound = 5ms;
// Rounds take at most a twentieth of the time, however many processes there are.
constexpr int kShare = 20;
// Adding memory up takes the kernel a good part of a millisecond, and of a large process more: it has an account of its
// own, or states would be looked at late for its sake. That much of it may be saved up.
constexpr Duration kMemoryEvery = 200ms;
constexpr Duration kMemorySaved = kLongestRound * kShare;

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

std::optional<ProcessSample> sampleProcess(pid_t pid, const ProcessSample* memory) {
    ProcessSample sample;
    if (!readStat(pid, sample)) return std::nullopt;
    if (memory == nullptr || sample.state == 'Z') readMemory(pid, sample);
    else std::tie(sample.privateKiB, sample.sharedKiB) = std::tie(memory->privateKiB, memory->sharedKiB);
    return sample;
}

Duration ProcessSampler::gap() const {
    const Duration usual = m_quietRounds < kRoundsUntilQuiet ? kUsual : kQuiet;
    return std::max(m_hurried ? kSoonest : usual, m_cost * kShare);
}

Duration ProcessSampler::untilNext() const {
    const Duration passed{monotonicNs() - m_roundBegan};
    return std::max<Duration>(gap() - passed, 1ms);
}

bool ProcessSampler::isDue() const {
    return Duration{monotonicNs() - m_roundBegan} >= gap();
}

void ProcessSampler::beginRound() {
    m_roundBegan = monotonicNs();
    m_quietRounds = m_hurried ? 0 : m_quietRounds + 1;  // until something new is found
    m_hurried = false;
    m_memoryCost = {};
}

bool ProcessSampler::hasTime() const { return Duration{monotonicNs() - m_roundBegan} < kLongestRound; }

void ProcessSampler::endRound() { m_cost = Duration{monotonicNs() - m_roundBegan} - m_memoryCost; }

void ProcessSampler::look(RingWriter& ring, ActorId actor, pid_t pid) {
    if (lookAt(ring, actor.value, pid, m_last[actor.value])) m_quietRounds = 0;
}

void ProcessSampler::lookAtOwn(RingWriter& ring) {
    (void)lookAt(ring, ActorId::kNone, ::getpid(), m_own);
    (void)lookAt(ring, ActorId::kNone, ::getppid(), m_starter);
}

bool ProcessSampler::mayAddUpMemory(std::int64_t now, const Seen& last) const {
    return now >= m_memoryNext && (last.memoryAt == 0 || Duration{now - last.memoryAt} >= kMemoryEvery);
}

bool ProcessSampler::lookAt(RingWriter& ring, std::uint32_t actor, pid_t pid, Seen& last) {
    const std::int64_t now = monotonicNs();
    const bool again = mayAddUpMemory(now, last);
    auto sample = sampleProcess(pid, again ? nullptr : &last.sample);
    if (again) {
        const Duration cost{monotonicNs() - now};
        m_memoryCost += cost;
        m_memoryNext = std::max(m_memoryNext, now - Duration{kMemorySaved}.count()) + (cost * kShare).count();
        last.memoryAt = now;
    }
    if (!sample) return false;
    if (pid == ::getpid()) sample->state = '\0';  // who looks is running at that moment, and hardly ever else
    if (*sample == last.sample) return false;
    last.sample = *sample;
    ring.writeAfter({.actor = actor, .object = sample->parent, .ticket = static_cast<std::uint32_t>(pid),
                     .kind = EventKind::processSampled, .detail = static_cast<std::uint8_t>(sample->state),
                     .value = sample->packed()});
    return true;
}

}  // namespace interleave
