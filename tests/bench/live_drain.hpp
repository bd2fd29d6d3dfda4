// A drain as a run has it, without a run: empties the rings of an arena while they are written, and throws the
// events away.
#pragma once

#include <optional>
#include <thread>

#include "core/trace/ring_reader.hpp"
#include "tests/bench/cores.hpp"

namespace interleave::bench {

class LiveDrain {
public:
    // `core`: where it is pinned; without one the kernel places it.
    explicit LiveDrain(Arena& arena, std::optional<unsigned> core = std::nullopt)
        : m_reader(arena, m_staging), m_thread([this, core](std::stop_token stop) {
              if (core) pinTo(*core);
              while (!stop.stop_requested()) drain();
          }) {}

    Duration writersWaited() const { return m_reader.waited(); }

private:
    void drain() {
        const auto pass = m_reader.pass(false);
        m_staging.commit(pass.watermark);
        if (m_staging.take(m_batch)) {
            for (const EventRun& run : m_batch.runs) m_staging.giveBack(run.slab);
            m_batch.runs.clear();
        }
        // As core/session/drain.cpp does.
        constexpr double kBusy = 1.0 / 8;
        if (pass.fullest <= kBusy) std::this_thread::sleep_for(std::chrono::microseconds(20));
    }

    Staging m_staging{std::size_t{256} << 20};
    RingReader m_reader;
    Batch m_batch;
    std::jthread m_thread;  // last: it uses what stands above
};

}  // namespace interleave::bench
