#include "core/trace/merge.hpp"

#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace interleave {
namespace {

using namespace std::chrono_literals;

// Streams made by hand, with ticks that are nanoseconds, merged into a store.
class MergeTest : public ::testing::Test {
protected:
    static constexpr std::size_t kNoLimit = std::size_t{1} << 30;

    void give(std::uint32_t stream, std::vector<Event> events) { m_staging.append(stream, events); }

    // Everything stamped before `watermark` has been given.
    void mergeUpTo(Ticks watermark, bool final = false) {
        m_staging.commit(watermark, final);
        do {
            m_merge.refill();
            m_merge.appendTo(m_store, m_slice);
        } while (!m_merge.caughtUp());
        m_store.advance(m_merge.completeUpTo(), {});
    }
    void mergeAll() { mergeUpTo(~Ticks{0}, true); }

    std::vector<Event> merged() const {
        std::vector<Event> events;
        for (std::size_t i = m_store.events().first(); i < m_store.events().end(); ++i)
            events.push_back(m_store.events()[i]);
        return events;
    }
    std::vector<std::uint64_t> mergedTimes() const {
        std::vector<std::uint64_t> times;
        for (const Event& event : merged()) times.push_back(event.time);
        return times;
    }

    Arena m_arena = std::move(*Arena::create());
    Staging m_staging{kNoLimit};
    Merge m_merge{m_arena, m_staging, ClockMap{ClockPair{}, 1.0}};
    Store m_store;
    std::size_t m_slice = 1000;
};

Event noted(Ticks at, std::uint32_t actor = 0, std::int64_t value = 0) {
    return {.time = at, .actor = actor, .kind = EventKind::lineReached, .value = value};
}

Event locked(Ticks at, std::uint32_t ticket, std::uint32_t actor = 0) {
    const auto kind = ticket % 2 == 1 ? EventKind::lockAcquired : EventKind::lockReleased;
    return {.time = at, .actor = actor, .object = 0, .ticket = ticket, .kind = kind};
}

TEST_F(MergeTest, InterleavesStreamsByTime) {
    give(0, {noted(10), noted(40), noted(50)});
    give(7, {noted(20), noted(30), noted(60)});
    mergeAll();
    EXPECT_EQ(mergedTimes(), (std::vector<std::uint64_t>{10, 20, 30, 40, 50, 60}));
}

TEST_F(MergeTest, AppendsNothingThatIsNotBeforeTheWatermark) {
    give(0, {noted(10), noted(20), noted(30)});
    mergeUpTo(20);
    EXPECT_EQ(mergedTimes(), (std::vector<std::uint64_t>{10}));
    EXPECT_EQ(m_store.now(), TraceTime{20});

    give(1, {noted(20), noted(25)});  // as late as the watermark allowed
    mergeUpTo(31);
    EXPECT_EQ(mergedTimes(), (std::vector<std::uint64_t>{10, 20, 20, 25, 30}));
}

TEST_F(MergeTest, KeepsEveryStreamsOrderAndLosesNothingWhateverTheBatchesAre) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        Staging staging{kNoLimit};
        Merge merge{m_arena, staging, ClockMap{ClockPair{}, 1.0}};
        Store store;
        std::vector<Ticks> last(1 + random() % 9, 0);
        std::vector<std::int64_t> given(last.size(), 0);
        Ticks watermark = 0;
        for (int batch = 0; batch < 50; ++batch) {
            for (std::uint32_t s = 0; s < last.size(); ++s) {
                std::vector<Event> events;
                last[s] = std::max(last[s], watermark);
                for (std::size_t n = random() % 40; n > 0; --n)
                    events.push_back(noted(last[s] += random() % 50, s, given[s]++));
                staging.append(s, events);
            }
            watermark = *std::min_element(last.begin(), last.end());
            staging.commit(watermark, batch == 49);
            do {
                merge.refill();
                merge.appendTo(store, 1 + random() % 100);
            } while (!merge.caughtUp());
        }
        ASSERT_TRUE(merge.done());

        std::vector<std::int64_t> seen(last.size(), 0);
        Ticks before = 0;
        for (std::size_t i = 0; i < store.events().end(); ++i) {
            const Event& event = store.events()[i];
            ASSERT_GE(event.time, before);
            before = event.time;
            ASSERT_EQ(event.value, seen[event.actor]++) << "stream " << event.actor << ", seed " << seed;
        }
        EXPECT_EQ(seen, given);
    }
}

TEST_F(MergeTest, HoldsAnEventBackUntilItsPredecessorOnTheObjectHasCome) {
    // Actor 1 got the lock (ticket 3) and stamped that before actor 0 had stamped its release (ticket 2).
    give(0, {locked(10, 1, 0), locked(30, 2, 0), noted(50, 0)});
    give(1, {locked(20, 3, 1), noted(25, 1)});
    mergeAll();

    const std::vector<Event> events = merged();
    ASSERT_EQ(events.size(), 5U);
    EXPECT_EQ(events[1].ticket, 2U);
    EXPECT_EQ(events[2].ticket, 3U);
    EXPECT_EQ(events[2].time, 30U) << "as late as its predecessor";
    EXPECT_EQ(events[3].actor, 1U);
    EXPECT_EQ(m_store.totals().violations, 0U);
    EXPECT_EQ(m_merge.gaps(), 0U);
}

TEST_F(MergeTest, WaitsForAPredecessorThatComesInALaterBatch) {
    give(0, {locked(10, 1, 0)});
    give(1, {locked(20, 3, 1)});
    mergeUpTo(1000);
    EXPECT_EQ(merged().size(), 1U);
    EXPECT_EQ(m_store.now(), TraceTime{20}) << "complete up to what is held back, no further";

    give(0, {locked(1000, 2, 0)});
    mergeUpTo(2000);
    ASSERT_EQ(merged().size(), 3U);
    EXPECT_EQ(merged().back().ticket, 3U);
}

TEST_F(MergeTest, PutsTicketsOfManyThreadsInOrderThoughTheirStampsAreNot) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        Staging staging{kNoLimit};
        Merge merge{m_arena, staging, ClockMap{ClockPair{}, 1.0}};
        Store store;
        std::vector<std::vector<Event>> streams(4);
        std::vector<Ticks> last(streams.size(), 0);
        std::vector<std::uint32_t> tickets(3, 0);
        for (Ticks now = 100; now < 20'000; now += 10) {  // each takes a ticket and stamps up to 60 later
            const auto s = static_cast<std::uint32_t>(random() % streams.size());
            const auto object = static_cast<std::uint32_t>(random() % tickets.size());
            last[s] = std::max(last[s], now + random() % 60);
            streams[s].push_back({.time = last[s],
                                  .actor = s,
                                  .object = object,
                                  .ticket = ++tickets[object],
                                  .kind = EventKind::semaphoreReleased,
                                  .value = tickets[object]});
        }
        for (std::uint32_t s = 0; s < streams.size(); ++s) staging.append(s, streams[s]);
        staging.commit(~Ticks{0}, true);
        merge.refill();
        while (!merge.caughtUp()) merge.appendTo(store, 100);

        EXPECT_EQ(store.totals().violations, 0U) << "seed " << seed;
        EXPECT_EQ(store.totals().events, 1990U);
        EXPECT_EQ(merge.gaps(), 0U);
    }
}

TEST_F(MergeTest, GivesALostPredecessorUpAfterTwoSecondsOfTheRun) {
    const auto second = static_cast<Ticks>(Duration(1s).count());
    give(0, {locked(100, 1), locked(200, 3)});  // 2 was dropped
    mergeUpTo(second);
    EXPECT_EQ(merged().size(), 1U);
    mergeUpTo(3 * second);
    EXPECT_EQ(merged().size(), 2U);
    EXPECT_EQ(m_merge.gaps(), 1U);
}

TEST_F(MergeTest, GivesALostPredecessorUpAtTheEndAtOnceAndStillKeepsTicketsInOrder) {
    give(0, {locked(10, 1), locked(20, 7), noted(21)});
    give(1, {locked(30, 6, 1)});  // 2 to 5 never came
    mergeAll();
    ASSERT_EQ(merged().size(), 4U);
    EXPECT_EQ(merged()[1].ticket, 6U);
    EXPECT_EQ(merged()[2].ticket, 7U);
    EXPECT_EQ(m_merge.gaps(), 1U);
    EXPECT_TRUE(m_merge.done());
}

TEST_F(MergeTest, MakesATextRecordOneEventEvenWhereItsSlotsWereCutApart) {
    const std::string text = "a longer sentence, written by a program to its standard output";
    std::vector<Event> slots{{.time = 10,
                              .actor = 3,
                              .line = 7,
                              .kind = EventKind::textFollows,
                              .detail = static_cast<std::uint8_t>(EventKind::textWritten),
                              .value = static_cast<std::int64_t>(text.size())}};
    for (std::size_t at = 0; at < text.size(); at += sizeof(Event)) {
        Event raw;
        text.copy(reinterpret_cast<char*>(&raw), sizeof raw, at);
        slots.push_back(raw);
    }
    give(0, {slots[0], slots[1]});
    give(0, {slots[2], noted(20)});
    mergeAll();

    ASSERT_EQ(merged().size(), 2U);
    const Event written = merged()[0];
    EXPECT_EQ(written.kind, EventKind::textWritten);
    EXPECT_EQ(m_store.text({written.object}), text);
    EXPECT_EQ(written.actor, 3U);
    EXPECT_EQ(written.line, 7U);
    EXPECT_EQ(merged()[1].time, 20U);
}

TEST_F(MergeTest, TurnsStringsOfTheArenaIntoTextsOfTheStore) {
    const StringId name = m_arena.addString("T1");
    const StringId lock = m_arena.addString("A");
    const StringId call = m_arena.addString("compute");
    give(0, {{.time = 1, .actor = 0, .object = name.value, .kind = EventKind::actorCreated, .value = -1},
             {.time = 2, .actor = 0, .object = 0, .ticket = lock.value, .kind = EventKind::objectCreated},
             {.time = 3, .actor = 0, .object = call.value, .kind = EventKind::callBegun},
             {.time = 4, .actor = 0, .kind = EventKind::note}});
    mergeAll();
    EXPECT_EQ(m_store.actor({0}).name, "T1");
    EXPECT_EQ(m_store.object({0}).name, "A");
    EXPECT_EQ(m_store.text({merged()[2].object}), "compute");
    EXPECT_EQ(merged()[3].object, StringId::kNone) << "no text stays no text";
}

class KernelRecordsTest : public MergeTest {
protected:
    static constexpr std::uint32_t kCore0 = kMostRings;
    static constexpr Ticks kMs = 1'000'000;

    static Event switchedIn(Ticks at, std::uint32_t tid) {
        return {.time = at, .object = tid, .kind = EventKind::kernelSwitchIn, .value = 0};
    }
    static Event created(Ticks at, std::uint32_t actor, ActorKind kind) {
        return {.time = at,
                .actor = actor,
                .kind = EventKind::actorCreated,
                .detail = static_cast<std::uint8_t>(kind),
                .value = -1};
    }
    static Event started(Ticks at, std::uint32_t actor, std::uint32_t tid) {
        return {.time = at, .actor = actor, .object = 1, .kind = EventKind::actorStarted, .value = tid};
    }
};

TEST_F(KernelRecordsTest, FindTheirActorThoughTheThreadWasSwitchedInBeforeItSaidWhoItIs) {
    give(0, {created(10, 5, ActorKind::thread), started(30, 5, 777)});
    give(kCore0, {switchedIn(20, 777)});
    m_staging.addStart({777, {5}});
    mergeAll();
    ASSERT_EQ(merged().size(), 3U);
    EXPECT_EQ(merged()[1].kind, EventKind::kernelSwitchIn);
    EXPECT_EQ(merged()[1].actor, 5U);
    EXPECT_EQ(merged()[1].time, 20U);
}

TEST_F(KernelRecordsTest, WaitForAThreadThatHasNotIntroducedItselfYet) {
    give(0, {created(10, 5, ActorKind::thread)});
    give(kCore0, {switchedIn(20, 777)});
    mergeUpTo(5 * kMs);
    EXPECT_EQ(merged().size(), 1U);
    EXPECT_EQ(m_store.now(), TraceTime{20});

    give(1, {started(6 * kMs, 5, 777)});
    m_staging.addStart({777, {5}});
    mergeUpTo(7 * kMs);
    ASSERT_EQ(merged().size(), 3U);
    EXPECT_EQ(merged()[1].actor, 5U);
    EXPECT_EQ(merged()[1].time, 20U) << "where the kernel saw it, not where it was known";
}

TEST_F(KernelRecordsTest, AreNobodysWhenTheThreadStaysSilentAndNeverWaitForItAgain) {
    give(kCore0, {switchedIn(1 * kMs, 777)});
    mergeUpTo(40 * kMs);
    ASSERT_EQ(merged().size(), 1U);
    EXPECT_EQ(merged()[0].actor, ActorId::kNone);

    give(kCore0, {switchedIn(41 * kMs, 777)});
    mergeUpTo(42 * kMs);
    EXPECT_EQ(merged().size(), 2U);
}

TEST_F(KernelRecordsTest, ThatWaitForTheirThreadLetOtherStreamsGoOnUpToThem) {
    give(kCore0, {switchedIn(1 * kMs, 777), switchedIn(60 * kMs, 778)});
    give(0, {noted(2 * kMs), noted(59 * kMs), noted(61 * kMs)});
    mergeUpTo(70 * kMs);
    EXPECT_EQ(mergedTimes(), (std::vector<std::uint64_t>{1 * kMs, 2 * kMs, 59 * kMs}));
    mergeUpTo(100 * kMs);
    EXPECT_EQ(mergedTimes(), (std::vector<std::uint64_t>{1 * kMs, 2 * kMs, 59 * kMs, 60 * kMs, 61 * kMs}));
}

TEST_F(KernelRecordsTest, StampedInTheFarFutureHoldNobodyBack) {
    give(kCore0, {switchedIn(1 * kMs, 777), switchedIn(~Ticks{0} - 1, 778)});
    give(0, {noted(2 * kMs), noted(500 * kMs)});
    mergeUpTo(1000 * kMs);
    EXPECT_EQ(merged().size(), 3U);
}

TEST_F(KernelRecordsTest, OfAThreadThatCarriesTasksAreNobodys) {
    give(0, {created(10, 5, ActorKind::task), started(15, 5, 777)});
    m_staging.addStart({777, {5}});
    give(kCore0, {switchedIn(20, 777)});
    mergeAll();
    EXPECT_EQ(merged().back().actor, ActorId::kNone);
}

}  // namespace
}  // namespace interleave
