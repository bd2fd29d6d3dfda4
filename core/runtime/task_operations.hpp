// Tasks and futures, in asyncio's sense, on the event loop: a task is an actor that can be awaited for its result, a
// future a result that somebody will set. Each await goes on through the loop's ready queue.
//
// Thread safety: the loop's thread, but for what a task that is a thread leaves behind,
// which is read once it has ended.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "core/runtime/join_operation.hpp"
#include "core/runtime/operation.hpp"
#include "core/sync/future.hpp"

namespace interleave {

// Not in time, as Python's TimeoutError.
struct TimedOut : std::runtime_error {
    TimedOut() : std::runtime_error("not in time") {}
};

// What came of a task: its value, or what it failed of. Neither where it was cancelled.
template <class T>
struct TaskOutcome {
    std::optional<T> value;
    std::exception_ptr failure;
    bool isCancelled() const { return !value && !failure; }
    // What it failed of, in words; "" where it did not.
    std::string what() const;
};

std::string whatOf(const std::exception_ptr& failure);
template <class T>
std::string TaskOutcome<T>::what() const {
    return whatOf(failure);
}

struct Nothing {};
template <class T>
using ValueOf = std::conditional_t<std::is_void_v<T>, Nothing, T>;

template <class T = void>
struct TaskHandle : ActorHandle {
    Actor* actor = nullptr;
    std::shared_ptr<TaskOutcome<ValueOf<T>>> outcome;  // shared by the task and by all who have its handle

    bool isDone() const {
        return actor->runtime->arena().slot(id).life.load(std::memory_order_acquire) == ActorLife::ended;
    }
    bool isCancelled() const { return isDone() && actor->outcome == EndReason::cancelled; }
};

// Until a task has ended, in whatever way. Who is cancelled meanwhile has the task cancelled in its place.
class AwaitEndOperation : public JoinOperation {
public:
    using JoinOperation::JoinOperation;
    std::vector<ActorId> cancelledInstead(const Actor& actor) override;

protected:
    bool m_isHandedOn = false;  // a cancellation, to the task
};

// False: the limit was over first.
class AwaitEndForOperation : public AwaitEndOperation {
public:
    using AwaitEndOperation::AwaitEndOperation;
    bool result() const { return !gaveUp(); }

protected:
    // Once the task is to be cancelled its end alone ends the wait.
    bool giveUp(const Caller& by) override {
        return (by.isCancelled || !m_isHandedOn) && AwaitEndOperation::giveUp(by);
    }
};

template <class T>
class AwaitTaskOperation : public AwaitEndOperation {
public:
    AwaitTaskOperation(TaskHandle<T> task, int line)
        : AwaitEndOperation(task, Limit{}, line), m_task(std::move(task)) {}
    // What the task came back with. Throws what it failed of, and Cancelled where it was cancelled.
    T result() const {
        if (m_task.actor->outcome == EndReason::cancelled) throw Cancelled{};
        if (m_task.outcome->failure) std::rethrow_exception(m_task.outcome->failure);
        if constexpr (!std::is_void_v<T>) return *m_task.outcome->value;
    }

private:
    TaskHandle<T> m_task;
};

class CancelOperation : public PendingOperation {
public:
    CancelOperation(ActorHandle whom, int line) : PendingOperation(Operation::other, {}, line), m_whom(whom) {}
    // False: it had ended before.
    bool result() const { return m_done; }

protected:
    Step begin(Actor& actor) override;

private:
    ActorHandle m_whom;
    bool m_done = false;
};

// Who is cancelled while it waits for a future has that cancelled, as asyncio does.
class AwaitFutureOperation : public PendingOperation {
public:
    AwaitFutureOperation(Future future, int line)
        : PendingOperation(Operation::wait, future.id(), line), m_future(future) {}
    // Throws what it failed of, and Cancelled where it was cancelled.
    std::int64_t result() const;
    bool tookNothing() const override { return true; }
    bool cancelsInstead(const Actor& actor) override;

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_future.giveUp(caller); }

private:
    Future m_future;
    const Arena* m_arena = nullptr;
};

class SettleFutureOperation : public PendingOperation {
public:
    SettleFutureOperation(Future future, FutureState to, std::int64_t value, std::string failure, int line)
        : PendingOperation(Operation::set, future.id(), line), m_future(future), m_to(to), m_value(value),
          m_failure(std::move(failure)) {}
    // False, where it cancels: it was settled before. Throws where it sets a result or a failure on such a one.
    bool result() const;

protected:
    Step begin(Actor& actor) override;

private:
    Future m_future;
    FutureState m_to;
    std::int64_t m_value;
    std::string m_failure;
    bool m_isSettled = false;
};

// What gather does with a task that fails or is cancelled: throws that at once, while the others go on,
// or hands it back among the results.
enum class OnFailure { raise, giveBack };

// What the tasks of one gather have in common; it outlives the await where the others go on.
class Gathering : public std::enable_shared_from_this<Gathering> {
public:
    Gathering(std::vector<Actor*> tasks, OnFailure onFailure)
        : m_tasks(std::move(tasks)), m_left(m_tasks.size()), m_onFailure(onFailure) {}

    // Calls back at each one's end.
    void begin(Actor& awaiter);
    const Future& future() const { return m_future; }
    const std::vector<Actor*>& tasks() const { return m_tasks; }
    void askToCancel() { m_isCancelAsked = true; }

private:
    void taskDone(std::size_t place);

    std::vector<Actor*> m_tasks;
    std::size_t m_left;
    OnFailure m_onFailure;
    Future m_future;
    bool m_isCancelAsked = false;
};

class GatherBase : public PendingOperation {
public:
    GatherBase(std::vector<Actor*> tasks, OnFailure onFailure, int line)
        : PendingOperation(Operation::wait, {}, line),
          m_gathering(std::make_shared<Gathering>(std::move(tasks), onFailure)) {}
    bool tookNothing() const override { return true; }
    std::vector<ActorId> cancelledInstead(const Actor& actor) override;

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_gathering->future().giveUp(caller); }
    FutureState state() const { return m_gathering->future().state(*m_arena); }
    // Who failed or was cancelled first, by its place among the tasks.
    std::size_t first() const { return static_cast<std::size_t>(m_gathering->future().value(*m_arena)); }

private:
    std::shared_ptr<Gathering> m_gathering;
    const Arena* m_arena = nullptr;
};

template <class T>
class GatherOperation : public GatherBase {
public:
    GatherOperation(std::vector<TaskHandle<T>> tasks, OnFailure onFailure, int line)
        : GatherBase(actorsOf(tasks), onFailure, line), m_tasks(std::move(tasks)) {}

    // In the order of the tasks, whoever ended first.
    std::vector<TaskOutcome<ValueOf<T>>> result() const {
        if (state() == FutureState::cancelled) throw Cancelled{};
        if (state() == FutureState::failed) {
            const TaskHandle<T>& task = m_tasks[first()];
            if (!task.outcome->failure) throw Cancelled{};
            std::rethrow_exception(task.outcome->failure);
        }
        std::vector<TaskOutcome<ValueOf<T>>> outcomes;
        for (const TaskHandle<T>& task : m_tasks) {
            outcomes.emplace_back();
            if (task.actor->outcome != EndReason::cancelled) outcomes.back() = *task.outcome;
        }
        return outcomes;
    }

private:
    static std::vector<Actor*> actorsOf(const std::vector<TaskHandle<T>>& tasks) {
        std::vector<Actor*> actors;
        for (const TaskHandle<T>& task : tasks) actors.push_back(task.actor);
        return actors;
    }
    std::vector<TaskHandle<T>> m_tasks;
};

}  // namespace interleave
