// A policy driven by hand: no threads, no clock.
#pragma once

#include <chrono>
#include <stdexcept>
#include <vector>

#include "core/sched/policy.hpp"

namespace interleave::by_hand {

inline constexpr CoreId kCore{0};
using Order = std::vector<std::uint32_t>;

inline std::unique_ptr<Policy> policyOf(std::string_view name, const OptionValues& values = {},
                                        std::uint64_t seed = 1) {
    const auto options = readPolicyOptions(name, values, seed);
    if (!options) throw std::runtime_error(options.error().what);
    return std::move(*makePolicy(*options));
}

inline TaskView task(std::uint32_t id, int priority = 0) {
    TaskView view;
    view.id = {id};
    view.priority = priority;
    return view;
}

inline TaskView needs(std::uint32_t id, Duration burst, Duration arrived = {}) {
    TaskView view = task(id);
    view.burst = view.remaining = burst;
    view.arrived = arrived;
    return view;
}

inline TaskView holds(std::uint32_t id, std::int64_t tickets) {
    TaskView view = task(id);
    view.tickets = tickets;
    return view;
}

// The same task after it has used so much in all, and why it is ready again.
inline TaskView again(TaskView view, Duration used, ReadyReason why) {
    view.used = used;
    view.why = why;
    return view;
}

// The order in which a policy empties its queue.
inline Order drained(Policy& policy, Duration now = {}) {
    Order order;
    while (const auto next = policy.takeNext(kCore, now)) order.push_back(next->task.value);
    return order;
}

// Who runs in the next `turns` turns, each for a whole slice, on one core.
inline Order turnsOf(Policy& policy, std::vector<TaskView> tasks, std::size_t turns) {
    for (const TaskView& each : tasks) policy.makeReady(each, Duration{});
    Order order;
    for (Duration now{}; order.size() < turns;) {
        const auto next = policy.takeNext(kCore, now);
        if (!next) throw std::runtime_error("nobody is ready");
        order.push_back(next->task.value);
        now += next->slice;
        for (TaskView& each : tasks) {
            if (each.id != next->task) continue;
            each = again(each, each.used + next->slice, ReadyReason::sliceOver);
            policy.makeReady(each, now);
        }
    }
    return order;
}

}  // namespace interleave::by_hand
