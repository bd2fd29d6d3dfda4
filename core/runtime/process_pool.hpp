// A pool of worker processes, as Python's multiprocessing.Pool: a few are forked once and serve many tasks. Tasks that
// nobody serves yet stand in a queue of the run, so that it can be seen how many there are;
// a task that is done is announced in another.
//
// A process of its own, which the pool's owner forks, is the workers' parent: it waits for the end of any of them,
// reports the task that one had as lost, and hires another. It and the workers are daemons: when all others have ended,
// they are cut off. If it is itself cut off, the workers that are left go on;
// what none of them will do is reported as lost.
//
//   const ProcessPool pool = ProcessPool::make(lab, 3, 10, work);
//   lab.spawn("main", [=](Self self) -> Task {
//       co_await pool.open(self);
//       const std::int64_t task = co_await pool.submit(self, 7);
//       const PoolResult result = co_await pool.result(self, task);
//
// Thread safety: a value; open() to terminate() by the one process that owns the pool.
#pragma once

#include <memory>
#include <vector>

#include "core/runtime/lab.hpp"

namespace interleave {

struct PoolResult {
    std::int64_t task = 0;   // its number, from 1, in the order in which they were submitted
    std::int64_t value = 0;
    std::int64_t pid = 0;    // of the worker that had it
    bool isLost = false;     // that one was cut off in the middle of it
};

class ProcessPool {
public:
    // What a worker does with a task, and where it puts what comes out. If it throws,
    // its worker ends as one that is cut off.
    using Work = std::function<Task(Self self, std::int64_t argument, std::int64_t& result)>;

    // In the body. Operations within the pool stand on the line from which they were asked for,
    // those of its workers on this one.
    static ProcessPool make(Lab& lab, std::int64_t workers, std::int64_t mostTasks, Work work,
                            int line = __builtin_LINE());

    // Until its workers are there.
    Task open(Self self, int line = __builtin_LINE()) const;
    // apply_async: the task's number. Throws beyond `mostTasks`.
    ValueTask<std::int64_t> submit(Self self, std::int64_t argument, int line = __builtin_LINE()) const;
    // Waits for that task.
    ValueTask<PoolResult> result(Self self, std::int64_t task, int line = __builtin_LINE()) const;
    // Waits for whichever task comes next (imap_unordered).
    ValueTask<PoolResult> next(Self self, int line = __builtin_LINE()) const;
    ValueTask<PoolResult> apply(Self self, std::int64_t argument, int line = __builtin_LINE()) const;
    // In the order of the arguments.
    ValueTask<std::vector<PoolResult>> map(Self self, std::vector<std::int64_t> arguments,
                                           int line = __builtin_LINE()) const;
    // No more tasks will come: the workers end when all are done.
    Task close(Self self, int line = __builtin_LINE()) const;
    // Sends the workers SIGTERM: what is pending or under way is lost.
    Task terminate(Self self, int line = __builtin_LINE()) const;
    // Waits for the end of all workers; after close() or terminate().
    Task join(Self self, int line = __builtin_LINE()) const;

    // The worker in that place, from 0, which may change; nothing where there is none yet.
    std::optional<ActorHandle> worker(std::int64_t place) const;
    // For looking afterwards.
    std::int64_t done() const;
    std::int64_t lost() const;
    std::int64_t pids() const;  // different ones that have begun a task

private:
    struct Words;
    struct TaskWords;
    class Staff;

    TaskWords& task(std::int64_t number) const;
    std::int64_t submitted() const;
    PoolResult resultOf(std::int64_t number) const;
    std::int64_t count(std::uint32_t phase) const;
    Task serve(Self self, std::uint32_t place) const;
    Task supervise(Self self) const;
    Task report(Self self, std::uint32_t place) const;
    std::int64_t claim(std::int64_t number, std::uint32_t place) const;
    Task replaceNumber(Self self) const;
    std::optional<std::int64_t> unheardOf(std::int64_t wanted) const;
    ValueTask<PoolResult> collect(Self self, std::int64_t wanted, int line) const;

    Lab* m_lab = nullptr;
    std::int64_t m_workers = 0;
    std::int64_t m_mostTasks = 0;
    int m_line = 0;
    std::shared_ptr<const Work> m_work;  // each copy of the pool uses it
    ObjectId m_workersObject;            // under which name the pool waits for the end of one
    BoundedQueue m_pending;              // numbers of tasks
    BoundedQueue m_done;
    Words* m_words = nullptr;            // in the memory of the run
    TaskWords* m_tasks = nullptr;
    std::atomic<std::uint32_t>* m_places = nullptr;  // who works there
};

}  // namespace interleave
