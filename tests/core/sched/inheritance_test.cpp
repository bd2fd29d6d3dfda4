// Who runs with whose priority: by hand, and beside a brute-force reckoning.
#include <algorithm>
#include <map>
#include <vector>

#include <gtest/gtest.h>

#include "core/sched/inheritance.hpp"
#include "core/sched/random.hpp"

namespace interleave {
namespace {

constexpr ActorId kLow{0}, kMid{1}, kHigh{2};
constexpr ObjectId kA{0}, kB{1};

class Three : public testing::Test {
protected:
    Three() {
        inheritance.declare(kLow, 9);
        inheritance.declare(kMid, 5);
        inheritance.declare(kHigh, 1);
    }
    Inheritance inheritance;
};

using Changes = Inheritance::Changes;

TEST_F(Three, TheOwnerHasThePriorityOfWhoWaitsUntilItGivesTheLockBack) {
    EXPECT_EQ(inheritance.acquired(kA, kLow), Changes{});
    EXPECT_EQ(inheritance.awaited(kA, kHigh), (Changes{{kLow, 1, kA, kHigh}}));
    EXPECT_EQ(inheritance.released(kA, kLow), (Changes{{kLow, 9, {}, {}}}));
    EXPECT_EQ(inheritance.acquired(kA, kHigh), Changes{});
    EXPECT_EQ(inheritance.priority(kHigh), 1);
}

TEST_F(Three, NobodyInheritsFromALessUrgentOne) {
    inheritance.acquired(kA, kHigh);
    EXPECT_EQ(inheritance.awaited(kA, kLow), Changes{});
}

TEST_F(Three, APriorityGoesAlongAChainOfLocks) {
    inheritance.acquired(kA, kLow);
    inheritance.acquired(kB, kMid);
    EXPECT_EQ(inheritance.awaited(kA, kMid), (Changes{{kLow, 5, kA, kMid}}));
    EXPECT_EQ(inheritance.awaited(kB, kHigh), (Changes{{kMid, 1, kB, kHigh}, {kLow, 1, kA, kMid}}));
    EXPECT_EQ(inheritance.released(kA, kLow), (Changes{{kLow, 9, {}, {}}}));
    inheritance.acquired(kA, kMid);
    EXPECT_EQ(inheritance.released(kB, kMid), (Changes{{kMid, 5, {}, {}}}));
}

TEST_F(Three, WhoHoldsTwoLocksLosesWithEachWhatItHadForThatOne) {
    inheritance.acquired(kA, kLow);
    inheritance.acquired(kB, kLow);
    inheritance.awaited(kA, kMid);
    EXPECT_EQ(inheritance.awaited(kB, kHigh), (Changes{{kLow, 1, kB, kHigh}}));
    EXPECT_EQ(inheritance.released(kB, kLow), (Changes{{kLow, 5, kA, kMid}}));
    EXPECT_EQ(inheritance.released(kA, kLow), (Changes{{kLow, 9, {}, {}}}));
}

TEST_F(Three, WhoGivesUpWaitingTakesItsPriorityAlong) {
    inheritance.acquired(kA, kLow);
    inheritance.awaited(kA, kMid);
    inheritance.awaited(kA, kHigh);
    EXPECT_EQ(inheritance.givenUp(kA, kHigh), (Changes{{kLow, 5, kA, kMid}}));
    EXPECT_EQ(inheritance.givenUp(kA, kMid), (Changes{{kLow, 9, {}, {}}}));
}

TEST_F(Three, TheNextOwnerInheritsFromThoseWhoStillWait) {
    inheritance.acquired(kA, kLow);
    inheritance.awaited(kA, kMid);  // it waited longest
    inheritance.awaited(kA, kHigh);
    inheritance.released(kA, kLow);
    EXPECT_EQ(inheritance.acquired(kA, kMid), (Changes{{kMid, 1, kA, kHigh}}));
}

TEST_F(Three, AnOwnerThatIsToldLateInheritsThen) {
    EXPECT_EQ(inheritance.awaited(kA, kHigh), Changes{});
    EXPECT_EQ(inheritance.acquired(kA, kLow), (Changes{{kLow, 1, kA, kHigh}}));
}

TEST_F(Three, ACycleOfWaitsEndsAllTheSame) {
    inheritance.acquired(kA, kLow);
    inheritance.acquired(kB, kMid);
    inheritance.awaited(kB, kLow);
    inheritance.awaited(kA, kMid);
    EXPECT_EQ(inheritance.priority(kLow), 5);
    inheritance.awaited(kA, kHigh);
    EXPECT_EQ(inheritance.priority(kLow), 1);
    EXPECT_EQ(inheritance.priority(kMid), 1);
    inheritance.givenUp(kA, kHigh);
    inheritance.givenUp(kB, kLow);
    EXPECT_EQ(inheritance.priority(kMid), 5) << "the cycle is broken";
    EXPECT_EQ(inheritance.priority(kLow), 5);
}

TEST(InheritanceOfHighNumbers, GoesTheOtherWayRound) {
    Inheritance inheritance{UrgentIs::theHighestNumber};
    inheritance.declare(kLow, 1);
    inheritance.declare(kHigh, 9);
    inheritance.acquired(kA, kLow);
    EXPECT_EQ(inheritance.awaited(kA, kHigh), (Changes{{kLow, 9, kA, kHigh}}));
}

// Who holds and wants what, and the priority of each by definition: the most urgent of its own and of those of all who
// wait, directly or behind others, for what it holds.
struct Model {
    std::vector<int> own;
    std::map<std::uint32_t, std::uint32_t> owner;                   // by lock
    std::map<std::uint32_t, std::vector<std::uint32_t>> waiters;    // by lock, who waited longest first
    std::map<std::uint32_t, std::uint32_t> waitsFor;                // by task

    int priority(std::uint32_t task) const {
        int best = own[task];
        for (const auto& [lock, who] : owner) {
            const auto waiting = waiters.find(lock);
            if (who != task || waiting == waiters.end()) continue;
            for (const std::uint32_t waiter : waiting->second) best = std::min(best, priority(waiter));
        }
        return best;
    }
    bool wouldClose(std::uint32_t task, std::uint32_t lock) const {
        for (auto here = owner.find(lock); here != owner.end();) {
            if (here->second == task) return true;
            const auto next = waitsFor.find(here->second);
            if (next == waitsFor.end()) return false;
            here = owner.find(next->second);
        }
        return false;
    }
};

// One random thing that happens to a lock, told to both.
class Game {
public:
    Game(std::uint64_t seed, std::uint32_t tasks, std::uint32_t locks)
        : m_random{seed}, m_tasks(tasks), m_locks(locks) {
        for (std::uint32_t i = 0; i < tasks; ++i) {
            model.own.push_back(static_cast<int>(m_random.below(10)));
            inheritance.declare({i}, model.own.back());
            told.push_back(model.own.back());
        }
    }

    void move() {
        const auto task = static_cast<std::uint32_t>(m_random.below(m_tasks));
        const auto lock = static_cast<std::uint32_t>(m_random.below(m_locks));
        const auto waited = model.waitsFor.find(task);
        if (waited != model.waitsFor.end()) {
            if (m_random.below(4) == 0) giveUp(task, waited->second);
        } else if (const auto held = model.owner.find(lock); held == model.owner.end()) {
            model.owner[lock] = task;
            note(inheritance.acquired({lock}, {task}));
        } else if (held->second == task) {
            release(task, lock);
        } else if (!model.wouldClose(task, lock)) {
            model.waitsFor[task] = lock;
            model.waiters[lock].push_back(task);
            note(inheritance.awaited({lock}, {task}));
        }
    }

    Model model;
    Inheritance inheritance;
    std::vector<int> told;  // by task: what the changes said last

private:
    void note(const Changes& changes) {
        for (const auto& change : changes) told[change.task.value] = change.priority;
    }
    void giveUp(std::uint32_t task, std::uint32_t lock) {
        model.waitsFor.erase(task);
        std::erase(model.waiters[lock], task);
        note(inheritance.givenUp({lock}, {task}));
    }
    void release(std::uint32_t task, std::uint32_t lock) {
        model.owner.erase(lock);
        note(inheritance.released({lock}, {task}));
        auto& waiting = model.waiters[lock];
        if (waiting.empty()) return;
        const std::uint32_t next = waiting.front();
        waiting.erase(waiting.begin());
        model.waitsFor.erase(next);
        model.owner[lock] = next;
        note(inheritance.acquired({lock}, {next}));
    }

    Random m_random;
    std::uint32_t m_tasks;
    std::uint32_t m_locks;
};

TEST(Inheritance, AgreesWithItsDefinitionInRandomGames) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Game game{seed, 8, 6};
        for (int i = 0; i < 200; ++i) {
            game.move();
            for (std::uint32_t task = 0; task < 8; ++task) {
                ASSERT_EQ(game.inheritance.priority({task}), game.model.priority(task))
                    << "seed " << seed << ", move " << i;
                ASSERT_EQ(game.told[task], game.model.priority(task)) << "seed " << seed << ", move " << i;
            }
        }
    }
}

}  // namespace
}  // namespace interleave
