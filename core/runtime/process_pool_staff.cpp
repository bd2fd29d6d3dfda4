// The workers' side of a pool: what one does, and who looks after them.
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

#include "core/base/unique_fd.hpp"
#include "core/runtime/channels.hpp"
#include "core/runtime/process_pool.hpp"
#include "core/runtime/process_pool_words.hpp"

namespace interleave {

// The workers as their parent has them: by a descriptor each (pidfd_open(2)), all of which can be waited for together.
class ProcessPool::Staff {
public:
    explicit Staff(std::size_t places) : m_all(places) {}

    void put(std::size_t place, ActorHandle worker, std::int64_t pid) {
        UniqueFd process{static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(pid), 0))};
        if (!process.open()) throw std::runtime_error("the system lets nobody look after the workers");
        m_ends.add(process.get());
        m_all[place] = Worker{worker, std::move(process)};
        ++m_employed;
    }
    void remove(std::size_t place) {
        m_ends.remove(m_all[place]->process.get());
        m_all[place].reset();
        --m_employed;
    }
    std::size_t placeOf(int process) const {
        const auto has = [process](const auto& worker) { return worker && worker->process.get() == process; };
        return static_cast<std::size_t>(std::find_if(m_all.begin(), m_all.end(), has) - m_all.begin());
    }
    ActorHandle at(std::size_t place) const { return m_all[place]->handle; }
    bool isEmpty() const { return m_employed == 0; }
    // Ready when one of them has ended.
    const Poller& ends() const { return m_ends; }

private:
    struct Worker {
        ActorHandle handle;
        UniqueFd process;
    };
    std::vector<std::optional<Worker>> m_all;
    Poller m_ends;
    std::size_t m_employed = 0;
};

Task ProcessPool::serve(Self self, std::uint32_t place) const {
    for (;;) {
        const std::int64_t number = co_await self.get(m_pending, m_line);
        if (number == kNoMore) break;
        const std::int64_t mine = claim(number, place);
        if (mine == kNoMore) continue;
        TaskWords& words = task(mine);
        words.pid = self.pid();
        std::int64_t result = 0;
        co_await (*m_work)(self, words.argument, result);
        words.result = result;
        words.state = phaseWord(kDone, place);
        co_await self.put(m_done, mine, m_line);
        words.isAnnounced = 1;
    }
}

// A number in the queue lets whoever takes it out begin one task: that one, or where another has begun it the oldest
// that is pending. So it need not be known which number a worker that was cut off had in its hands.
std::int64_t ProcessPool::claim(std::int64_t number, std::uint32_t place) const {
    const auto begins = [&](std::int64_t one) {
        std::uint32_t pending = phaseWord(kPending, 0);
        return task(one).state.compare_exchange_strong(pending, phaseWord(kTaken, place));
    };
    if (begins(number)) return number;
    for (std::int64_t oldest = 1; oldest <= submitted(); ++oldest)
        if (begins(oldest)) return oldest;
    return kNoMore;
}

Task ProcessPool::supervise(Self self) const {
    Staff staff{static_cast<std::size_t>(m_workers)};
    const auto hire = [&](std::size_t place) {
        SpawnOptions options;
        options.daemon = true;
        const auto work = [pool = *this, place](Self inner) {
            return pool.serve(inner, static_cast<std::uint32_t>(place));
        };
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
        const std::vector<int> ended = co_await self.poll({m_workersObject, staff.ends().fd()}, staff.ends(), m_line);
        const std::size_t place = staff.placeOf(ended.front());
        const ActorHandle gone = staff.at(place);
        co_await self.join(gone, m_line);
        staff.remove(place);
        if (m_words->isTerminated != 0) continue;
        const bool wasCutOff = *m_lab->waitStatus(gone) != 0;
        if (wasCutOff) co_await report(self, static_cast<std::uint32_t>(place));
        // Whoever leaves in order has been told that no more will come; only for what is pending all the same it is
        // replaced.
        const bool isClosed = m_words->isClosed != 0;
        const bool isNeeded = !isClosed || (staff.isEmpty() && count(kPending) > 0);
        if (isNeeded) {
            const ActorHandle one = hire(place);
            if (m_words->isTerminated != 0) (void)co_await self.terminate(one, m_line);
        }
        if (wasCutOff) co_await replaceNumber(self);
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

// It may have had a number in its hands, at most one, and not begun a task with it: there must be as many numbers as
// tasks are pending. Where the queue is full there are.
Task ProcessPool::replaceNumber(Self self) const {
    std::int64_t oldest = 1;
    while (oldest <= submitted() && phaseOf(task(oldest).state) != kPending) ++oldest;
    if (oldest <= submitted()) (void)co_await self.tryPut(m_pending, oldest, m_line);
}

}  // namespace interleave
