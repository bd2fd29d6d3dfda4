// What it takes to suspend one and resume another, beside what others take for the same: our event loop, recorded and
// drained; a bare coroutine and a bare fiber of ours; Boost.Context; Python's greenlet and asyncio.
// And how much memory one takes that only waits.
#include <malloc.h>

#include <chrono>
#include <coroutine>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#if defined(INTERLEAVE_HAS_BOOST_CONTEXT)
#include <boost/context/fiber.hpp>
#endif

#include "core/base/descriptor_limit.hpp"
#include "core/base/membarrier.hpp"
#include "core/coro/fiber.hpp"
#include "core/runtime/self.hpp"
#include "tests/bench/live_drain.hpp"

namespace interleave {
namespace {

constexpr int kTurns = 200'000;  // of each

// A loop's thread ends with its actors; what they stand on outlives both.
struct LoopStage {
    Arena arena;
    RingWriter ring{arena};
    std::unique_ptr<Runtime> runtime;

    explicit LoopStage(Arena made) : arena(std::move(made)) {
        RunnerOrder order;
        order.runtime = RuntimeKind::coroutines;
        runtime = makeCoroutinesRuntime(arena, order);
        Runtime::useRing(&ring);
    }
    ~LoopStage() { Runtime::useRing(nullptr); }
};

std::unique_ptr<LoopStage> makeStage(benchmark::State& state) {
    auto arena = Arena::create();
    if (arena && registerForBarriers()) return std::make_unique<LoopStage>(std::move(*arena));
    state.SkipWithError("no arena can be made");
    return nullptr;
}

void coroutineSwitchOnTheLoop(benchmark::State& state) {
    const auto stage = makeStage(state);
    if (!stage) return;
    const bench::LiveDrain drain(stage->arena);
    const auto takeTurns = [](Self self) -> Task {
        for (int i = 0; i < kTurns; ++i) co_await self.yield();
    };
    for (auto _ : state) {
        stage->runtime->spawn("A", takeTurns);
        stage->runtime->spawn("B", takeTurns);
        const auto begin = std::chrono::steady_clock::now();
        stage->runtime->runAll();
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    state.SetItemsProcessed(state.iterations() * 2 * kTurns);
}
BENCHMARK(coroutineSwitchOnTheLoop)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

struct Bare {
    struct promise_type {
        Bare get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() const noexcept { return {}; }
        std::suspend_always final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
        void unhandled_exception() const { std::terminate(); }
    };
    std::coroutine_handle<promise_type> frame;
};

// Suspended and resumed: two switches.
void bareCoroutineSwitch(benchmark::State& state) {
    const auto endless = []() -> Bare {
        for (;;) co_await std::suspend_always{};
    };
    const Bare one = endless();
    for (auto _ : state) one.frame.resume();
    state.SetItemsProcessed(state.iterations() * 2);
    one.frame.destroy();
}
BENCHMARK(bareCoroutineSwitch);

void bareFiberSwitch(benchmark::State& state) {
    Fiber one([] {
        for (;;) Fiber::current()->stop();
    });
    for (auto _ : state) one.resume();
    state.SetItemsProcessed(state.iterations() * 2);
}
BENCHMARK(bareFiberSwitch);

void boostContextSwitch(benchmark::State& state) {
#if defined(INTERLEAVE_HAS_BOOST_CONTEXT)
    bool isOver = false;
    boost::context::fiber one([&](boost::context::fiber&& back) {
        while (!isOver) back = std::move(back).resume();
        return std::move(back);
    });
    for (auto _ : state) one = std::move(one).resume();
    state.SetItemsProcessed(state.iterations() * 2);
    isOver = true;
    one = std::move(one).resume();
#else
    for (auto _ : state) state.SkipWithError("needs libboost-context-dev");
#endif
}
BENCHMARK(boostContextSwitch);

// python_switches.py prints the seconds that so many switches took, or what is missing.
void pythonSwitch(benchmark::State& state, const char* way) {
    const std::string arguments = std::string(way) + " " + std::to_string(kTurns);
    const std::string command = "/usr/bin/python3 " INTERLEAVE_PYTHON_SWITCHES " " + arguments;
    for (auto _ : state) {
        const std::unique_ptr<FILE, int (*)(FILE*)> python(::popen(command.c_str(), "r"), ::pclose);
        double seconds = 0;
        if (!python || std::fscanf(python.get(), "%lf", &seconds) != 1)
            return state.SkipWithError("needs /usr/bin/python3, and python3-greenlet for greenlet");
        state.SetIterationTime(seconds);
    }
    state.SetItemsProcessed(state.iterations() * 2 * kTurns);
}
BENCHMARK_CAPTURE(pythonSwitch, greenlet, "greenlet")->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(pythonSwitch, asyncio, "asyncio")->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

std::size_t heapBytes() {
    const struct mallinfo2 heap = ::mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

// So many that wait for one event: the heap that each of them takes while all do,
// and the time until the last has ended.
void idleTasksOnTheLoop(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    for (auto _ : state) {
        const auto stage = makeStage(state);
        if (!stage) return;
        const bench::LiveDrain drain(stage->arena);
        const EventFlag end = EventFlag::make(stage->arena, stage->arena.newObject());
        std::size_t ended = 0, taken = 0;
        const std::size_t before = heapBytes();
        for (std::size_t i = 0; i < count; ++i) {
            stage->runtime->spawn("t", [&ended, end](Self self) -> Task {
                co_await self.wait(end);
                ++ended;
            });
        }
        stage->runtime->spawn("last", [&taken, before, end](Self self) -> Task {
            taken = heapBytes() - before;
            co_await self.set(end);
        });
        const auto begin = std::chrono::steady_clock::now();
        stage->runtime->runAll();
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        if (ended != count) return state.SkipWithError("not all came to their end");
        state.counters["bytes_each"] = static_cast<double>(taken) / static_cast<double>(count);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}
BENCHMARK(idleTasksOnTheLoop)->Arg(100'000)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

// As it, each waiting for a socket of its own.
void idleSocketsOnTheLoop(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    if (const auto allowed = allowDescriptors(count); !allowed)
        return state.SkipWithError(allowed.error().what.c_str());
    for (auto _ : state) {
        const auto stage = makeStage(state);
        if (!stage) return;
        const bench::LiveDrain drain(stage->arena);
        const std::vector<UdpSocket> sockets(count);
        std::size_t ended = 0, taken = 0;
        const std::size_t before = heapBytes();
        for (const UdpSocket& each : sockets) {
            stage->runtime->spawn("s", [&ended, &each](Self self) -> Task {
                (void)co_await self.receive(each, {{}, each.fd()});
                ++ended;
            });
        }
        stage->runtime->spawn("outside", [&sockets, &taken, before](Self self) -> Task {
            co_await self.yield();
            taken = heapBytes() - before;
            const UdpSocket from;
            for (const UdpSocket& each : sockets) from.send(each.port(), {1, "!"});
        });
        const auto begin = std::chrono::steady_clock::now();
        stage->runtime->runAll();
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        if (ended != count) return state.SkipWithError("not all were woken");
        state.counters["bytes_each"] = static_cast<double>(taken) / static_cast<double>(count);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}
BENCHMARK(idleSocketsOnTheLoop)->Arg(10'000)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace interleave
