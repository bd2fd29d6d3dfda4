// Lends units of several kinds to parties that claimed beforehand how many they will have at once. With the banker's
// algorithm it lends only what leaves a safe order; without it, whatever is free (core/base/bankers).
//
// Units that come back go to those who wait, in the order of their coming, but past one who still cannot be served: a
// big request may starve behind small ones.
//
// Thread safety: any actor of any process of the run. Claims are made before anybody asks.
#pragma once

#include <string>
#include <vector>

#include "core/base/bankers.hpp"
#include "core/sync/caller.hpp"

namespace interleave {

struct BankKind {
    std::string name;
    Units units = 0;
};

// Behind it in memory: parties' seats, then available, maximum, allocated and asked.
struct alignas(8) BankWords {
    std::atomic<std::uint32_t> guard{0};
    std::uint32_t ticket = 0;
    std::uint32_t kinds = 0;
    std::uint32_t capacity = 0;   // parties that there is room for
    std::uint32_t parties = 0;
    BankPolicy policy{};
    std::uint64_t arrivals = 0;
};

struct BankSeat {
    std::uint32_t actor = ActorId::kNone;
    BankAnswer answer{};          // while it waits: why
    std::uint64_t arrival = 0;    // since when it waits; 0: it does not
};

class Bank {
public:
    Bank() = default;
    static Bank make(Arena& arena, ObjectId id, const std::vector<Units>& units, std::uint32_t parties,
                     BankPolicy policy);

    ObjectId id() const { return m_id; }
    std::size_t kinds(const Arena& arena) const { return words(arena).kinds; }

    // How many units the caller will have at most. False: that is more than there are, it claimed before,
    // or no room is left.
    bool claim(const Caller& caller, std::span<const Units> most) const;
    // Granted: the caller has them. Beyond its claim: it asked in vain. Else it is queued and must park;
    // when that returns, it has them.
    BankAnswer askOrQueue(const Caller& caller, std::span<const Units> request) const;
    // A queued caller's limit is over. False: it was served before that.
    bool giveUp(const Caller& caller) const;
    // False, and nothing changes: it has not so many.
    bool giveBack(const Caller& caller, std::span<const Units> units) const;

private:
    struct View;
    BankWords& words(const Arena& arena) const { return *reinterpret_cast<BankWords*>(arena.heap(m_at)); }
    void serveWaiting(const Caller& caller, View& view, SafetyCheck& check) const;
    void record(const Caller& caller, View& view, const BankSeat& seat, BankAnswer answer) const;

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
