// What is made of tasks: waiting for one with a limit that ends it, and a blocking call that is awaited like any other.
#pragma once

#include "core/runtime/self.hpp"

namespace interleave {

// As asyncio.wait_for: when the time is up the task is cancelled, its end is awaited, and TimedOut is thrown; unless it
// came back with a value all the same.
inline ValueTask<bool> endsWithin(Self self, ActorHandle task, Duration limit, int line) {
    const bool inTime = co_await self.awaitEndFor(task, limit, line);
    if (inTime) co_return true;
    co_await self.cancel(task, line);
    co_await self.awaitEnd(task, line);
    co_return false;
}

template <class T>
TaskOf<T> waitFor(Self self, TaskHandle<T> task, Duration limit, int line = __builtin_LINE()) {
    // Not converted within the await: g++ 12 hands on garbage there.
    const ActorHandle whom = task;
    const bool inTime = co_await endsWithin(self, whom, limit, line);
    if (!inTime && task.isCancelled()) throw TimedOut{};
    co_return co_await self.await(task, line);
}

// As asyncio.to_thread: `body` runs in a thread of its own, and the loop goes on. Who is cancelled meanwhile does not
// wait for the thread, which nobody can cancel.
template <class T>
TaskOf<T> offloaded(Self self, std::string name, std::function<TaskOf<T>(Self)> body, int line) {
    const TaskHandle<T> thread = self.startThread(std::move(name), std::move(body));
    co_return co_await self.await(thread, line);
}

template <class Body>
auto toThread(Self self, std::string name, Body body, int line = __builtin_LINE()) {
    return offloaded<typename std::invoke_result_t<Body, Self>::Value>(self, std::move(name), std::move(body), line);
}

}  // namespace interleave
