#include "core/runtime/bank_operations.hpp"

#include <stdexcept>

namespace interleave {
namespace {

void requireOneForEachKind(const Bank& bank, const Arena& arena, const std::vector<Units>& units) {
    if (units.size() != bank.kinds(arena))
        throw std::logic_error("a bank is asked with a number for each of its kinds");
}

std::string misuse(const Caller& by, const Bank& bank, const char* what) {
    Event misused = by.event(EventKind::misused, bank.id(), 0, -1);
    misused.detail = static_cast<std::uint8_t>(Misuse::units);
    by.ring.write(misused);
    return std::string(by.arena.nameOf(by.self)) + what + std::string(by.arena.nameOf(bank.id()));
}

}  // namespace

Step AskOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    requireOneForEachKind(m_bank, by.arena, m_units);
    switch (m_bank.askOrQueue(by, m_units)) {
        case BankAnswer::granted: return Step::done();
        case BankAnswer::beyondClaim:
            m_misuse = misuse(by, m_bank, " cannot ask for more units than it claimed of ");
            return Step::done();
        case BankAnswer::tooFew:
        case BankAnswer::unsafe: break;
    }
    return park(actor);
}

void AskOperation::result() const {
    if (!m_misuse.empty()) throw std::runtime_error(m_misuse);
}

Step GiveBackOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    requireOneForEachKind(m_bank, by.arena, m_units);
    if (!m_bank.giveBack(by, m_units))
        m_misuse = misuse(by, m_bank, " cannot give back units that it has not got from ");
    return Step::done();
}

void GiveBackOperation::result() const {
    if (!m_misuse.empty()) throw std::runtime_error(m_misuse);
}

}  // namespace interleave
