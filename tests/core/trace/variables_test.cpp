// Lost updates are counted right in whatever order the events of several threads arrive: a thread may be put off its
// core between what it does to a variable and telling of it.
#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <random>

#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;

constexpr std::uint32_t kActors = 4;
constexpr std::uint32_t kNeverRead = ~std::uint32_t{0};

// Actors that add one to a variable in two steps, and what each has done and not yet told.
class Race {
public:
    Race(unsigned seed, ObjectId variable, std::array<ActorId, kActors> actors)
        : m_random(seed), m_variable(variable), m_actors(actors) {
        m_seen.fill({kNeverRead, 0});
    }

    void step() {
        const std::uint32_t who = below(kActors);
        auto& [write, value] = m_seen[who];
        if (write == kNeverRead) {
            write = m_writes;
            value = m_value;
            tell(who, EventKind::variableRead, m_writes);
        } else {
            m_value = value + 1;
            tell(who, EventKind::variableWritten, ++m_writes);
            write = kNeverRead;
        }
    }
    // One event of an actor that is not `stalled`; false: there is none.
    bool arriveOne(Store& store, std::uint32_t stalled) {
        const std::uint32_t first = below(kActors);
        for (std::uint32_t i = 0; i < kActors; ++i) {
            const std::uint32_t who = (first + i) % kActors;
            if (who == stalled || m_untold[who].empty()) continue;
            store.append(m_untold[who].front());
            m_untold[who].pop_front();
            return true;
        }
        return false;
    }
    std::uint32_t below(std::uint32_t limit) {
        return std::uniform_int_distribution<std::uint32_t>{0, limit - 1}(m_random);
    }
    std::uint64_t lost() const { return m_writes - m_value; }

private:
    void tell(std::uint32_t who, EventKind kind, std::uint32_t ticket) {
        m_untold[who].push_back({.time = 1'000'000,
                                 .actor = m_actors[who].value,
                                 .object = m_variable.value,
                                 .ticket = ticket,
                                 .kind = kind,
                                 .value = m_value});
    }

    std::mt19937 m_random;
    ObjectId m_variable;
    std::array<ActorId, kActors> m_actors;
    std::array<std::pair<std::uint32_t, std::uint32_t>, kActors> m_seen;  // number of the write read, and its value
    std::array<std::deque<Event>, kActors> m_untold;
    std::uint32_t m_writes = 0, m_value = 0;
};

class LostUpdates : public ::testing::TestWithParam<unsigned> {};

TEST_P(LostUpdates, AreCountedExactlyThoughSomebodyTellsHisWritesLate) {
    Scene s;
    const ObjectId n = s.object("n", ObjectKind::variable);
    std::array<ActorId, kActors> actors{};
    for (ActorId& actor : actors) actor = s.actor("T");
    Store store = s.finish(Ended::notYet);
    Race race(GetParam(), n, actors);
    for (int stall = 0; stall < 40; ++stall) {
        const std::uint32_t stalled = race.below(kActors), length = 1 + race.below(stall % 8 == 0 ? 4'000 : 50);
        for (std::uint32_t i = 0; i < length; ++i) {
            race.step();
            race.arriveOne(store, stalled);
        }
        while (race.arriveOne(store, kActors)) {
        }
        ASSERT_EQ(store.object(n).lostUpdates, race.lost()) << "after stall " << stall;
    }
    EXPECT_GT(race.lost(), 100U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LostUpdates, ::testing::Range(1U, 21U));

}  // namespace
}  // namespace interleave
