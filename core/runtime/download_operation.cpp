#include "core/runtime/download_operation.hpp"

#include <poll.h>

#include <algorithm>

namespace interleave {

Step DownloadOperation::begin(Actor& actor) {
    m_actor = &actor;
    if (actor.runtime->order().runtime == RuntimeKind::coroutines) {
        m_transfer->begin();
        return goOn(actor);
    }
    actor.caller(line()).recordWaiting(WaitReason::io, object().value);
    // Not through it: what is thrown in there must not pass by what the runtime has still to do.
    actor.runtime->callBlocking(actor, [this] {
        try {
            m_transfer->perform();
        } catch (const std::exception&) {
            fail(std::current_exception());
        }
    });
    return Step::done();
}

Step DownloadOperation::resumed(Actor& actor) {
    if (thrown()) return Step::done();  // it is cancelled
    m_transfer->advance();
    return goOn(actor);
}

Step DownloadOperation::goOn(Actor& actor) {
    if (m_transfer->isOver()) return Step::done();
    // Real time passes for a server, whatever the tempo of the run.
    const LabClock& clock = actor.runtime->clock();
    const Duration wait{static_cast<std::int64_t>(static_cast<double>(m_transfer->untilDue().count()) * clock.tempo())};
    Caller by = actor.caller(line());
    by.limitNs = std::max<std::int64_t>(1, wait.count());
    // First, for it may be refused: then nobody waits.
    (void)actor.runtime->watchDescriptor(actor, m_transfer->fd(), POLLIN);
    by.recordWaiting(WaitReason::io, object().value);
    return Step::parkUntil(clock.now() + wait);
}

bool DownloadOperation::giveUp(const Caller&) {
    m_actor->runtime->forgetDescriptor(*m_actor, m_transfer->fd());
    return true;
}

}  // namespace interleave
