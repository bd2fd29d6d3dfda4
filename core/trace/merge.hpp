// From streams, each in its own order, to the store's one order.
//
// A heap of streams by their next stamp; the earliest is followed until another is earlier, up to the watermark.
// On the way ticks become TraceTime, strings of the arena become texts of the store, text records become one event, and
// the kernel's records find their actor.
//
// Tickets. Two threads may stamp what they did to one object in another order than they did it, because a stamp is
// taken after the ticket. An event whose ticket shows that its predecessor has not come yet holds its stream back until
// that has come; the event is then as late as its predecessor. A predecessor that was lost is given up after 2 s of
// the run's time, or when nothing more will come.
//
// Thread safety: confined to one thread, the store's.
#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "core/trace/arena.hpp"
#include "core/trace/staging.hpp"
#include "core/trace/store.hpp"
#include "core/trace/thread_actors.hpp"

namespace interleave {

class Merge {
public:
    // `arena` gives the strings; `staging` takes its memory back. Both outlive the merge.
    Merge(const Arena& arena, Staging& staging, ClockMap clock);
    ~Merge();
    Merge(const Merge&) = delete;
    Merge& operator=(const Merge&) = delete;

    // Takes over what was staged, unless there is enough to do already. False if nothing came.
    bool refill();
    // Appends at most about `most` events, all from before the watermark, in order. Returns how many.
    std::size_t appendTo(Store& store, std::size_t most);
    // Nothing is left that could be appended before the next refill.
    bool caughtUp() const noexcept { return m_caughtUp; }
    // Caught up, and nothing will follow.
    bool done() const noexcept { return m_caughtUp && m_batch.final && m_heldBytes == 0; }

    // Up to where the store is complete now.
    TraceTime completeUpTo() const;
    ClockMap& clock() noexcept { return m_clock; }
    // Tickets that never came, given up.
    std::uint64_t gaps() const noexcept { return m_gaps; }

private:
    struct Stream {
        const Event* next = nullptr;  // in the first run; null when there is none
        const Event* end = nullptr;   // of that run
        std::deque<EventRun> runs;

        bool empty() const noexcept { return next == nullptr; }
        const Event& front() const noexcept { return *next; }
        void enterFirstRun() noexcept {
            next = runs.empty() ? nullptr : runs.front().events;
            end = runs.empty() ? nullptr : next + runs.front().count;
        }
    };
    struct Turn {
        Ticks at = 0;
        std::uint32_t stream = 0;
        friend bool operator<(const Turn& a, const Turn& b) { return a.at != b.at ? a.at < b.at : a.stream < b.stream; }
    };
    enum class Outcome { appended, heldBack, notYet };

    void enterTurn(std::uint32_t stream);
    void leaveTurn();
    void sinkTop();
    Ticks limit() const noexcept;
    Ticks secondTurn() const noexcept;
    Duration ageOf(const Event& event) const;
    std::size_t follow(Store& store, std::size_t most);
    Outcome takeOne(Store& store, Stream& stream);
    void pop(Stream& stream);
    Event takeText(Store& store, Stream& stream);
    void append(Store& store, Event& event);
    void translate(Store& store, Event& event);
    std::uint32_t textOf(Store& store, std::uint32_t id);
    bool predecessorCame(const Event& event) const noexcept;
    void countTicket(const Event& event);
    void releaseHeld();
    bool resolveThread(Event& event);
    bool giveUpOldestGap();

    const Arena& m_arena;
    Staging& m_staging;
    ClockMap m_clock;
    Batch m_batch;  // runs are moved out of it; the watermark and `final` stay
    std::vector<Stream> m_streams;
    std::vector<Turn> m_turns;                                 // heap, the earliest first
    std::vector<std::uint32_t> m_held;                         // streams that a ticket holds back
    std::vector<std::uint32_t> m_tickets;                      // by object: the last one appended
    std::unordered_map<std::uint32_t, std::uint32_t> m_texts;  // arena's string to store's text
    ThreadActors m_threads;
    Ticks m_waitsAt = 0;          // stamp of a kernel record whose thread is not known yet; 0: none
    std::size_t m_heldBytes = 0;  // taken from staging, not yet appended
    std::uint64_t m_lastTime = 0;
    std::uint64_t m_gaps = 0;
    bool m_caughtUp = true;
    bool m_mayRelease = false;  // a held stream's predecessor was just appended
};

}  // namespace interleave
