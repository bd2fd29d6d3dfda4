// How those read a trace who make a history of it as it grows.
#pragma once

#include "core/trace/store.hpp"

namespace interleave {

// Hands `apply` each event of the store from number `next` on, in order, and moves `next` behind them. Where some were
// evicted unread, `adopt` is asked first to take what the checkpoint and the records keep of them.
template <class Adopt, class Apply>
void readOn(const Store& store, std::size_t& next, Adopt adopt, Apply apply) {
    const Store::Events& events = store.events();
    if (events.first() > next) {
        next = events.first();
        adopt();
    }
    while (next < events.end()) {
        for (const Event& event : events.run(next)) {
            apply(event);
            ++next;
        }
    }
}

}  // namespace interleave
