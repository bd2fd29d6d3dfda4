#include "core/runtime/process_operations.hpp"

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <stdexcept>

#include "core/base/unique_fd.hpp"

namespace interleave {

Step SignalOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    const ActorSlot& slot = by.arena.slot(m_whom.id);
    const std::uint32_t pid = slot.pid.load(std::memory_order_acquire);
    if (pid == 0) m_outcome = Outcome::isNoProcess;
    if (m_outcome != Outcome::sent) return Step::done();
    // Its number may be given away once it is reaped, and that may be while this waits for room in its ring; what the
    // descriptor stands for stays. Opened before the look at its life: nobody is reaped who is not said to have ended.
    const UniqueFd process{static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(pid), 0))};
    if (!process.open() || slot.life.load(std::memory_order_acquire) == ActorLife::ended) m_outcome = Outcome::hasEnded;
    if (m_outcome != Outcome::sent) return Step::done();
    // Told before it is done: the other's end must not be seen earlier.
    Event told = by.event(EventKind::processSignalled, {}, 0, m_number);
    told.object = m_whom.id.value;
    by.ring.write(told);
    if (::syscall(SYS_pidfd_send_signal, process.get(), m_number, nullptr, 0) != 0) m_outcome = Outcome::hasEnded;
    return Step::done();
}

bool SignalOperation::result() const {
    if (m_outcome == Outcome::isNoProcess) throw std::logic_error("only a process can be sent a signal");
    return m_outcome == Outcome::sent;
}

}  // namespace interleave
