// What actors that are threads can do beside the primitives: add in one step, talk over sockets, know who is alive.
#include <chrono>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

class AtomicAdd : public ::testing::TestWithParam<RuntimeKind> {};

TEST_P(AtomicAdd, LosesNothingWhoeverElseAdds) {
    constexpr int kRounds = 20'000;
    const Store store = runInThisProcess(testOrder(GetParam()), [](Lab& lab) {
        const Variable n = lab.variable("n", 0);
        for (int actor = 0; actor < 3; ++actor) {
            lab.spawn("T", [=](Self self) -> Task {
                for (int i = 0; i < kRounds; ++i) (void)co_await self.fetchAdd(n, 1);
            });
        }
        lab.afterwards([=, &lab] { lab.tell("n", lab.value(n)); });
    });
    EXPECT_EQ(resultOf(store, "n"), 3 * kRounds);
    EXPECT_EQ(store.object({0}).lostUpdates, 0U);
    EXPECT_EQ(store.object({0}).maxLevel, 3 * kRounds);
}

TEST_P(AtomicAdd, GivesWhatWasThereBeforeOnBothSidesOfZero) {
    const Store store = runInThisProcess(testOrder(GetParam()), [](Lab& lab) {
        const Variable n = lab.variable("n", -2);
        lab.spawn("T", [=, &lab](Self self) -> Task {
            for (const std::int32_t amount : {3, -5, 4}) lab.tell("before", co_await self.fetchAdd(n, amount));
            lab.tell("last", co_await self.read(n));
        });
    });
    std::vector<std::int64_t> seen;
    for (const auto& [name, value] : store.results()) seen.push_back(value.integer);
    EXPECT_EQ(seen, (std::vector<std::int64_t>{-2, 1, -4, 0}));
}

TEST_P(AtomicAdd, AWriteOverItIsALostUpdate) {
    const Store store = runInThisProcess(testOrder(GetParam(), 1), [](Lab& lab) {
        const Variable n = lab.variable("n", 0);
        const EventFlag seen = lab.event("seen"), added = lab.event("added");
        lab.spawn("slow", [=](Self self) -> Task {
            const std::int32_t value = co_await self.read(n);
            co_await self.set(seen);
            co_await self.wait(added);
            co_await self.write(n, value + 1);
        });
        lab.spawn("atomic", [=](Self self) -> Task {
            co_await self.wait(seen);
            (void)co_await self.fetchAdd(n, 1);
            co_await self.set(added);
        });
    });
    EXPECT_EQ(store.object({0}).lostUpdates, 1U) << "only the adder's own update cannot lose another's";
}

INSTANTIATE_TEST_SUITE_P(Runtimes, AtomicAdd, ::testing::ValuesIn(kRuntimes),
                         [](const auto& runtime) { return std::string(nameOf(runtime.param)); });

TEST(UdpSocket, CarriesEveryByteAndTheNumber) {
    const UdpSocket here, there;
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) bytes.push_back(static_cast<char>(byte));
    EXPECT_FALSE(there.receive().has_value());
    here.send(there.port(), {42, bytes});
    const auto datagram = there.receive();
    ASSERT_TRUE(datagram.has_value());
    EXPECT_EQ(datagram->flow, 42U);
    EXPECT_EQ(datagram->bytes, bytes);
}

TEST(UdpSocket, CarriesNothingAsSomething) {
    const UdpSocket here, there;
    here.send(there.port(), {1, ""});
    const auto datagram = there.receive();
    ASSERT_TRUE(datagram.has_value());
    EXPECT_EQ(datagram->bytes, "");
}

TEST(Sockets, WhoReceivesWaitsForIoUntilTheMessageComes) {
    const auto here = std::make_shared<UdpSocket>(), there = std::make_shared<UdpSocket>();
    const Store store = runInThisProcess(testOrder(RuntimeKind::threads), [=](Lab& lab) {
        const Descriptor input = lab.descriptor("there", there->fd());
        lab.spawn("hears", [=, &lab](Self self) -> Task {
            const std::string bytes = co_await self.receive(*there, input);
            lab.tell("length", static_cast<std::int64_t>(bytes.size()));
        });
        lab.spawn("speaks", [=](Self self) -> Task {
            co_await self.sleep(30ms);
            co_await self.send(*here, there->port(), std::string("a\0b", 3));
        });
    });
    EXPECT_EQ(resultOf(store, "length"), 3);
    EXPECT_TRUE(store.violations().empty());
    const IntervalLane& states = store.actor({0}).states;
    Duration waited{};
    for (std::size_t i = 0; i < states.end(); ++i) {
        const Interval interval = states.at(i, store.now());
        if (store.looks()[interval.look].state() == StateClass::waitingIo) waited += interval.length();
    }
    EXPECT_GE(waited, 20ms);
    int messages = 0;
    for (std::size_t i = store.arrows().first(); i < store.arrows().end(); ++i) {
        const Arrow& arrow = store.arrows()[i];
        if (arrow.kind != ArrowKind::message) continue;
        ++messages;
        EXPECT_EQ(arrow.source, ActorId{1});
        EXPECT_EQ(arrow.target, ActorId{0});
        EXPECT_LE(arrow.from, arrow.to);
    }
    EXPECT_EQ(messages, 1);
}

TEST(Sockets, AreRefusedWhereAWaitMayNotBlock) {
    const auto socket = std::make_shared<UdpSocket>();
    const Store store = runInThisProcess(testOrder(RuntimeKind::workers), [=](Lab& lab) {
        const Descriptor input = lab.descriptor("socket", socket->fd());
        lab.spawn("hears", [=](Self self) -> Task { (void)co_await self.receive(*socket, input); });
    });
    EXPECT_EQ(store.actor({0}).end, EndReason::failed);
    EXPECT_TRUE(store.violations().empty());
}

TEST(ActiveActors, AreThoseThatHaveNotEnded) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::threads), [](Lab& lab) {
        lab.spawn("main", [&lab](Self self) -> Task {
            const ActorHandle child = lab.spawn("child", [](Self inner) -> Task { co_await inner.sleep(20ms); });
            lab.tell("before", lab.activeActors());
            co_await self.join(child);
            lab.tell("after", lab.activeActors());
            lab.tell("tid", static_cast<std::int64_t>(self.tid()));
        });
    });
    EXPECT_EQ(resultOf(store, "before"), 2);
    EXPECT_EQ(resultOf(store, "after"), 1);
    EXPECT_EQ(resultOf(store, "tid"), store.actor({0}).tid);
}

TEST(Daemons, AreThreadsAndNothingElse) {
    EXPECT_THROW(runInThisProcess(testOrder(RuntimeKind::workers),
                                  [](Lab& lab) {
                                      lab.spawn("daemon", [](Self self) -> Task { co_await self.yield(); },
                                                {.task = {}, .arrival = {}, .daemon = true});
                                  }),
                 std::runtime_error);
}

}  // namespace
}  // namespace interleave
