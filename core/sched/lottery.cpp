// Lottery scheduling (Waldspurger, Weihl 1994; OSTEP chapter 9): whoever holds the winning ticket runs for a slice.
// Decision::number: the winning ticket, counted from 0 over the ready tasks by number.
//
// Tickets are kept in a binary indexed tree (Fenwick 1994), so that a draw takes logarithmic time.
#include <bit>
#include <vector>

#include "core/sched/by_task.hpp"
#include "core/sched/policy.hpp"
#include "core/sched/random.hpp"

namespace interleave {
namespace {

// Tickets by task. Prefix sums and their inverse in logarithmic time.
class TicketTree {
public:
    std::int64_t total() const { return m_total; }

    void add(std::uint32_t task, std::int64_t tickets) {
        if (task >= m_sums.size()) grow(task);
        m_total += tickets;
        for (std::size_t i = task + std::size_t{1}; i <= m_sums.size(); i += i & (0 - i)) m_sums[i - 1] += tickets;
    }

    // Who holds the ticket, which is less than total().
    std::uint32_t holderOf(std::int64_t ticket) const {
        std::size_t before = 0;  // tasks whose tickets all come before it
        for (std::size_t step = m_sums.size(); step > 0; step /= 2) {
            if (before + step > m_sums.size() || m_sums[before + step - 1] > ticket) continue;
            before += step;
            ticket -= m_sums[before - 1];
        }
        return static_cast<std::uint32_t>(before);
    }

private:
    // To a power of two: the upper half is new, and its last sum is the total.
    void grow(std::uint32_t task) {
        const std::size_t old = m_sums.size();
        m_sums.resize(std::bit_ceil(std::size_t{task} + 1));
        if (old == 0) return;
        for (std::size_t size = old * 2; size <= m_sums.size(); size *= 2) m_sums[size - 1] = m_total;
    }

    std::vector<std::int64_t> m_sums;
    std::int64_t m_total = 0;
};

class Lottery final : public Policy {
public:
    Lottery(Duration quantum, std::uint64_t seed) : m_quantum(quantum), m_random(seed) {}

    Placement makeReady(const TaskView& task, Duration) override {
        m_tickets[task.id] = task.tickets;
        m_tree.add(task.id.value, task.tickets);
        ++m_count;
        return {.shelf = 0, .rank = m_came++};
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_count == 0) return std::nullopt;
        const auto ticket = static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(m_tree.total())));
        const ActorId winner{m_tree.holderOf(ticket)};
        m_tree.add(winner.value, -m_tickets[winner]);
        --m_count;
        return Decision{.task = winner, .reason = RunReason::lottery, .number = ticket, .slice = m_quantum};
    }

    bool preempts(const TaskView&, const TaskView&, Duration) const noexcept override { return false; }
    std::size_t readyCount() const noexcept override { return m_count; }

private:
    Duration m_quantum;
    Random m_random;
    TicketTree m_tree;
    ByTask<std::int64_t> m_tickets;  // as they were when the task became ready
    std::size_t m_count = 0;
    std::uint32_t m_came = 0;
};

}  // namespace

std::unique_ptr<Policy> makeLottery(const PolicyOptions& options) {
    return std::make_unique<Lottery>(options.quantum.front(), options.seed);
}

}  // namespace interleave
