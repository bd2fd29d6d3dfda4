#include "tests/support/queue_traffic.hpp"

#include <chrono>
#include <vector>

namespace interleave {

void runQueueTraffic(Lab& lab, const QueueTraffic& traffic) {
    const BoundedQueue queue = lab.queue("queue", traffic.capacity);
    for (std::int64_t p = 0; p < traffic.producers; ++p) {
        lab.spawn("P" + std::to_string(p + 1), [=](Self self) -> Task {
            for (std::int64_t i = 0; i < traffic.items; ++i) co_await self.put(queue, p * traffic.items + i);
        });
    }
    lab.spawn("C", [=, &lab](Self self) -> Task {
        const std::int64_t all = traffic.producers * traffic.items;
        std::vector<std::uint8_t> times(static_cast<std::size_t>(all));
        std::vector<std::int64_t> latest(static_cast<std::size_t>(traffic.producers), -1);
        std::int64_t reordered = 0, missing = 0, doubled = 0;
        const auto begin = std::chrono::steady_clock::now();
        for (std::int64_t i = 0; i < all; ++i) {
            const std::int64_t item = co_await self.get(queue);
            std::int64_t& last = latest[static_cast<std::size_t>(item / traffic.items)];
            reordered += item <= last;
            last = item;
            ++times[static_cast<std::size_t>(item)];
        }
        const auto took = std::chrono::steady_clock::now() - begin;
        for (const std::uint8_t often : times) {
            missing += often == 0;
            doubled += often > 1;
        }
        lab.tell("got", all);
        lab.tell("missing", missing);
        lab.tell("doubled", doubled);
        lab.tell("reordered", reordered);
        lab.tell("ns", std::int64_t{took.count()});
    });
}

}  // namespace interleave
