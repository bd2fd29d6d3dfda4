// The banker's algorithm: who lends things of several kinds to parties that said beforehand how many they will have at
// most, and lends only if all of them could still be served, one after the other, to their most (Dijkstra 1965, EWD
// 123, section 6, for one kind; Habermann 1969 for several; Silberschatz, Galvin, Gagne, Operating System Concepts,
// 8.6.3).
//
// Pure: plain tables, no threads, no clock. The tables are somebody else's memory, row by row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace interleave {

using Units = std::int32_t;

struct BankTables {
    std::span<Units> available;  // one for each kind
    std::span<Units> maximum;    // parties × kinds: most units at once, as claimed
    std::span<Units> allocated;  // parties × kinds

    std::size_t kinds() const { return available.size(); }
    std::size_t parties() const { return kinds() == 0 ? 0 : maximum.size() / kinds(); }
    Units need(std::size_t party, std::size_t kind) const {
        return maximum[party * kinds() + kind] - allocated[party * kinds() + kind];
    }
};

// What a request is told. All but the first and the last have to wait.
enum class BankAnswer : std::uint8_t {
    granted,
    tooFew,       // so many are not free
    unsafe,       // they are free, but with them gone no safe order would be left
    beyondClaim   // more than was claimed: never
};

// Whether it is looked ahead, or whatever is free is given.
enum class BankPolicy : std::uint8_t { banker, whatIsFree };

// Looks for an order in which all parties could be served. Keeps its scratch memory: allocates only when it is made, so
// that it may be used under a guard.
class SafetyCheck {
public:
    SafetyCheck(std::size_t parties, std::size_t kinds);

    // For tables of at most so many parties and kinds. Parties² × kinds steps at worst.
    bool isSafe(const BankTables& tables);
    // The order found: whoever comes first in the tables goes first. Where none is safe, as far as it goes.
    std::span<const std::uint32_t> order() const { return {m_order.data(), m_served}; }

private:
    bool serveOne(const BankTables& tables);

    std::vector<Units> m_work;
    std::vector<std::uint8_t> m_done;
    std::vector<std::uint32_t> m_order;
    std::size_t m_served = 0;
};

// Decides a request of `party`, a number for each kind. If it is granted, the tables have it;
// else they are as they were.
BankAnswer askBank(const BankTables& tables, std::size_t party, std::span<const Units> request, BankPolicy policy,
                   SafetyCheck& check);

}  // namespace interleave
