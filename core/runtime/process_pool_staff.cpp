// The workers' side of a pool: what one does, and who looks after them.
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/base/unique_fd.hpp"
#include "core/runtime/process_pool.hpp"
#include "core/runtime/process_pool_words.hpp"

namespace interleave {

// The workers as their parent has them: by a descriptor each (pidfd_open(2)), all of which can be waited for together.
class ProcessPool::Staff {
public:
    explicit Staff(std::size_t places) : m_all(places), m_poll(::epoll_create1(EPOLL_CLOEXEC)) {
        if (!m_poll.open()) throw std::runtime_error("the system lets nobody look after the workers");
    }

    void put(std::size_t place, ActorHandle worker, std::int64_t pid) {
        UniqueFd process{static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(pid), 0))};
        epoll_event event{.events = EPOLLIN, .data = {.u64 = place}};
        if (!process.open() || ::epoll_ctl(m_poll.get(), EPOLL_CTL_ADD, process.get(), &event) != 0)
            throw std::runtime_error("the system lets nobody look after the workers");
        m_all[place] = Worker{worker, std::move(process)};
        ++m_employed;
    }
    // A forked worker has a copy of the descriptor: closing alone would leave it on the list.
    void remove(std::size_t place) {
        (void)::epoll_ctl(m_poll.get(), EPOLL_CTL_DEL, m_all[place]->process.get(), nullptr);
        m_all[place].reset();
        --m_employed;
    }
    std::optional<std::size_t> ended() const {
        epoll_event event{};
        if (::epoll_wait(m_poll.get(), &event, 1, 0) != 1) return std::nullopt;
        const std::uint64_t place = event.data.u64;
        return place;
    }
    ActorHandle at(std::size_t place) const { return m_all[place]->handle; }
    bool isEmpty() const { return m_employed == 0; }
    int fd() const { return m_poll.get(); }

private:
    struct Worker {
        ActorHandle handle;
        UniqueFd process;
    };
    std::vector<std::optional<Worker>> m_all;
    UniqueFd m_poll;
    std::size_t m_employed = 0;
};

Task ProcessPool::serve(Self self, std::uint32_t place) const {
    for (;;) {
        const std::int64_t number = co_await self.get(m_pending, m_line);
        if (number == kNoMore) break;
        TaskWords& words = task(number);
        std::uint32_t pending = phaseWord(kPending, 0);
        // Announced twice, after another worker's death, and taken already.
        if (!words.state.compare_exchange_strong(pending, phaseWord(kTaken, place))) continue;
        words.pid = self.pid();
        std::int64_t result = 0;
        co_await (*m_work)(self, words.argument, result);
        words.result = result;
        words.state = phaseWord(kDone, place);
        co_await self.put(m_done, number, m_line);
        words.isAnnounced = 1;
    }
}

Task ProcessPool::supervise(Self self) const {
    Staff staff{static_cast<std::size_t>(m_workers)};
    const auto hire = [&](std::size_t place) {
        SpawnOptions options;
        options.daemon = true;
        const auto work = [pool = *this, place](Self inner) { return pool.serve(inner, static_cast<std::uint32_t>(place)); };
        const ActorHandle one = m_lab->spawn("worker " + std::to_string(++m_words->hired), work, options);
        staff.put(place, one, m_lab->pid(one));
        m_places[place] = one.id.value;
        return one;
    };
    for (std::size_t place = 0; place < static_cast<std::size_t>(m_workers); ++place) {
        const ActorHandle one = hire(place);
        if (m_words->isTerminated != 0) (void)co_await self.terminate(one, m_line);
    }
    while (!staff.isEmpty()) {
        co_await self.awaitInput(staff.fd(), m_line);
        const auto place = staff.ended();
        if (!place) continue;
        const ActorHandle gone = staff.at(*place);
        co_await self.join(gone, m_line);
        staff.remove(*place);
        if (m_words->isTerminated != 0) continue;
        const bool wasCutOff = *m_lab->waitStatus(gone) != 0;
        if (wasCutOff) co_await report(self, static_cast<std::uint32_t>(*place));
        // Whoever leaves in order has been told that no more will come; only for what is pending all the same it is
        // replaced.
        const bool isClosed = m_words->isClosed != 0;
        const bool isNeeded = !isClosed || (staff.isEmpty() && count(kPending) > 0);
        if (isNeeded) {
            const ActorHandle one = hire(*place);
            if (m_words->isTerminated != 0) (void)co_await self.terminate(one, m_line);
        }
        if (wasCutOff) co_await announceAgain(self);
        if (isNeeded && isClosed) co_await self.put(m_pending, kNoMore, m_line);
    }
}

// One was cut off: the task that it had is lost, and one that it had done it may not have announced.
Task ProcessPool::report(Self self, std::uint32_t place) const {
    for (std::int64_t i = 1; i <= submitted(); ++i) {
        std::uint32_t taken = phaseWord(kTaken, place);
        const bool isLost = task(i).state.compare_exchange_strong(taken, phaseWord(kLost, place));
        const bool isUnheard = task(i).state == phaseWord(kDone, place) && task(i).isAnnounced == 0;
        if (!isLost && !isUnheard) continue;
        co_await self.put(m_done, i, m_line);
        task(i).isAnnounced = 1;
    }
}

// What it had taken out of the queue it may not have begun: that, then, is among the oldest tasks that are pending.
Task ProcessPool::announceAgain(Self self) const {
    std::int64_t again = 0;
    for (std::int64_t i = 1; i <= submitted() && again < m_workers; ++i) {
        if (phaseOf(task(i).state) != kPending) continue;
        ++again;
        co_await self.put(m_pending, i, m_line);
    }
}

}  // namespace interleave
