#include "tests/support/lab_run.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

#include "core/base/membarrier.hpp"
#include "core/trace/merge.hpp"
#include "core/trace/ring_reader.hpp"
#include "core/trace/trace_check.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kStagingBytes = std::size_t{256} << 20;
constexpr std::size_t kAll = ~std::size_t{0};

// Lab::run takes a plain function, as scenarios are; a test's body finds its closure here.
thread_local const std::function<void(Lab&)>* t_body = nullptr;

}  // namespace

Store runInThisProcess(const RunnerOrder& order, std::function<void(Lab&)> body) {
    const bool isVirtual = order.runtime == RuntimeKind::virtualTime;
    Arena arena = std::move(isVirtual ? *Arena::create(TickSource::virtualTime) : *Arena::create());
    if (!registerForBarriers()) arena.header().useMembarrier = 0;
    const ClockPair base{arena.header().baseTicks, isVirtual ? 0 : arena.header().baseMonotonic, 0};

    std::string failure;
    std::atomic<bool> over{false};
    std::jthread program([&] {
        t_body = &body;
        {
            Lab lab{arena, order};
            const auto ran = lab.run([](Lab& l) { (*t_body)(l); });
            if (!ran) failure = ran.error().what;
        }
        over.store(true);
    });

    Store store;
    store.facts().runtime = order.runtime;
    Staging staging{kStagingBytes};
    RingReader reader{arena, staging};
    Merge merge{arena, staging, ClockMap{base, isVirtual ? 1.0 : measureNsPerTick(arena.header().tickSource, 5ms)}};
    const auto pull = [&](bool final) {
        const RingReader::Pass pass = reader.pass(false);
        staging.commit(pass.watermark, final);
        merge.refill();
        while (merge.appendTo(store, kAll) > 0) {
        }
        return pass.empty;
    };
    while (!over.load()) {
        pull(false);
        std::this_thread::sleep_for(200us);
    }
    program.join();
    reader.closeAll();
    while (!pull(true)) {
    }
    pull(true);
    store.advance(merge.completeUpTo(), merge.completeUpTo());
    if (!failure.empty()) throw std::runtime_error(failure);
    return store;
}

RunnerOrder testOrder(RuntimeKind runtime, std::uint32_t cores) {
    RunnerOrder order;
    order.scenario = "tests/lab";
    order.runtime = runtime;
    order.cores = cores;
    return order;
}

std::string brokenLawsOf(const Store& store) {
    std::string text;
    for (const Violation& violation : store.violations()) text += describe(store, violation) + "\n";
    return text;
}

std::int64_t resultOf(const Store& store, std::string_view name) {
    for (const auto& [key, value] : store.results()) {
        if (key == name) return value.integer;
    }
    throw std::runtime_error("the run told no result '" + std::string(name) + "'");
}

}  // namespace interleave
