#include "ui/timeline/side_by_side.hpp"

#include <QSemaphore>
#include <QThreadPool>

#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

TEST(SideBySide, EveryPieceIsDoneOnceWhenItReturns) {
    for (int round = 0; round < 500; ++round) {
        std::vector<int> done(static_cast<std::size_t>(round % 40));
        sideBySide(done.size(), [&](std::size_t i) { ++done[i]; });
        EXPECT_EQ(done, std::vector<int>(done.size(), 1));
    }
}

TEST(SideBySide, AnotherThreadTakesWhatTheFirstHasNoTimeFor) {
    if (QThread::idealThreadCount() < 2) GTEST_SKIP() << "one core: nobody to share with";
    QThreadPool::globalInstance()->waitForDone();  // of what was before
    QSemaphore second;
    bool met = false;
    // The first piece ends only when the second has been taken, by somebody else then.
    sideBySide(2, [&](std::size_t i) {
        if (i == 1) second.release();
        else met = second.tryAcquire(1, 10'000);
    });
    EXPECT_TRUE(met);
}

TEST(SideBySide, WithEveryThreadBusyTheCallerDoesItAlone) {
    QThreadPool& pool = *QThreadPool::globalInstance();
    QSemaphore free;
    const int busy = pool.maxThreadCount();
    for (int i = 0; i < busy; ++i) pool.start([&] { free.acquire(); });
    std::vector<int> done(20);
    sideBySide(done.size(), [&](std::size_t i) { ++done[i]; });
    EXPECT_EQ(std::accumulate(done.begin(), done.end(), 0), 20);
    free.release(busy);
    pool.waitForDone();
}

}  // namespace
}  // namespace interleave::ui
