// Asking for a lock again and again on a core, instead of being put to sleep until it is handed over.
#pragma once

#include "core/runtime/operation.hpp"
#include "core/sync/mutex.hpp"

namespace interleave {

// Tries in bursts short enough to see a pause, the end of a slice or of the limit in time. Who spins is not in the
// lock's line: a release hands it to those who sleep first.
class SpinOperation : public PendingOperation {
public:
    // `longest`: on the run's clock; nothing: for ever. Throws on virtual cores, where no time passes while one looks.
    SpinOperation(Mutex mutex, Limit longest, int line)
        : PendingOperation(Operation::lock, mutex.id(), line), m_mutex(mutex), m_longest(longest) {}
    // False: the limit was over first.
    bool result() const { return m_gotIt; }

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override { return spin(actor); }

private:
    Step spin(Actor& actor);
    bool tryForAWhile(Actor& actor);

    Mutex m_mutex;
    Limit m_longest;
    Duration m_until{};
    bool m_gotIt = false;
};

}  // namespace interleave
