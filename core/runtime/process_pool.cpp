// The owner's side. Shared words are read and written in the one order that all see (sequentially consistent), which
// the shared queues around them make cheap by comparison: "closed" and "terminated" are said before anybody is told,
// and whoever hires looks at them after the new worker stands in its place.
#include "core/runtime/process_pool.hpp"

#include <algorithm>
#include <set>

#include "core/runtime/process_pool_words.hpp"

namespace interleave {

ProcessPool ProcessPool::make(Lab& lab, std::int64_t workers, std::int64_t mostTasks, Work work, int line) {
    if (workers < 1 || workers >= (1 << kPlaceBits)) throw std::logic_error("a pool has 1 to 255 workers");
    ProcessPool pool;
    pool.m_lab = &lab;
    pool.m_workers = workers;
    pool.m_mostTasks = mostTasks;
    pool.m_line = line;
    pool.m_work = std::make_shared<const Work>(std::move(work));
    pool.m_workersObject = lab.descriptor("workers", -1).object;
    // With room for all, so that neither side ever waits for the other to take something out.
    pool.m_pending = lab.queue("pending", mostTasks + 4 * workers);
    pool.m_done = lab.queue("results", std::min<std::int64_t>(2 * mostTasks, kMostQueueItems));
    pool.m_words = &lab.shared<Words>();
    pool.m_tasks = lab.sharedArray<TaskWords>(static_cast<std::size_t>(mostTasks));
    pool.m_places = lab.sharedArray<std::atomic<std::uint32_t>>(static_cast<std::size_t>(workers));
    for (std::int64_t i = 0; i < workers; ++i) pool.m_places[i] = ActorId::kNone;
    return pool;
}

ProcessPool::TaskWords& ProcessPool::task(std::int64_t number) const { return m_tasks[number - 1]; }
std::int64_t ProcessPool::submitted() const { return m_words->submitted; }

std::optional<ActorHandle> ProcessPool::worker(std::int64_t place) const {
    const std::uint32_t actor = m_places[place];
    return actor == ActorId::kNone ? std::nullopt : std::optional{ActorHandle{{actor}}};
}

PoolResult ProcessPool::resultOf(std::int64_t number) const {
    const TaskWords& words = task(number);
    return {number, words.result, words.pid, phaseOf(words.state) == kLost};
}

std::int64_t ProcessPool::count(std::uint32_t phase) const {
    std::int64_t count = 0;
    for (std::int64_t i = 1; i <= submitted(); ++i) count += phaseOf(task(i).state) == phase ? 1 : 0;
    return count;
}

std::int64_t ProcessPool::done() const { return count(kDone); }
std::int64_t ProcessPool::lost() const { return count(kLost); }

std::int64_t ProcessPool::pids() const {
    std::set<std::int64_t> all;
    for (std::int64_t i = 1; i <= submitted(); ++i)
        if (const std::int64_t pid = task(i).pid; pid != 0) all.insert(pid);
    return static_cast<std::int64_t>(all.size());
}

Task ProcessPool::open(Self self, int line) const {
    SpawnOptions options;
    options.daemon = true;
    const auto supervise = [pool = *this](Self inner) { return pool.supervise(inner); };
    const ActorHandle supervisor = m_lab->spawn("pool", supervise, options);
    m_words->supervisor = supervisor.id.value;
    // As in Python: once it is open it has its workers, however busy the machine is.
    while (!worker(m_workers - 1) && m_lab->isAlive(supervisor))
        co_await self.sleep(std::chrono::milliseconds{1}, line);
}

ValueTask<std::int64_t> ProcessPool::submit(Self self, std::int64_t argument, int line) const {
    const std::int64_t number = submitted() + 1;
    if (number > m_mostTasks) throw std::runtime_error("the pool was made for fewer tasks");
    TaskWords& words = task(number);
    words.argument = argument;
    words.state = phaseWord(kPending, 0);
    m_words->submitted = number;
    co_await self.put(m_pending, number, line);
    co_return number;
}

// The task that is wanted; kNoMore: whichever comes next.
ValueTask<PoolResult> ProcessPool::collect(Self self, std::int64_t wanted, int line) const {
    constexpr Duration kLook = std::chrono::seconds{1}, kLookAlone = std::chrono::milliseconds{5};
    while (wanted == kNoMore || task(wanted).isCollected == 0) {
        const bool isLookedAfter = m_lab->isAlive({{m_words->supervisor}});
        auto number = co_await self.getFor(m_done, isLookedAfter ? kLook : kLookAlone, line);
        if (!number && !isLookedAfter) {
            number = unheardOf(wanted);
            if (!number) co_await replaceNumber(self);
        }
        // After a worker's death some are announced twice.
        if (!number || task(*number).isCollected.exchange(1) != 0 || wanted != kNoMore) continue;
        wanted = *number;
    }
    co_return resultOf(wanted);
}

// Without the pool's own process nobody looks after the workers: a task that none of those who are left will do is
// lost, and of one that was done nobody may have said so. kNoMore: any that was not yet collected.
std::optional<std::int64_t> ProcessPool::unheardOf(std::int64_t wanted) const {
    const auto isLeft = [this](std::int64_t place) { return worker(place) && m_lab->isAlive(*worker(place)); };
    std::int64_t left = 0;
    for (std::int64_t place = 0; place < m_workers; ++place) left += isLeft(place) ? 1 : 0;
    const std::int64_t last = wanted == kNoMore ? submitted() : wanted;
    for (std::int64_t i = std::max<std::int64_t>(wanted, 1); i <= last; ++i) {
        std::uint32_t state = task(i).state;
        const bool willBeDone =
            (phaseOf(state) == kPending && left > 0) || (phaseOf(state) == kTaken && isLeft(placeOf(state)));
        if (task(i).isCollected != 0 || willBeDone) continue;
        const bool isOutstanding = phaseOf(state) == kPending || phaseOf(state) == kTaken;
        if (isOutstanding) task(i).state.compare_exchange_strong(state, phaseWord(kLost, placeOf(state)));
        return i;
    }
    return std::nullopt;
}

ValueTask<PoolResult> ProcessPool::result(Self self, std::int64_t task, int line) const {
    return collect(self, task, line);
}
ValueTask<PoolResult> ProcessPool::next(Self self, int line) const { return collect(self, kNoMore, line); }

ValueTask<PoolResult> ProcessPool::apply(Self self, std::int64_t argument, int line) const {
    const std::int64_t number = co_await submit(self, argument, line);
    co_return co_await collect(self, number, line);
}

ValueTask<std::vector<PoolResult>> ProcessPool::map(Self self, std::vector<std::int64_t> arguments, int line) const {
    std::vector<std::int64_t> numbers;
    for (const std::int64_t argument : arguments) numbers.push_back(co_await submit(self, argument, line));
    std::vector<PoolResult> results;
    for (const std::int64_t number : numbers) results.push_back(co_await collect(self, number, line));
    co_return results;
}

Task ProcessPool::close(Self self, int line) const {
    m_words->isClosed = 1;
    for (std::int64_t i = 0; i < m_workers; ++i) co_await self.put(m_pending, kNoMore, line);
}

Task ProcessPool::terminate(Self self, int line) const {
    m_words->isTerminated = 1;
    for (std::int64_t i = 0; i < m_workers; ++i) {
        if (const auto one = worker(i)) (void)co_await self.terminate(*one, line);
    }
}

Task ProcessPool::join(Self self, int line) const { co_await self.join(ActorHandle{{m_words->supervisor}}, line); }

}  // namespace interleave
