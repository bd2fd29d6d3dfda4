#include "ui/race/interleaving.hpp"

#include <algorithm>
#include <set>

namespace interleave::ui {
namespace {

constexpr std::size_t kFarthest = 200'000;  // events

bool isAccess(const Event& e) { return e.kind == EventKind::variableRead || e.kind == EventKind::variableWritten; }

ObjectId variableAt(const Store& store, std::size_t after) {
    const auto& events = store.events();
    const std::size_t oldest = after > events.first() + kFarthest ? after - kFarthest : events.first();
    for (std::size_t i = after; i-- > oldest;)
        if (isAccess(events[i])) return events[i].what();
    const std::size_t newest = std::min(events.end(), after + kFarthest);
    for (std::size_t i = after; i < newest; ++i)
        if (isAccess(events[i])) return events[i].what();
    return {};
}

Access accessOf(const Event& e) {
    return {.at = e.at(), .actor = e.who(), .writes = e.kind == EventKind::variableWritten, .value = e.value};
}

// Up to `most` accesses of `variable` that end before event `after`, oldest first.
std::vector<Access> before(const Store& store, ObjectId variable, std::size_t after, std::size_t most) {
    const auto& events = store.events();
    const std::size_t oldest = after > events.first() + kFarthest ? after - kFarthest : events.first();
    std::vector<Access> found;
    for (std::size_t i = after; i-- > oldest && found.size() < most;)
        if (isAccess(events[i]) && events[i].what() == variable) found.push_back(accessOf(events[i]));
    std::ranges::reverse(found);
    return found;
}

void appendAfter(const Store& store, ObjectId variable, std::size_t after, std::size_t most,
                 std::vector<Access>& into) {
    const auto& events = store.events();
    const std::size_t newest = std::min(events.end(), after + kFarthest);
    for (std::size_t i = after; i < newest && most > 0; ++i) {
        if (!isAccess(events[i]) || events[i].what() != variable) continue;
        into.push_back(accessOf(events[i]));
        --most;
    }
}

// The write before a destroying one is the one destroyed.
void markLost(const Store& store, ObjectId variable, std::vector<Access>& accesses) {
    Access* lastWrite = nullptr;
    for (Access& access : accesses) {
        if (!access.writes) continue;
        const auto& losses = store.lostUpdates();
        const auto first = std::ranges::lower_bound(losses, access.at, {}, &LostUpdate::at);
        access.destroys = std::any_of(first, losses.end(), [&](const LostUpdate& loss) {
            return loss.at == access.at && loss.variable == variable && loss.winner == access.actor;
        });
        if (access.destroys && lastWrite) lastWrite->lost = true;
        lastWrite = &access;
    }
}

}  // namespace

Interleaving Interleaving::around(const Store& store, TraceTime cursor, std::size_t most) {
    Interleaving table;
    const std::size_t after = store.eventAfter(cursor);
    table.variable = variableAt(store, after);
    if (!table.variable.exists()) return table;

    table.accesses = before(store, table.variable, after, most);
    if (!table.accesses.empty()) table.now = table.accesses.size() - 1;
    appendAfter(store, table.variable, after, std::max(most / 3, most - table.accesses.size()), table.accesses);
    markLost(store, table.variable, table.accesses);
    // The oldest have helped to tell what was lost; they need not stand there.
    if (table.accesses.size() > most) {
        const std::size_t surplus = table.accesses.size() - most;
        table.accesses.erase(table.accesses.begin(), table.accesses.begin() + static_cast<std::ptrdiff_t>(surplus));
        if (table.now) table.now = *table.now >= surplus ? std::optional{*table.now - surplus} : std::nullopt;
    }
    std::set<std::uint32_t> actors;
    for (const Access& access : table.accesses) actors.insert(access.actor.value);
    for (const std::uint32_t actor : actors) table.actors.push_back({actor});
    return table;
}

}  // namespace interleave::ui
