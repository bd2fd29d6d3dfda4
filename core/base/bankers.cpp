#include "core/base/bankers.hpp"

#include <algorithm>

#include "core/base/require.hpp"

namespace interleave {
namespace {

void move(const BankTables& tables, std::size_t party, std::span<const Units> units, Units sign) {
    for (std::size_t kind = 0; kind < tables.kinds(); ++kind) {
        tables.available[kind] -= sign * units[kind];
        tables.allocated[party * tables.kinds() + kind] += sign * units[kind];
    }
}

}  // namespace

SafetyCheck::SafetyCheck(std::size_t parties, std::size_t kinds) : m_work(kinds), m_done(parties), m_order(parties) {}

bool SafetyCheck::isSafe(const BankTables& tables) {
    const std::size_t parties = tables.parties();
    IL_REQUIRE(parties <= m_done.size() && tables.kinds() <= m_work.size());
    std::ranges::copy(tables.available, m_work.begin());
    std::fill_n(m_done.begin(), parties, std::uint8_t{0});
    m_served = 0;
    // Whoever can be served at some point can be served later as well: what is free only grows. So any choice will do,
    // and none is ever taken back.
    while (m_served < parties && serveOne(tables)) {
    }
    return m_served == parties;
}

bool SafetyCheck::serveOne(const BankTables& tables) {
    const std::size_t kinds = tables.kinds();
    for (std::size_t party = 0; party < tables.parties(); ++party) {
        if (m_done[party] != 0) continue;
        std::size_t kind = 0;
        while (kind < kinds && tables.need(party, kind) <= m_work[kind]) ++kind;
        if (kind < kinds) continue;
        for (kind = 0; kind < kinds; ++kind) m_work[kind] += tables.allocated[party * kinds + kind];
        m_done[party] = 1;
        m_order[m_served++] = static_cast<std::uint32_t>(party);
        return true;
    }
    return false;
}

BankAnswer askBank(const BankTables& tables, std::size_t party, std::span<const Units> request, BankPolicy policy,
                   SafetyCheck& check) {
    bool free = true;
    for (std::size_t kind = 0; kind < tables.kinds(); ++kind) {
        if (request[kind] < 0 || request[kind] > tables.need(party, kind)) return BankAnswer::beyondClaim;
        free = free && request[kind] <= tables.available[kind];
    }
    if (!free) return BankAnswer::tooFew;
    move(tables, party, request, 1);
    if (policy == BankPolicy::whatIsFree || check.isSafe(tables)) return BankAnswer::granted;
    move(tables, party, request, -1);
    return BankAnswer::unsafe;
}

}  // namespace interleave
