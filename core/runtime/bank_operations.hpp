// Asking a bank for units and giving them back.
#pragma once

#include <string>
#include <vector>

#include "core/runtime/operation.hpp"
#include "core/sync/bank.hpp"

namespace interleave {

class AskOperation : public PendingOperation {
public:
    // A number for each kind of the bank.
    AskOperation(Bank bank, std::vector<Units> units, int line)
        : PendingOperation(Operation::acquire, bank.id(), line), m_bank(bank), m_units(std::move(units)) {}
    // Throws where that is more than it claimed.
    void result() const;

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_bank.giveUp(caller); }

private:
    Bank m_bank;
    std::vector<Units> m_units;
    std::string m_misuse;
};

class GiveBackOperation : public PendingOperation {
public:
    GiveBackOperation(Bank bank, std::vector<Units> units, int line)
        : PendingOperation(Operation::release, bank.id(), line), m_bank(bank), m_units(std::move(units)) {}
    // Throws where it has not so many.
    void result() const;

protected:
    Step begin(Actor& actor) override;

private:
    Bank m_bank;
    std::vector<Units> m_units;
    std::string m_misuse;
};

}  // namespace interleave
