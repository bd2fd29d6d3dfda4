#include "core/sync/bank.hpp"

#include <algorithm>
#include <new>
#include <numeric>

#include "core/sync/guard.hpp"
#include "core/trace/bank_table.hpp"

namespace interleave {
namespace {

std::size_t bytesFor(std::size_t kinds, std::size_t parties) {
    return sizeof(BankWords) + parties * sizeof(BankSeat) + (kinds + 3 * parties * kinds) * sizeof(Units);
}

}  // namespace

// The words and what lies behind them. Under the guard, but for the sizes, which never change.
struct Bank::View {
    BankWords& words;
    std::span<BankSeat> seats;
    std::span<Units> available, maximum, allocated, asked;

    explicit View(BankWords& bank) : words(bank) {
        const std::size_t cells = std::size_t{bank.kinds} * bank.capacity;
        seats = {reinterpret_cast<BankSeat*>(&bank + 1), bank.capacity};
        auto* units = reinterpret_cast<Units*>(seats.data() + seats.size());
        for (std::span<Units>* part : {&available, &maximum, &allocated, &asked}) {
            *part = {units, part == &available ? std::size_t{bank.kinds} : cells};
            units += part->size();
        }
    }
    // Of those who have a seat.
    BankTables tables() const {
        const std::size_t cells = std::size_t{words.kinds} * words.parties;
        return {available, maximum.first(cells), allocated.first(cells)};
    }
    std::span<Units> row(std::span<Units> all, std::size_t seat) const {
        return all.subspan(seat * words.kinds, words.kinds);
    }
    std::size_t seatOf(ActorId actor) const {
        const auto taken = seats.first(words.parties);
        return static_cast<std::size_t>(std::ranges::find(taken, actor.value, &BankSeat::actor) - taken.begin());
    }
    std::int64_t free() const { return std::accumulate(available.begin(), available.end(), std::int64_t{0}); }
};

Bank Bank::make(Arena& arena, ObjectId id, const std::vector<Units>& units, std::uint32_t parties, BankPolicy policy) {
    Bank bank;
    bank.m_id = id;
    bank.m_at = arena.allocate(bytesFor(units.size(), parties));
    if (bank.m_at == ObjectId::kNone) return bank;
    auto* words = new (arena.heap(bank.m_at)) BankWords;
    words->kinds = static_cast<std::uint32_t>(units.size());
    words->capacity = parties;
    words->policy = policy;
    const View view(*words);
    for (BankSeat& seat : view.seats) new (&seat) BankSeat;
    std::ranges::copy(units, view.available.begin());
    return bank;
}

bool Bank::claim(const Caller& caller, std::span<const Units> most) const {
    BankWords& words = this->words(caller.arena);
    caller.ring.reserve(words.kinds);
    const GuardLock guard{words.guard};
    const View view(words);
    if (words.parties == words.capacity || view.seatOf(caller.self) < words.parties) return false;
    for (std::size_t kind = 0; kind < words.kinds; ++kind)
        if (most[kind] < 0 || most[kind] > view.available[kind]) return false;
    const std::size_t seat = words.parties++;
    view.seats[seat].actor = caller.self.value;
    std::ranges::copy(most, view.row(view.maximum, seat).begin());
    for (std::size_t kind = 0; kind < words.kinds; ++kind) {
        Event claimed = caller.event(EventKind::bankClaimed, m_id, 0, most[kind]);
        claimed.detail = static_cast<std::uint8_t>(kind);
        if (most[kind] > 0) caller.ring.writeAfter(claimed);
    }
    return true;
}

void Bank::record(const Caller& caller, View& view, const BankSeat& seat, BankAnswer answer) const {
    Event answered = caller.event(EventKind::bankAnswered, m_id, ++view.words.ticket, view.free());
    answered.detail = static_cast<std::uint8_t>(answer);
    if (seat.actor != caller.self.value) answered.line = 0;
    answered.actor = seat.actor;
    caller.ring.writeAfter(answered);
}

BankAnswer Bank::askOrQueue(const Caller& caller, std::span<const Units> request) const {
    BankWords& words = this->words(caller.arena);
    SafetyCheck check(words.capacity, words.kinds);  // what it needs of memory is allocated here, not under the guard
    constexpr std::uint32_t kAnswerAndWait = 2;
    caller.ring.reserve(words.kinds + kAnswerAndWait);
    const GuardLock guard{words.guard};
    View view(words);
    const std::size_t place = view.seatOf(caller.self);
    if (place == words.parties) return BankAnswer::beyondClaim;
    BankSeat& seat = view.seats[place];
    for (std::size_t kind = 0; kind < words.kinds; ++kind) {
        if (request[kind] <= 0) continue;
        Event asked = caller.event(EventKind::bankAsked, m_id, ++words.ticket, request[kind]);
        asked.detail = static_cast<std::uint8_t>(kind);
        caller.ring.writeAfter(asked);
    }
    const BankAnswer answer = askBank(view.tables(), place, request, words.policy, check);
    record(caller, view, seat, answer);
    if (answer == BankAnswer::granted || answer == BankAnswer::beyondClaim) return answer;
    std::ranges::copy(request, view.row(view.asked, place).begin());
    seat.answer = answer;
    seat.arrival = ++words.arrivals;
    caller.recordWaiting(WaitReason::units, m_id.value);
    return answer;
}

bool Bank::giveUp(const Caller& caller) const {
    caller.ring.reserve(1);
    BankWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    const View view(words);
    const std::size_t place = view.seatOf(caller.self);
    if (place == words.parties || view.seats[place].arrival == 0) return false;
    view.seats[place].arrival = 0;
    caller.recordTimedOut(WaitReason::units, m_id.value);
    return true;
}

bool Bank::giveBack(const Caller& caller, std::span<const Units> units) const {
    BankWords& words = this->words(caller.arena);
    SafetyCheck check(words.capacity, words.kinds);
    constexpr std::uint32_t kEventsOfAnAnswer = 1 + kEventsOfAWake;
    caller.ring.reserve(words.kinds + words.capacity * kEventsOfAnAnswer);
    const GuardLock guard{words.guard};
    View view(words);
    const std::size_t place = view.seatOf(caller.self);
    if (place == words.parties) return false;
    const auto has = view.row(view.allocated, place);
    for (std::size_t kind = 0; kind < words.kinds; ++kind)
        if (units[kind] < 0 || units[kind] > has[kind]) return false;
    for (std::size_t kind = 0; kind < words.kinds; ++kind) {
        if (units[kind] == 0) continue;
        has[kind] -= units[kind];
        view.available[kind] += units[kind];
        Event returned = caller.event(EventKind::bankReturned, m_id, ++words.ticket, units[kind]);
        returned.detail = static_cast<std::uint8_t>(kind);
        caller.ring.writeAfter(returned);
    }
    serveWaiting(caller, view, check);
    return true;
}

// Once around is enough: whatever is granted to one takes something from the others, and makes nothing safer for them.
void Bank::serveWaiting(const Caller& caller, View& view, SafetyCheck& check) const {
    for (std::uint64_t served = 0;;) {
        BankSeat* next = nullptr;
        for (BankSeat& seat : view.seats.first(view.words.parties))
            if (seat.arrival > served && (next == nullptr || seat.arrival < next->arrival)) next = &seat;
        if (next == nullptr) return;
        served = next->arrival;
        const auto place = static_cast<std::size_t>(next - view.seats.data());
        const BankAnswer answer = askBank(view.tables(), place, view.row(view.asked, place), view.words.policy, check);
        if (answer == next->answer) continue;
        next->answer = answer;
        record(caller, view, *next, answer);
        if (answer != BankAnswer::granted) continue;
        next->arrival = 0;
        caller.wake({next->actor});
    }
}

}  // namespace interleave
