// How long it takes until a deadlock is known: from the event that closes the cycle to its mark in the Store, in a live
// run, through ring, drain and merge; and what looking for cycles adds to each wait.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

#include "core/session/session.hpp"
#include "core/trace/trace_state.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr Duration kFrame = 16ms;  // as the window pulls

// A run of two locks in opposite order: how long after the last wait the store has the deadlock. Asked for at once
// (news wakes the reader), or once in a frame as the window does.
Expected<Duration> latencyOfOneRun(bool onceAFrame) {
    RunRequest request = defaultRequest("locks/deadlock").value();
    request.params = {{"work", "1"}, {"pause", "300"}};  // past the beginning, while clocks are still being measured
    auto checked = checkedRequest(std::move(request));
    if (!checked) return tl::unexpected(checked.error());
    Store store;
    auto session = Session::start(*checked, store, {.runnerPath = INTERLEAVE_RUNNER_PROGRAM});
    if (!session) return tl::unexpected(session.error());
    while (store.deadlocks().empty() && (*session)->state() != SessionState::over) {
        (*session)->waitForNews(kFrame);
        if (onceAFrame) std::this_thread::sleep_for(kFrame);
        (*session)->pull(store, kFrame);
    }
    if (store.deadlocks().empty()) return refused("the run ended without a deadlock");
    return store.deadlocks()[0].foundAfter;
}

void deadlockFound(benchmark::State& state) {
    std::vector<double> micros;
    for (auto _ : state) {
        const auto latency = latencyOfOneRun(state.range(0) != 0);
        if (!latency) return state.SkipWithError(latency.error().what.c_str());
        constexpr double kNsPerUs = 1e3;
        micros.push_back(static_cast<double>(latency->count()) / kNsPerUs);
    }
    if (micros.empty()) return;
    std::ranges::sort(micros);
    state.counters["median_us"] = micros[micros.size() / 2];
    state.counters["worst_us"] = micros.back();
}
BENCHMARK(deadlockFound)->ArgName("framed")->Arg(0)->Arg(1)->Iterations(20)->Unit(benchmark::kMillisecond);

// One more wait at the end of a chain of waits, closing a ring of so many, until the verdict.
void cycleClosed(benchmark::State& state) {
    const auto actors = static_cast<std::uint32_t>(state.range(0));
    TraceState open;
    std::vector<Violation> violations;
    const auto apply = [&](TraceState& to, EventKind kind, std::uint32_t actor, std::uint32_t object,
                           std::uint32_t ticket, std::uint8_t detail) {
        return to.apply({.time = 1, .actor = actor, .object = object, .ticket = ticket, .kind = kind, .detail = detail},
                        0, violations);
    };
    constexpr auto kForLock = static_cast<std::uint8_t>(WaitReason::lock);
    for (std::uint32_t i = 0; i < actors; ++i) {
        for (const EventKind kind : {EventKind::actorCreated, EventKind::ready, EventKind::running})
            (void)apply(open, kind, i, 0, 0, 0);
        (void)apply(open, EventKind::objectCreated, i, i, 0, 0);
        (void)apply(open, EventKind::lockAcquired, i, i, 1, 0);
    }
    for (std::uint32_t i = 0; i + 1 < actors; ++i) (void)apply(open, EventKind::waiting, i, i + 1, 0, kForLock);
    for (auto _ : state) {
        state.PauseTiming();
        TraceState closing = open;
        state.ResumeTiming();
        auto deadlock = apply(closing, EventKind::waiting, actors - 1, 0, 0, kForLock);
        if (!deadlock || deadlock->actors.size() != actors) return state.SkipWithError("no deadlock was found");
        benchmark::DoNotOptimize(deadlock);
    }
}
BENCHMARK(cycleClosed)->ArgName("actors")->Arg(2)->Arg(50)->Arg(1000);

}  // namespace
}  // namespace interleave
