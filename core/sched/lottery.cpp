// Lottery scheduling (Waldspurger, Weihl 1994; OSTEP chapter 9): whoever holds the winning ticket runs for a slice.
// Decision::number: the winning ticket, counted from 0 over the ready tasks by number.
//
// Tickets are kept in a tree of sums, so that a draw takes logarithmic time.
#include <algorithm>
#include <array>
#include <vector>

#include "core/sched/by_task.hpp"
#include "core/sched/policy.hpp"
#include "core/sched/random.hpp"

namespace interleave {
namespace {

// Tickets by task. Each node holds the running sums of its eight children, in one line of the cache: a draw among
// 10,000 looks at five lines, an update writes as many, and neither branches on what it finds.
class TicketTree {
public:
    std::int64_t total() const { return m_total; }

    void add(std::uint32_t task, std::int64_t tickets) {
        makeRoomFor(task);
        m_total += tickets;
        std::size_t child = task;
        for (std::vector<Node>& level : m_levels) {
            Node& node = level[child / kWidth];
            for (std::size_t i = 0; i < kWidth; ++i) node.upTo[i] += kFrom[child % kWidth][i] & tickets;
            child /= kWidth;
        }
    }

    // Who holds the ticket, which is less than total().
    std::uint32_t holderOf(std::int64_t ticket) const {
        std::size_t node = 0;
        for (std::size_t level = m_levels.size(); level-- > 0;) {
            const Node& sums = m_levels[level][node];
            std::size_t child = 0;
            for (const std::int64_t upTo : sums.upTo) child += upTo <= ticket ? 1 : 0;
            ticket -= child == 0 ? 0 : sums.upTo[child - 1];
            node = node * kWidth + child;
        }
        return static_cast<std::uint32_t>(node);
    }

private:
    static constexpr std::size_t kWidth = 8;
    struct alignas(64) Node {
        std::array<std::int64_t, kWidth> upTo{};  // tickets of the children up to this one, itself included
    };

    using Mask = std::array<std::int64_t, kWidth>;
    // By child: all bits for it and those behind it, none for those before.
    static constexpr std::array<Mask, kWidth> kFrom = [] {
        std::array<Mask, kWidth> from{};
        for (std::size_t child = 0; child < kWidth; ++child)
            std::fill(from[child].begin() + child, from[child].end(), -1);
        return from;
    }();

    void makeRoomFor(std::uint32_t task) {
        for (std::size_t nodes = task / kWidth + std::size_t{1}, level = 0;;
             nodes = (nodes + kWidth - 1) / kWidth, ++level) {
            if (level == m_levels.size()) {
                // A new top: all that was below the old one is its first child.
                m_levels.emplace_back(1);
                m_levels.back().front().upTo.fill(m_total);
            }
            if (m_levels[level].size() < nodes) m_levels[level].resize(nodes);
            if (nodes == 1) return;
        }
    }

    std::vector<std::vector<Node>> m_levels;  // the tasks' own first, the one node at the top last
    std::int64_t m_total = 0;
};

class Lottery final : public Policy {
public:
    Lottery(Duration quantum, std::uint64_t seed) : m_quantum(quantum), m_random(seed) {}

    Placement makeReady(const TaskView& task, Duration) override {
        m_aheadHolds = task.id == m_absent && task.tickets == m_tickets[task.id];
        m_absent = {};
        m_tickets[task.id] = task.tickets;
        m_tree.add(task.id.value, task.tickets);
        ++m_count;
        return {.shelf = 0, .rank = m_came++};
    }

    std::optional<Decision> takeNext(CoreId, Duration) override {
        if (m_count == 0) return std::nullopt;
        const Draw drawn = m_aheadHolds ? m_ahead : draw();
        m_random = drawn.after;
        // Whoever runs is usually back before the next draw, which then is this one.
        m_ahead = draw();
        m_tickets.fetch(m_ahead.winner);
        m_aheadHolds = false;
        m_absent = drawn.winner;
        m_tree.add(drawn.winner.value, -m_tickets[drawn.winner]);
        --m_count;
        return Decision{.task = drawn.winner, .reason = RunReason::lottery, .number = drawn.ticket, .slice = m_quantum};
    }

    bool preempts(const TaskView&, const TaskView&, Duration) const noexcept override { return false; }
    std::optional<ActorId> likelyNext() const noexcept override {
        return m_count == 0 ? std::nullopt : std::optional{m_ahead.winner};
    }
    std::size_t readyCount() const noexcept override { return m_count; }

private:
    struct Draw {
        std::int64_t ticket = 0;
        ActorId winner;
        Random after;  // chance, once this was drawn
    };
    Draw draw() const {
        Random random = m_random;
        const auto ticket = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(m_tree.total())));
        return {ticket, {m_tree.holderOf(ticket)}, random};
    }

    Duration m_quantum;
    Random m_random;
    TicketTree m_tree;
    ByTask<std::int64_t> m_tickets;  // as they were when the task became ready
    Draw m_ahead{0, {}, m_random};   // the next draw, if the tickets are then what they were at the last one
    ActorId m_absent;                // whose tickets alone are missing for that; none: there is more to it
    bool m_aheadHolds = false;       // they are
    std::size_t m_count = 0;
    std::uint32_t m_came = 0;
};

}  // namespace

std::unique_ptr<Policy> makeLottery(const PolicyOptions& options) {
    return std::make_unique<Lottery>(options.quantum.front(), options.seed);
}

}  // namespace interleave
