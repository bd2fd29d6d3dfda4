// A bank as its events tell it: what there is, what is free, and each party's claim, units and request. The live run's
// laws, the wait-for graph at any moment and the tables on the screen are all read off this. Pure.
//
// Confined to one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/bankers.hpp"
#include "core/trace/laws.hpp"

namespace interleave {

inline constexpr std::size_t kMostBankKinds = 64;
inline constexpr std::size_t kMostBankParties = 64;

// Whether an event changes a bank's table: that of its object.
constexpr bool isOfBank(const Event& event) {
    switch (event.kind) {
        case EventKind::bankKind:
        case EventKind::bankClaimed:
        case EventKind::bankAsked:
        case EventKind::bankAnswered:
        case EventKind::bankReturned: return true;
        case EventKind::waitTimedOut:
        case EventKind::waitCancelled: return event.as<WaitReason>() == WaitReason::units;
        default: return false;
    }
}

struct BankParty {
    std::uint32_t actor = ActorId::kNone;
    bool waits = false;                // for an answer, or for a better one
    BankAnswer answer{};               // to its last request
    std::uint64_t requests = 0;        // number of its last request among all of the bank's; 0: it made none
    friend bool operator==(const BankParty&, const BankParty&) = default;
};

class BankTable {
public:
    // One event of this bank. The law that it broke, if it broke one.
    std::optional<Law> apply(const Event& event);

    BankPolicy policy() const { return m_policy; }
    std::size_t kinds() const { return m_total.size(); }
    const std::vector<std::uint32_t>& names() const { return m_names; }  // of the kinds: StringId of the store
    const std::vector<Units>& total() const { return m_total; }
    const std::vector<Units>& available() const { return m_available; }
    const std::vector<BankParty>& parties() const { return m_parties; }
    Units maximum(std::size_t party, std::size_t kind) const { return m_maximum[party * kinds() + kind]; }
    Units allocated(std::size_t party, std::size_t kind) const { return m_allocated[party * kinds() + kind]; }
    Units need(std::size_t party, std::size_t kind) const { return maximum(party, kind) - allocated(party, kind); }
    // What it waits for, or asked for last.
    Units asked(std::size_t party, std::size_t kind) const { return m_asked[party * kinds() + kind]; }
    bool hasAny(std::size_t party) const;
    // Free units of all kinds together.
    std::int64_t free() const;
    std::optional<std::size_t> partyOf(ActorId actor) const;

    // A safe order of the parties, where there is one.
    std::optional<std::vector<std::uint32_t>> safeOrder() const;
    // Those of `waiting` (one for each party) who cannot be served even if everybody else returned all it has: with
    // several units of a kind this is what a cycle is with locks (Coffman, Elphick, Shoshani 1971).
    std::vector<std::size_t> stuckAmong(std::vector<bool> waiting) const;

    // For saved files: everything as plain numbers; an empty optional where they make no table.
    struct Numbers {
        BankPolicy policy{};
        std::vector<std::uint32_t> names;
        std::vector<Units> total, available, maximum, allocated, asked;
        std::vector<BankParty> parties;
        friend bool operator==(const Numbers&, const Numbers&) = default;
    };
    Numbers numbers() const;
    static std::optional<BankTable> from(Numbers numbers);

private:
    bool makeKind(const Event& event);
    std::optional<std::size_t> partyAt(const Event& event);
    std::optional<Law> answer(const Event& event, std::size_t party);
    std::optional<Law> giveBack(const Event& event, std::size_t party);
    std::optional<Law> take(std::size_t party);

    BankPolicy m_policy{};
    std::vector<std::uint32_t> m_names;
    std::vector<Units> m_total, m_available;
    std::vector<Units> m_maximum, m_allocated, m_asked;  // row by row
    std::vector<BankParty> m_parties;
    std::uint64_t m_requests = 0;
};

}  // namespace interleave
