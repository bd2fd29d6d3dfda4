#include <chrono>
#include <memory>
#include <thread>

#include "core/base/membarrier.hpp"
#include "core/session/standstill.hpp"
#include "core/trace/merge.hpp"
#include "core/trace/ring_reader.hpp"
#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kStagingBytes = std::size_t{64} << 20;
constexpr std::size_t kAll = ~std::size_t{0};
constexpr auto kStandsStillAfter = 25ms;  // with nothing new on record
thread_local const std::function<void(Lab&)>* t_body = nullptr;

// What the actors that are left behind still stand on; never given back.
struct LeftBehind {
    Arena arena;
    RunnerOrder order;
    std::function<void(Lab&)> body;
    std::atomic<bool> over{false};

    void live() {
        t_body = &body;
        Lab lab{arena, order};
        if (!lab.run([](Lab& l) { (*t_body)(l); })) std::abort();
        over.store(true);
    }
};

}  // namespace

Store runToStandstill(const RunnerOrder& order, std::function<void(Lab&)> body) {
    const bool isVirtual = order.runtime == RuntimeKind::virtualTime;
    auto* run = new LeftBehind{std::move(isVirtual ? *Arena::create(TickSource::virtualTime) : *Arena::create()), order,
                               std::move(body)};
    Arena& arena = run->arena;
    if (!registerForBarriers()) arena.header().useMembarrier = 0;
    const ClockPair base{arena.header().baseTicks, isVirtual ? 0 : arena.header().baseMonotonic, 0};
    std::thread([run] { run->live(); }).detach();

    Store store;
    store.facts().runtime = order.runtime;
    Staging staging{kStagingBytes};
    RingReader reader{arena, staging};
    Merge merge{arena, staging, ClockMap{base, isVirtual ? 1.0 : measureNsPerTick(arena.header().tickSource, 2ms)}};
    auto lastNews = std::chrono::steady_clock::now();
    for (bool over = false; !over;) {
        over = run->over.load();
        const std::size_t before = store.events().end();
        const RingReader::Pass pass = reader.pass(false);
        // Virtual time stands where nobody can move: what happened at this very moment is complete, too.
        // It has one ring.
        staging.commit(pass.watermark + (isVirtual ? 1 : 0), over);
        merge.refill();
        while (merge.appendTo(store, kAll) > 0) {
        }
        const auto now = std::chrono::steady_clock::now();
        if (store.events().end() != before) lastNews = now;
        // Without an actor that could move, and nothing new for long enough that nothing is on its way either.
        if (now - lastNews > kStandsStillAfter && standstillOf(store) != Standstill::none) break;
        std::this_thread::sleep_for(100us);
    }
    store.advance(merge.completeUpTo(), merge.completeUpTo());
    return store;
}

}  // namespace interleave
