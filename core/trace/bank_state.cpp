// The part of TraceState that follows banks. Units are owned as locks are: only who has them can return them. So it is
// proved, not guessed, that those who wait for each other's units never go on. Whoever does not wait at the bank counts
// as one who will return all it has, be it that it waits elsewhere for good: no verdict is ever wrong,
// some are left unsaid.
#include <algorithm>

#include "core/trace/trace_state.hpp"

namespace interleave {

const BankTable* TraceState::bank(ObjectId id) const {
    const auto found = m_banks.find(id.value);
    return found == m_banks.end() ? nullptr : &found->second;
}

// Who can never be served, by their row in the bank; `apart` counts as one who goes on.
std::vector<std::size_t> TraceState::stuckAtBank(ObjectId id, ActorId apart) const {
    const BankTable* table = bank(id);
    if (table == nullptr) return {};
    std::vector<bool> waiting;
    for (const BankParty& party : table->parties()) {
        const ActorState& state = actor({party.actor});
        waiting.push_back(party.actor != apart.value && party.waits && state.phase == Phase::waiting && state.edge &&
                          state.waitReason == WaitReason::units && state.waitingFor == id.value);
    }
    return table->stuckAmong(std::move(waiting));
}

bool TraceState::isStuckAtBank(ActorId id) const {
    const ActorState& state = actor(id);
    if (state.phase != Phase::waiting || state.waitReason != WaitReason::units) return false;
    const BankTable* table = bank({state.waitingFor});
    if (table == nullptr) return false;
    const auto stuck = stuckAtBank({state.waitingFor}, {});
    const auto party = table->partyOf(id);
    return party && std::ranges::find(stuck, *party) != stuck.end();
}

// Those whom the wait of `last` has locked up, and who have what others of them want.
std::optional<Deadlock> TraceState::deadlockAtBank(ActorId last, TraceTime at) const {
    const ActorState& state = actor(last);
    if (state.waitReason != WaitReason::units) return std::nullopt;
    const ObjectId id{state.waitingFor};
    const BankTable* table = bank(id);
    if (table == nullptr) return std::nullopt;
    std::vector<std::size_t> stuck = stuckAtBank(id, {});
    const auto before = stuckAtBank(id, last);
    std::erase_if(stuck, [&](std::size_t party) {
        return std::ranges::find(before, party) != before.end() || !table->hasAny(party);
    });
    if (stuck.size() < 2) return std::nullopt;  // it waits behind a deadlock that is known already
    Deadlock found;
    found.at = at;
    for (const std::size_t party : stuck) found.actors.push_back({table->parties()[party].actor});
    std::ranges::sort(found.actors);
    found.objects.assign(found.actors.size(), id);
    return found;
}

}  // namespace interleave
