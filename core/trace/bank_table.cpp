#include "core/trace/bank_table.hpp"

#include <algorithm>
#include <numeric>

namespace interleave {
namespace {

constexpr Units kMostUnits = 1'000'000;  // of a kind: sums of all parties stay far within the type

// What a damaged file says may not overflow.
Units sum(Units a, std::int64_t b) {
    return static_cast<Units>(std::clamp<std::int64_t>(a + b, -kMostUnits, kMostUnits));
}

bool within(const std::vector<Units>& units, std::size_t size) {
    const auto fits = [](Units u) { return u >= -kMostUnits && u <= kMostUnits; };
    return units.size() == size && std::ranges::all_of(units, fits);
}

}  // namespace

bool BankTable::makeKind(const Event& event) {
    const auto kind = static_cast<std::size_t>(event.detail & ~kUnchecked);
    const bool isNext = kind == kinds() && kind < kMostBankKinds && m_parties.empty();
    if (!isNext || event.value < 0 || event.value > kMostUnits) return false;
    m_policy = (event.detail & kUnchecked) != 0 ? BankPolicy::whatIsFree : BankPolicy::banker;
    m_names.push_back(event.ticket);
    m_total.push_back(static_cast<Units>(event.value));
    m_available.push_back(static_cast<Units>(event.value));
    return true;
}

std::optional<std::size_t> BankTable::partyOf(ActorId actor) const {
    const auto found = std::ranges::find(m_parties, actor.value, &BankParty::actor);
    return found == m_parties.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_parties.begin()));
}

// Whoever is first heard of becomes a party.
std::optional<std::size_t> BankTable::partyAt(const Event& event) {
    if (const auto known = partyOf(event.who())) return known;
    if (m_parties.size() >= kMostBankParties || kinds() == 0 || event.kind != EventKind::bankClaimed)
        return std::nullopt;
    m_parties.push_back({.actor = event.actor});
    for (std::vector<Units>* rows : {&m_maximum, &m_allocated, &m_asked}) rows->resize(m_parties.size() * kinds());
    return m_parties.size() - 1;
}

std::optional<Law> BankTable::apply(const Event& event) {
    if (event.kind == EventKind::bankKind) return makeKind(event) ? std::nullopt : std::optional(Law::unitsAddUp);
    const auto party = partyAt(event);
    // That it ended, or gave up waiting, may be said of whoever has nothing to do with the bank.
    if (!party) {
        const bool granted = event.kind == EventKind::bankAnswered && event.as<BankAnswer>() == BankAnswer::granted;
        return granted || event.kind == EventKind::bankReturned ? std::optional(Law::claimsKept) : std::nullopt;
    }
    const bool ofKind = event.kind == EventKind::bankClaimed || event.kind == EventKind::bankAsked ||
                        event.kind == EventKind::bankReturned;
    if (ofKind && (event.detail >= kinds() || event.value < 0 || event.value > kMostUnits)) return Law::unitsAddUp;
    const std::size_t cell = *party * kinds() + (ofKind ? event.detail : 0);
    switch (event.kind) {
        case EventKind::bankClaimed:
            m_maximum[cell] = static_cast<Units>(event.value);
            return event.value > m_total[event.detail] ? std::optional(Law::claimsKept) : std::nullopt;
        case EventKind::bankAsked: {
            BankParty& asker = m_parties[*party];
            if (!asker.waits) {  // the first kind of a new request
                std::fill_n(m_asked.begin() + static_cast<std::ptrdiff_t>(*party * kinds()), kinds(), 0);
                asker.requests = ++m_requests;
            }
            asker.waits = true;
            m_asked[cell] = static_cast<Units>(event.value);
            return std::nullopt;
        }
        case EventKind::bankAnswered: return answer(event, *party);
        case EventKind::bankReturned: return giveBack(event, *party);
        default: m_parties[*party].waits = false; return std::nullopt;  // it gave up
    }
}

std::optional<Law> BankTable::answer(const Event& event, std::size_t party) {
    m_parties[party].answer = event.as<BankAnswer>();
    if (event.as<BankAnswer>() == BankAnswer::beyondClaim) m_parties[party].waits = false;
    std::optional<Law> broken;
    if (event.as<BankAnswer>() == BankAnswer::granted) broken = take(party);
    return broken || free() == event.value ? broken : std::optional(Law::unitsAddUp);
}

std::optional<Law> BankTable::take(std::size_t party) {
    m_parties[party].waits = false;
    std::optional<Law> broken;
    for (std::size_t kind = 0; kind < kinds(); ++kind) {
        const Units units = asked(party, kind);
        m_available[kind] = sum(m_available[kind], -std::int64_t{units});
        Units& has = m_allocated[party * kinds() + kind];
        has = sum(has, units);
        if (m_available[kind] < 0) broken = Law::unitsAddUp;
        else if (need(party, kind) < 0 && !broken) broken = Law::claimsKept;
    }
    if (!broken && m_policy == BankPolicy::banker && !safeOrder()) broken = Law::bankStaysSafe;
    return broken;
}

std::optional<Law> BankTable::giveBack(const Event& event, std::size_t party) {
    Units& has = m_allocated[party * kinds() + event.detail];
    has = sum(has, -event.value);
    m_available[event.detail] = sum(m_available[event.detail], event.value);
    return has < 0 || m_available[event.detail] > m_total[event.detail] ? std::optional(Law::unitsAddUp) : std::nullopt;
}

bool BankTable::hasAny(std::size_t party) const {
    const auto row = m_allocated.begin() + static_cast<std::ptrdiff_t>(party * kinds());
    return std::any_of(row, row + static_cast<std::ptrdiff_t>(kinds()), [](Units units) { return units > 0; });
}

std::int64_t BankTable::free() const {
    return std::accumulate(m_available.begin(), m_available.end(), std::int64_t{0});
}

std::optional<std::vector<std::uint32_t>> BankTable::safeOrder() const {
    // The check only reads; it takes the tables as those who change them have them.
    BankTable copy = *this;
    SafetyCheck check(m_parties.size(), kinds());
    if (!check.isSafe({copy.m_available, copy.m_maximum, copy.m_allocated})) return std::nullopt;
    return std::vector<std::uint32_t>(check.order().begin(), check.order().end());
}

std::vector<std::size_t> BankTable::stuckAmong(std::vector<bool> waiting) const {
    std::vector<Units> work = m_available;
    const auto returnsAll = [&](std::size_t party) {
        for (std::size_t kind = 0; kind < kinds(); ++kind) work[kind] += allocated(party, kind);
    };
    const auto canHave = [&](std::size_t party) {
        std::size_t kind = 0;
        while (kind < kinds() && asked(party, kind) <= work[kind]) ++kind;
        return kind == kinds();
    };
    for (std::size_t party = 0; party < m_parties.size(); ++party)
        if (!waiting[party]) returnsAll(party);
    for (bool any = true; any;) {
        any = false;
        for (std::size_t party = 0; party < m_parties.size(); ++party) {
            if (!waiting[party] || !canHave(party)) continue;
            waiting[party] = false;
            returnsAll(party);
            any = true;
        }
    }
    std::vector<std::size_t> stuck;
    for (std::size_t party = 0; party < m_parties.size(); ++party)
        if (waiting[party]) stuck.push_back(party);
    return stuck;
}

BankTable::Numbers BankTable::numbers() const {
    return {m_policy, m_names, m_total, m_available, m_maximum, m_allocated, m_asked, m_parties};
}

std::optional<BankTable> BankTable::from(Numbers numbers) {
    const std::size_t kinds = numbers.names.size();
    const std::size_t cells = numbers.parties.size() * kinds;
    if (kinds > kMostBankKinds || numbers.parties.size() > kMostBankParties || !within(numbers.total, kinds) ||
        !within(numbers.available, kinds) || !within(numbers.maximum, cells) || !within(numbers.allocated, cells) ||
        !within(numbers.asked, cells))
        return std::nullopt;
    BankTable table;
    table.m_policy = numbers.policy;
    table.m_names = std::move(numbers.names);
    table.m_total = std::move(numbers.total);
    table.m_available = std::move(numbers.available);
    table.m_maximum = std::move(numbers.maximum);
    table.m_allocated = std::move(numbers.allocated);
    table.m_asked = std::move(numbers.asked);
    table.m_parties = std::move(numbers.parties);
    for (const BankParty& party : table.m_parties) table.m_requests = std::max(table.m_requests, party.requests);
    return table;
}

}  // namespace interleave
