// The banker's algorithm against the textbook and against a search that tries every order.
#include "core/base/bankers.hpp"

#include <map>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

namespace interleave {
namespace {

// A table of its own, in plain rows, as a person would write it down.
struct Table {
    std::vector<Units> available;
    std::vector<std::vector<Units>> maximum, allocated;
};

// Whether all can be served in some order, by trying every one of them: who is still to be served is a set of bits, and
// what is free follows from it. Shares nothing with the program's own way.
class EveryOrder {
public:
    explicit EveryOrder(const Table& table) : m_table(table) {}
    bool hasSafeOne() { return search((1U << m_table.maximum.size()) - 1); }

private:
    bool search(unsigned left) {
        if (left == 0) return true;
        if (const auto known = m_known.find(left); known != m_known.end()) return known->second;
        bool found = false;
        for (unsigned party = 0; party < m_table.maximum.size() && !found; ++party)
            if ((left >> party & 1U) != 0 && canEnd(party, left)) found = search(left & ~(1U << party));
        return m_known[left] = found;
    }
    bool canEnd(unsigned party, unsigned left) const {
        for (std::size_t kind = 0; kind < m_table.available.size(); ++kind) {
            long free = m_table.available[kind];
            for (unsigned other = 0; other < m_table.maximum.size(); ++other)
                if ((left >> other & 1U) == 0 || other == party) free += m_table.allocated[other][kind];
            if (free < m_table.maximum[party][kind]) return false;
        }
        return true;
    }

    const Table& m_table;
    std::map<unsigned, bool> m_known;
};

// The same table as the program has it.
struct Flat {
    std::vector<Units> available, maximum, allocated;

    explicit Flat(const Table& table) : available(table.available) {
        for (const auto& row : table.maximum) maximum.insert(maximum.end(), row.begin(), row.end());
        for (const auto& row : table.allocated) allocated.insert(allocated.end(), row.begin(), row.end());
    }
    BankTables tables() { return {available, maximum, allocated}; }
};

// Serves the parties in that order and says whether each could have its most.
bool canBeServedInOrder(const Table& table, std::span<const std::uint32_t> order) {
    std::vector<Units> free = table.available;
    std::vector<bool> served(table.maximum.size());
    for (const std::uint32_t party : order) {
        if (served[party]) return false;
        served[party] = true;
        for (std::size_t kind = 0; kind < free.size(); ++kind) {
            if (table.maximum[party][kind] - table.allocated[party][kind] > free[kind]) return false;
            free[kind] += table.allocated[party][kind];
        }
    }
    return order.size() == table.maximum.size();
}

Table textbook() {
    return {.available = {3, 3, 2},
            .maximum = {{7, 5, 3}, {3, 2, 2}, {9, 0, 2}, {2, 2, 2}, {4, 3, 3}},
            .allocated = {{0, 1, 0}, {2, 0, 0}, {3, 0, 2}, {2, 1, 1}, {0, 0, 2}}};
}

TEST(Bankers, AnswerAsTheTextbookDoes) {
    Flat bank(textbook());
    SafetyCheck check(5, 3);
    ASSERT_TRUE(check.isSafe(bank.tables()));
    EXPECT_TRUE(canBeServedInOrder(textbook(), check.order()));

    const auto ask = [&](std::size_t party, std::vector<Units> request) {
        return askBank(bank.tables(), party, request, BankPolicy::banker, check);
    };
    EXPECT_EQ(ask(1, {1, 0, 2}), BankAnswer::granted);
    EXPECT_EQ(bank.available, (std::vector<Units>{2, 3, 0}));
    EXPECT_EQ(ask(4, {3, 3, 0}), BankAnswer::tooFew);
    EXPECT_EQ(ask(0, {0, 2, 0}), BankAnswer::unsafe);
    EXPECT_EQ(bank.available, (std::vector<Units>{2, 3, 0})) << "what was not granted changes nothing";
    EXPECT_EQ(ask(1, {0, 3, 0}), BankAnswer::beyondClaim) << "it claimed 2 of B";
}

TEST(Bankers, WithoutForesightWhateverIsFreeIsGiven) {
    Flat bank(textbook());
    SafetyCheck check(5, 3);
    const std::vector<Units> first{1, 0, 2}, second{0, 2, 0};
    EXPECT_EQ(askBank(bank.tables(), 1, first, BankPolicy::whatIsFree, check), BankAnswer::granted);
    EXPECT_EQ(askBank(bank.tables(), 0, second, BankPolicy::whatIsFree, check), BankAnswer::granted);
    EXPECT_FALSE(check.isSafe(bank.tables()));
}

class Dice {
public:
    explicit Dice(unsigned seed) : m_source(seed) {}
    Units upTo(Units most) { return std::uniform_int_distribution<Units>(0, most)(m_source); }

private:
    std::mt19937 m_source;
};

// Up to 7 parties and 4 kinds; what is handed out is within the claims, safe or not.
Table randomTable(Dice& dice) {
    const auto kinds = static_cast<std::size_t>(1 + dice.upTo(3));
    const auto parties = static_cast<std::size_t>(1 + dice.upTo(6));
    Table table;
    for (std::size_t kind = 0; kind < kinds; ++kind) table.available.push_back(1 + dice.upTo(9));
    table.maximum.assign(parties, std::vector<Units>(kinds));
    table.allocated = table.maximum;
    for (auto& row : table.maximum)
        for (std::size_t kind = 0; kind < kinds; ++kind) row[kind] = dice.upTo(table.available[kind]);
    for (std::size_t party = 0; party < parties; ++party) {
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const Units has = dice.upTo(std::min(table.maximum[party][kind], table.available[kind]));
            table.allocated[party][kind] = has;
            table.available[kind] -= has;
        }
    }
    return table;
}

TEST(Bankers, InTenThousandRandomTablesNeverEnterAnUnsafeStateAndNeverRefuseASafeOne) {
    Dice dice(20'251);
    std::map<BankAnswer, int> answers;
    for (int round = 0; round < 10'000; ++round) {
        const Table before = randomTable(dice);
        const std::size_t kinds = before.available.size();
        const auto party = static_cast<std::size_t>(dice.upTo(static_cast<Units>(before.maximum.size()) - 1));
        std::vector<Units> request(kinds);
        Table after = before;
        bool claimed = true, free = true;
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const Units need = before.maximum[party][kind] - before.allocated[party][kind];
            request[kind] = dice.upTo(need + (round % 8 == 0 ? 1 : 0));  // now and then more than it may
            claimed = claimed && request[kind] <= need;
            free = free && request[kind] <= before.available[kind];
            after.available[kind] -= request[kind];
            after.allocated[party][kind] += request[kind];
        }
        const BankAnswer right = !claimed                              ? BankAnswer::beyondClaim
                                 : !free                               ? BankAnswer::tooFew
                                 : EveryOrder(after).hasSafeOne() ? BankAnswer::granted
                                                                       : BankAnswer::unsafe;
        Flat bank(before);
        SafetyCheck check(before.maximum.size(), kinds);
        ASSERT_EQ(askBank(bank.tables(), party, request, BankPolicy::banker, check), right) << "table " << round;
        const Flat expected(right == BankAnswer::granted ? after : before);
        ASSERT_EQ(bank.available, expected.available) << "table " << round;
        ASSERT_EQ(bank.allocated, expected.allocated) << "table " << round;
        if (right == BankAnswer::granted) {
            ASSERT_TRUE(canBeServedInOrder(after, check.order())) << "table " << round;
        }
        ++answers[right];
    }
    for (const auto answer : {BankAnswer::granted, BankAnswer::tooFew, BankAnswer::unsafe, BankAnswer::beyondClaim})
        EXPECT_GT(answers[answer], 300) << "each answer came up, else this would test little: "
                                        << static_cast<int>(answer);
}

TEST(Bankers, LendingOnNeverLeavesTheSafeStates) {
    Dice dice(7);
    for (int run = 0; run < 200; ++run) {
        Table table = randomTable(dice);
        for (std::size_t party = 0; party < table.maximum.size(); ++party) {  // begin with nothing lent
            for (std::size_t kind = 0; kind < table.available.size(); ++kind)
                table.available[kind] += std::exchange(table.allocated[party][kind], 0);
        }
        Flat bank(table);
        SafetyCheck check(table.maximum.size(), table.available.size());
        for (int step = 0; step < 40; ++step) {
            const auto party = static_cast<std::size_t>(dice.upTo(static_cast<Units>(table.maximum.size()) - 1));
            std::vector<Units> request;
            for (std::size_t kind = 0; kind < table.available.size(); ++kind) request.push_back(dice.upTo(2));
            if (askBank(bank.tables(), party, request, BankPolicy::banker, check) != BankAnswer::granted) continue;
            for (std::size_t kind = 0; kind < request.size(); ++kind) {
                table.available[kind] -= request[kind];
                table.allocated[party][kind] += request[kind];
            }
            ASSERT_TRUE(EveryOrder(table).hasSafeOne()) << "run " << run << ", step " << step;
        }
    }
}

}  // namespace
}  // namespace interleave
