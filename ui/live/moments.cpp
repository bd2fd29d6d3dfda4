#include "ui/live/moments.hpp"

namespace interleave::ui {

TraceTime momentAfter(const Store& store, TraceTime t) {
    const std::size_t index = store.eventAfter(t);
    return index < store.events().end() ? store.events()[index].at() : store.span().end;
}

TraceTime momentBefore(const Store& store, TraceTime t) {
    // Events at `t` itself are after the nanosecond before it.
    const std::size_t index = store.eventAfter(t - Duration{1});
    return index > store.events().first() ? store.events()[index - 1].at() : store.span().begin;
}

}  // namespace interleave::ui
