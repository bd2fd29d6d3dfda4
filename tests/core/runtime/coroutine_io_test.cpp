// Real input and output on an event loop: who waits for a descriptor leaves the loop to others.
#include <unistd.h>

#include <algorithm>
#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/descriptor_limit.hpp"
#include "tests/support/lab_run.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

Store ioOnTheLoop(std::function<void(Lab&)> body) {
    return runInThisProcess(testOrder(RuntimeKind::coroutines), std::move(body));
}

TEST(CoroutineIo, OthersRunWhileOneWaitsForADescriptor) {
    const Store store = ioOnTheLoop([](Lab& lab) {
        const auto line = std::make_shared<Channel>(makeSocketPair());
        const Descriptor here = lab.descriptor("here", line->reading.get());
        const Descriptor there = lab.descriptor("there", line->writing.get());
        lab.spawn("reader", [=, &lab](Self self) -> Task {
            std::int64_t number = 0;
            const bool came = co_await self.receive(here, roomFor(number));
            lab.tell("came", came);
            lab.tell("number", number);
            (void)line;
        });
        lab.spawn("worker", [=](Self self) -> Task {
            for (int i = 0; i < 5; ++i) co_await self.yield();
            co_await self.sleep(5ms);
            const std::int64_t number = 42;
            co_await self.send(there, bytesOf(number));
        });
    });
    EXPECT_EQ(resultOf(store, "came"), 1);
    EXPECT_EQ(resultOf(store, "number"), 42);
    EXPECT_EQ(brokenLawsOf(store), "");
    EXPECT_EQ(countOf(store, EventKind::messageReceived), 1U);
}

TEST(CoroutineIo, WhatGoesWrongIsThrownAtTheAwait) {
    const Store store = ioOnTheLoop([](Lab& lab) {
        const auto line = std::make_shared<Channel>(makeSocketPair());
        const Descriptor here = lab.descriptor("here", line->reading.get());
        lab.spawn("reader", [=, &lab](Self self) -> Task {
            std::int64_t number = 0;
            try {
                (void)co_await self.receive(here, roomFor(number));
            } catch (const std::exception& error) {
                self.note(error.what());
                lab.tell("caught", true);
            }
        });
        lab.spawn("half a sender", [=](Self self) -> Task {
            co_await self.sleep(2ms);
            (void)!::write(line->writing.get(), "half", 4);
            line->writing = UniqueFd{};
        });
    });
    EXPECT_EQ(resultOf(store, "caught"), 1);
    EXPECT_THAT(store.notes().front().text, HasSubstr("broke off"));
}

TEST(CoroutineIo, TwoCannotReadFromTheSameDescriptorAtOnce) {
    const Store store = ioOnTheLoop([](Lab& lab) {
        const auto line = std::make_shared<Channel>(makeSocketPair());
        const Descriptor here = lab.descriptor("here", line->reading.get());
        const Descriptor there = lab.descriptor("there", line->writing.get());
        lab.spawn("first", [=, &lab](Self self) -> Task {
            std::int64_t number = 0;
            (void)co_await self.receive(here, roomFor(number));
            lab.tell("came", number);
        });
        lab.spawn("second", [=, &lab](Self self) -> Task {
            std::int64_t number = 7;
            try {
                (void)co_await self.receive(here, roomFor(number));
            } catch (const std::exception& error) {
                self.note(error.what());
                lab.tell("refused", true);
            }
            co_await self.send(there, bytesOf(number));
            (void)line;
        });
    });
    EXPECT_EQ(resultOf(store, "refused"), 1);
    EXPECT_EQ(resultOf(store, "came"), 7) << "the first one waited on";
    EXPECT_EQ(brokenLawsOf(store), "");
    EXPECT_THAT(store.notes().front().text, HasSubstr("waits for this descriptor already"));
}

TEST(CoroutineIo, APlainCallThatIsCancelledEndsThoughNobodyTalksToIt) {
    plain::patch();
    const Store store = ioOnTheLoop([](Lab& lab) {
        const auto line = std::make_shared<Channel>(makeSocketPair());
        const Descriptor here = lab.descriptor("here", line->reading.get());
        const ActorHandle reader = lab.spawn("reader", [=](Self self) -> Task {
            co_await self.callPlain([=] {
                std::array<std::byte, 1> room{};
                plain::read(here, room);
            });
            (void)line;
        });
        lab.spawn("canceller", [=, &lab](Self self) -> Task {
            co_await self.sleep(2ms);
            co_await self.cancel(reader);
            co_await self.awaitEnd(reader);
            lab.tell("ended", true);
        });
    });
    EXPECT_EQ(resultOf(store, "ended"), 1);
    EXPECT_EQ(actorNamed(store, "reader").end, EndReason::cancelled);
}

TEST(CoroutineIo, PlainCodeBringsBackWhatItThrows) {
    const Store store = ioOnTheLoop([](Lab& lab) {
        lab.spawn("caller", [&lab](Self self) -> Task {
            const auto failing = [] { throw std::runtime_error("plainly"); };
            try {
                co_await self.callPlain(failing);
            } catch (const std::runtime_error&) {
                lab.tell("caught", true);
            }
        });
    });
    EXPECT_EQ(resultOf(store, "caught"), 1);
}

TEST(CoroutineIo, AHundredThousandTasksWaitAndAllComeToTheirEnd) {
    constexpr std::int64_t kTasks = 100'000;
    const auto ended = std::make_shared<std::int64_t>(0);
    const Store store = ioOnTheLoop([=](Lab& lab) {
        const EventFlag end = lab.event("end");
        for (std::int64_t i = 0; i < kTasks; ++i) {
            lab.spawn("t", [=](Self self) -> Task {
                co_await self.wait(end);
                ++*ended;
            });
        }
        lab.spawn("last", [=](Self self) -> Task { co_await self.set(end); });
    });
    EXPECT_EQ(*ended, kTasks);
    EXPECT_EQ(store.totals().violations, 0U);
    EXPECT_EQ(store.actors().size(), static_cast<std::size_t>(kTasks + 1));
}

TEST(CoroutineIo, TenThousandSocketsAreWaitedForAndEachWakesItsOwnCoroutine) {
    constexpr std::size_t kSockets = 10'000;
    if (const auto allowed = allowDescriptors(kSockets); !allowed) GTEST_SKIP() << allowed.error().what;
    const auto woken = std::make_shared<std::vector<int>>(kSockets, 0);
    const Store store = ioOnTheLoop([=](Lab& lab) {
        const auto sockets = std::make_shared<std::vector<UdpSocket>>(kSockets);
        for (std::size_t i = 0; i < kSockets; ++i) {
            lab.spawn("s", [=](Self self) -> Task {
                const std::string said = co_await self.receive((*sockets)[i], {{}, (*sockets)[i].fd()});
                (*woken)[i] += said == std::to_string(i);
            });
        }
        lab.spawn("outside", [=](Self self) -> Task {
            co_await self.yield();
            const UdpSocket from;
            for (std::size_t i = kSockets; i-- > 0;) from.send((*sockets)[i].port(), {1, std::to_string(i)});
        });
    });
    EXPECT_EQ(std::count(woken->begin(), woken->end(), 1), static_cast<std::ptrdiff_t>(kSockets));
    EXPECT_EQ(store.totals().violations, 0U);
}

}  // namespace
}  // namespace interleave
