// From the rings into staging: the watermark, the reuse of rings, and what happens when nobody takes what is staged.
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <thread>

#include <gtest/gtest.h>

#include "core/base/membarrier.hpp"
#include "core/trace/ring_reader.hpp"
#include "core/trace/ring_writer.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kNoLimit = std::size_t{1} << 30;

void pinTo(unsigned core) {
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(core % std::max(1U, std::thread::hardware_concurrency()), &only);
    ::sched_setaffinity(0, sizeof only, &only);
}

Event numbered(std::uint32_t actor, std::int64_t value) {
    return {.actor = actor, .kind = EventKind::lineReached, .value = value};
}

// The writer's protocol by hand, so that it can be stopped at the worst moment: stamped, but not published.
class StallingWriter {
public:
    StallingWriter(Arena& arena, std::uint32_t actor) : m_source(arena.header().tickSource), m_actor(actor) {
        // Claimed as RingWriter does it: one that begins at the same moment looks for rings that are nobody's, too.
        for (std::uint32_t nobody = 1; nobody != 0;) {
            nobody = 0;
            m_index = arena.header().ringEnd.fetch_add(1);
            m_words = &arena.ring(m_index);
            m_words->ownerTid.compare_exchange_strong(nobody, static_cast<std::uint32_t>(::gettid()));
        }
        m_slots = arena.ringSlots(m_index);
        m_words->state.store(RingState::live);
        m_last = readTicks(m_source);
    }
    void write(Duration stall) {
        while (m_head - m_words->tail.load(std::memory_order_acquire) >= kRingSlots) std::this_thread::yield();
        m_words->pending.store(m_last | 1, std::memory_order_relaxed);
        std::atomic_signal_fence(std::memory_order_seq_cst);
        Event event = numbered(m_actor, static_cast<std::int64_t>(m_head));
        event.time = m_last = readTicks(m_source);
        if (stall.count() > 0) std::this_thread::sleep_for(stall);
        m_slots[m_head % kRingSlots] = event;
        m_words->head.store(++m_head, std::memory_order_release);
        m_words->pending.store(0, std::memory_order_release);
    }
    std::uint64_t written() const { return m_head; }

private:
    TickSource m_source;
    std::uint32_t m_actor;
    std::uint32_t m_index = 0;
    RingWords* m_words = nullptr;
    Event* m_slots = nullptr;
    std::uint64_t m_head = 0;
    Ticks m_last = 0;
};

class DrainTest : public ::testing::Test {
protected:
    DrainTest() {
        if (!registerForBarriers()) m_arena.header().useMembarrier = 0;
    }

    // One pass of the drain and one look of the consumer. Events that contradict an earlier watermark are counted.
    void pull() {
        const RingReader::Pass pass = m_reader.pass(false);
        m_staging.commit(pass.watermark);
        const Ticks promised = m_batch.watermark;
        m_staging.take(m_batch);
        for (const EventRun& run : m_batch.runs) {
            for (std::uint32_t i = 0; i < run.count; ++i) check(run.events[i], promised);
            m_staging.giveBack(run.slab);
        }
        ASSERT_GE(m_batch.watermark, promised);
    }
    void check(const Event& event, Ticks promised) {
        if (event.time < promised) ++m_tooLate;
        if (event.kind == EventKind::recorderWaited) return;  // written before a full ring, unnumbered
        std::int64_t& next = m_next[event.actor];
        if (event.value != next) ++m_outOfOrder;
        ++next;
        ++m_events;
    }

    Arena m_arena = std::move(*Arena::create());
    Staging m_staging{kNoLimit};
    RingReader m_reader{m_arena, m_staging};
    Batch m_batch;
    std::map<std::uint32_t, std::int64_t> m_next;
    std::uint64_t m_events = 0;
    std::uint64_t m_tooLate = 0;
    std::uint64_t m_outOfOrder = 0;
};

TEST_F(DrainTest, NoEventEverComesAfterAWatermarkThatIsLaterThanItsStamp) {
    // Two writers at full speed, pinned, and one that is held up between stamp and publication again and again.
    std::atomic<bool> enough{false};
    std::atomic<std::uint64_t> written{0};
    std::atomic<int> running{3};
    std::vector<std::thread> writers;
    for (std::uint32_t w = 0; w < 2; ++w) {
        writers.emplace_back([&, w] {
            pinTo(w);
            RingWriter ring{m_arena};
            std::int64_t n = 0;
            while (!enough.load(std::memory_order_relaxed)) ring.write(numbered(w, n++));
            written += static_cast<std::uint64_t>(n);
            --running;
        });
    }
    writers.emplace_back([&] {
        StallingWriter writer{m_arena, 2};
        while (!enough.load(std::memory_order_relaxed))
            writer.write(writer.written() % 3 == 0 ? Duration{300us} : Duration{0});
        written += writer.written();
        --running;
    });

    const auto until = std::chrono::steady_clock::now() + 1500ms;
    while (std::chrono::steady_clock::now() < until) pull();
    enough = true;
    while (running > 0) pull();  // they may stand before a full ring
    for (std::thread& writer : writers) writer.join();
    pull();

    EXPECT_EQ(m_tooLate, 0U);
    EXPECT_EQ(m_outOfOrder, 0U);
    EXPECT_EQ(m_events, written.load());
    EXPECT_GT(m_events, 10'000U);
    EXPECT_EQ(m_reader.dropped(), 0U);
}

TEST_F(DrainTest, AReaderThatLooksAllTheTimeIsNeverAheadOfAWriterOnAnotherCore) {
    // Where a mark stays in the writer's store buffer while the stamp is taken: one writer that pauses now and then, so
    // that its mark's line is the reader's each time, and one reader that does nothing but look.
    std::atomic<bool> enough{false};
    std::atomic<bool> running{true};
    std::thread writer([&] {
        pinTo(0);
        RingWriter ring{m_arena};
        for (std::int64_t n = 0; !enough.load(std::memory_order_relaxed); ++n) {
            ring.write(numbered(0, n));
            for (int pause = 0; pause < n % 64; ++pause) std::atomic_signal_fence(std::memory_order_seq_cst);
        }
        running = false;
    });
    std::thread reader([&] {
        pinTo(1);
        const auto until = std::chrono::steady_clock::now() + 1500ms;
        while (std::chrono::steady_clock::now() < until) pull();
        enough = true;
        while (running) pull();
    });
    reader.join();
    writer.join();
    pull();
    EXPECT_EQ(m_tooLate, 0U);
    EXPECT_EQ(m_outOfOrder, 0U);
}

TEST_F(DrainTest, AWriterStoppedBetweenStampAndPublicationHoldsTheWatermarkBack) {
    StallingWriter slow{m_arena, 0};
    RingWriter quick{m_arena};
    std::thread stalled([&slow] { slow.write(100ms); });
    std::this_thread::sleep_for(20ms);
    const Ticks duringStall = readTicks(m_arena.header().tickSource);
    quick.write(numbered(1, 0));
    pull();
    EXPECT_EQ(m_events, 1U) << "others are drained all the same";
    EXPECT_LT(m_batch.watermark, duringStall);
    stalled.join();
    pull();
    EXPECT_EQ(m_events, 2U);
    EXPECT_GT(m_batch.watermark, duringStall);
}

TEST_F(DrainTest, FourThreadsLoseAndReorderNothing) {
    constexpr std::int64_t kEach = 200'000;
    std::atomic<int> running{4};
    std::vector<std::thread> writers;
    for (std::uint32_t w = 0; w < 4; ++w) {
        writers.emplace_back([this, w, &running] {
            RingWriter ring{m_arena};
            for (std::int64_t i = 0; i < kEach; ++i) ring.write(numbered(w, i));
            --running;
        });
    }
    while (running > 0) pull();
    for (std::thread& writer : writers) writer.join();
    pull();
    EXPECT_EQ(m_events, 4U * kEach);
    EXPECT_EQ(m_outOfOrder, 0U);
    for (std::uint32_t w = 0; w < 4; ++w) EXPECT_EQ(m_next[w], kEach);
    EXPECT_EQ(m_tooLate, 0U);
}

TEST_F(DrainTest, AClosedRingIsUsedAgainOnceItIsDrained) {
    for (std::int64_t n = 0; n < 100; ++n) {
        {
            RingWriter ring{m_arena};
            ASSERT_TRUE(ring.writes());
            ring.write(numbered(0, n));
        }
        pull();
    }
    EXPECT_EQ(m_events, 100U);
    EXPECT_EQ(m_outOfOrder, 0U);
    EXPECT_EQ(m_arena.header().ringEnd.load(), 1U);
    EXPECT_EQ(m_arena.ring(0).generation.load(), 100U);
}

TEST_F(DrainTest, AClosedRingIsNotUsedAgainBeforeItIsDrained) {
    { RingWriter(m_arena).write(numbered(0, 0)); }
    const RingWriter other{m_arena};
    EXPECT_EQ(m_arena.header().ringEnd.load(), 2U);
    EXPECT_EQ(m_arena.ring(0).generation.load(), 0U);
}

TEST_F(DrainTest, WritersWaitWhereNobodyTakesWhatIsStagedAndNothingIsLost) {
    constexpr std::int64_t kMany = 4 * kRingSlots;
    Staging staging{1U << 20};
    RingReader reader{m_arena, staging};
    std::thread writer([this] {
        RingWriter ring{m_arena};
        for (std::int64_t i = 0; i < kMany; ++i) ring.write(numbered(0, i));
    });
    for (int i = 0; i < 30; ++i) {
        staging.commit(reader.pass(false).watermark);
        std::this_thread::sleep_for(2ms);
    }
    EXPECT_TRUE(staging.full());

    Batch batch;
    std::int64_t next = 0;
    while (next < kMany) {
        staging.commit(reader.pass(false).watermark);
        staging.take(batch);
        for (const EventRun& run : batch.runs) {
            for (std::uint32_t i = 0; i < run.count; ++i) {
                if (run.events[i].kind == EventKind::recorderWaited) continue;
                ASSERT_EQ(run.events[i].value, next++);
            }
            staging.giveBack(run.slab);
        }
    }
    writer.join();
    EXPECT_GT(reader.waited(), Duration{10ms});
}

TEST_F(DrainTest, WithoutRoomTheWatermarkStaysAtTheOldestEventThatWasLeft) {
    Staging tiny{sizeof(Event)};
    RingReader reader{m_arena, tiny};
    RingWriter first{m_arena};
    RingWriter second{m_arena};
    second.write(numbered(1, 0));
    first.write(numbered(0, 0));

    tiny.commit(reader.pass(false).watermark);
    Batch batch;
    ASSERT_TRUE(tiny.take(batch));
    ASSERT_EQ(batch.runs.size(), 1U) << "room for one ring only";
    EXPECT_EQ(batch.runs[0].events->actor, 1U) << "the oldest goes first";
    EXPECT_GT(batch.watermark, batch.runs[0].events->time);
    EXPECT_EQ(batch.watermark, m_arena.ringSlots(0)->time);
    tiny.giveBack(batch.runs[0].slab);

    tiny.commit(reader.pass(false).watermark);
    ASSERT_TRUE(tiny.take(batch));
    ASSERT_EQ(batch.runs.size(), 1U);
    EXPECT_EQ(batch.runs[0].events->actor, 0U);
    tiny.giveBack(batch.runs[0].slab);
}

TEST_F(DrainTest, ThreadsThatBecomeActorsAreFoundAheadOfTheirEventsButNotInsideTexts) {
    RingWriter ring{m_arena};
    // A text whose bytes look like a start, byte for byte.
    const Event lookalike{.time = 1, .actor = 9, .kind = EventKind::actorStarted, .value = 999};
    ring.writeText({.actor = 1, .kind = EventKind::note},
                   {reinterpret_cast<const char*>(&lookalike), sizeof lookalike});
    ring.write({.actor = 4, .object = 1, .kind = EventKind::actorStarted, .value = 4711});
    m_staging.commit(m_reader.pass(true).watermark);
    m_staging.take(m_batch);
    ASSERT_EQ(m_batch.starts.size(), 1U);
    EXPECT_EQ(m_batch.starts[0].tid, 4711U);
    EXPECT_EQ(m_batch.starts[0].actor, ActorId{4});
    for (const EventRun& run : m_batch.runs) m_staging.giveBack(run.slab);
}

TEST_F(DrainTest, TheMarkOfAWriterThatWasKilledIsForgotten) {
    const pid_t child = ::fork();
    if (child == 0) {
        RingWriter ring{m_arena};
        ring.write(numbered(0, 0));
        m_arena.ring(0).pending.store(readTicks(m_arena.header().tickSource) | 1);  // killed right here
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    pull();
    const Ticks stuck = m_batch.watermark;
    pull();
    EXPECT_EQ(m_batch.watermark, stuck);

    m_reader.forgetDeadWriters();
    m_reader.forgetDeadWriters();  // twice: a mark has to stand still first
    pull();
    EXPECT_GT(m_batch.watermark, stuck);
    EXPECT_EQ(m_events, 1U) << "what it had published is kept";
    EXPECT_EQ(m_arena.ring(0).state.load(), RingState::unclaimed);
}

TEST_F(DrainTest, TheMarkOfALivingWriterIsNeverForgotten) {
    RingWriter ring{m_arena};
    m_arena.ring(0).pending.store(1);
    pull();
    m_reader.forgetDeadWriters();
    m_reader.forgetDeadWriters();
    EXPECT_EQ(m_arena.ring(0).pending.load(), 1U);
    m_arena.ring(0).pending.store(0);
}

}  // namespace
}  // namespace interleave
