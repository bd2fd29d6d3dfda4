#include "core/runtime/task_operations.hpp"

#include <unordered_set>

namespace interleave {
namespace {

bool hasEnded(const Actor& actor) {
    // Acquire pairs with wakeJoiners().
    return actor.runtime->arena().slot(actor.id).life.load(std::memory_order_acquire) == ActorLife::ended;
}

}  // namespace

std::string whatOf(const std::exception_ptr& failure) {
    if (!failure) return {};
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "something was thrown that is no std::exception";
    }
}

// A thread cannot be cancelled: who waits for one goes on without it.
std::vector<ActorId> AwaitEndOperation::cancelledInstead(const Actor& actor) {
    const ActorSlot& slot = actor.runtime->arena().slot(whom().id);
    const bool isThread = slot.isOffloaded.load(std::memory_order_relaxed) != 0;
    const bool isOver = slot.life.load(std::memory_order_acquire) == ActorLife::ended;
    m_isHandedOn = !isThread && !isOver;
    return m_isHandedOn ? std::vector<ActorId>{whom().id} : std::vector<ActorId>{};
}

Step CancelOperation::begin(Actor& actor) {
    m_done = actor.runtime->cancel(caller(actor), m_whom.id);
    return Step::done();
}

Step AwaitFutureOperation::begin(Actor& actor) {
    m_arena = &actor.runtime->arena();
    return m_future.passOrQueue(caller(actor)) ? Step::done() : park(actor);
}

bool AwaitFutureOperation::cancelsInstead(const Actor& actor) {
    return m_future.settle(caller(actor), FutureState::cancelled);
}

std::int64_t AwaitFutureOperation::result() const {
    switch (m_future.state(*m_arena)) {
        case FutureState::cancelled: throw Cancelled{};
        case FutureState::failed: throw std::runtime_error(m_future.failure(*m_arena));
        default: return m_future.value(*m_arena);
    }
}

Step SettleFutureOperation::begin(Actor& actor) {
    m_isSettled = m_future.settle(caller(actor), m_to, m_value, m_failure);
    return Step::done();
}

bool SettleFutureOperation::result() const {
    if (!m_isSettled && m_to != FutureState::cancelled)
        throw std::logic_error("the future has a result, or was cancelled, before");
    return m_isSettled;
}

void Gathering::begin(Actor& awaiter) {
    Runtime& runtime = *awaiter.runtime;
    m_future = Future::make(runtime.arena(), Runtime::ring(), "gather");
    if (m_tasks.empty()) m_future.settle(awaiter.caller(0), FutureState::done);
    for (std::size_t place = 0; place < m_tasks.size(); ++place)
        runtime.whenDone(*m_tasks[place], [self = shared_from_this(), place] { self->taskDone(place); });
}

// On the loop, between two turns of actors: in nobody's name, as the task has ended.
void Gathering::taskDone(std::size_t place) {
    --m_left;
    const Actor& task = *m_tasks[place];
    Runtime& runtime = *task.runtime;
    const Caller by{{}, runtime.arena(), Runtime::ring(), runtime};
    const bool isFine = task.outcome == EndReason::returned;
    if (!isFine && m_onFailure == OnFailure::raise)
        m_future.settle(by, FutureState::failed, static_cast<std::int64_t>(place));
    else if (m_left == 0) m_future.settle(by, m_isCancelAsked ? FutureState::cancelled : FutureState::done);
}

Step GatherBase::begin(Actor& actor) {
    m_arena = &actor.runtime->arena();
    m_gathering->begin(actor);
    return m_gathering->future().passOrQueue(caller(actor)) ? Step::done() : park(actor);
}

std::vector<ActorId> GatherBase::cancelledInstead(const Actor&) {
    std::vector<ActorId> left;
    if (state() != FutureState::pending) return left;
    std::unordered_set<std::uint32_t> seen;  // one task may be given twice
    for (const Actor* task : m_gathering->tasks()) {
        if (!hasEnded(*task) && seen.insert(task->id.value).second) left.push_back(task->id);
    }
    if (!left.empty()) m_gathering->askToCancel();
    return left;
}

}  // namespace interleave
