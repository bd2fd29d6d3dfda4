#include "ui/timeline/side_by_side.hpp"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

namespace interleave::ui {
namespace {

constexpr std::size_t kMostHelpers = 3;  // beyond that memory is the limit

// Outlives the call: a helper that starts late finds nothing left, and does not look at `work`.
struct Share {
    const std::function<void(std::size_t)>* work;
    std::size_t count;
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};

    void takePart() {
        // Relaxed: a number only has to be handed out once. What a piece writes is published by `done`.
        for (std::size_t i = next.fetch_add(1, std::memory_order_relaxed); i < count;
             i = next.fetch_add(1, std::memory_order_relaxed)) {
            (*work)(i);
            // Release, so that whoever reads the last count with acquire sees all that was drawn.
            if (done.fetch_add(1, std::memory_order_acq_rel) + 1 == count) done.notify_one();
        }
    }
};

}  // namespace

void sideBySide(std::size_t count, const std::function<void(std::size_t)>& work) {
    if (count == 0) return;
    const auto share = std::make_shared<Share>();
    share->work = &work;
    share->count = count;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t i = 0; i < std::min({cores - 1, count - 1, kMostHelpers}); ++i)
        if (!QThreadPool::globalInstance()->tryStart([share] { share->takePart(); })) break;
    share->takePart();
    for (std::size_t done = share->done.load(std::memory_order_acquire); done < count;
         done = share->done.load(std::memory_order_acquire))
        share->done.wait(done, std::memory_order_acquire);
}

}  // namespace interleave::ui
