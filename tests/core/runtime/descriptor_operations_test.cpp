// Waiting for descriptors: seen as a wait for I/O of that one, ended by what arrives, by the other end's closing, or by
// whoever ends the actor.
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"
#include "tests/support/process_run.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

// The names of what the actor waited for, wait after wait.
std::vector<std::string> waitsForInput(const Store& store, std::string_view actor) {
    std::vector<std::string> names;
    for (std::size_t i = store.events().first(); i < store.events().end();) {
        for (const Event& event : store.events().run(i)) {
            ++i;
            if (event.kind != EventKind::waiting || event.as<WaitReason>() != WaitReason::io) continue;
            if (store.actor(event.who()).name == actor) names.push_back(store.object(event.what()).name);
        }
    }
    return names;
}

TEST(Descriptors, WhoReadsAnEmptyPipeWaitsForThatPipe) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::threads), [](Lab& lab) {
        const auto pipe = std::make_shared<Channel>(makePipe());
        const Descriptor reading = lab.descriptor("the pipe", pipe->reading.get());
        const Descriptor writing = lab.descriptor("its other end", pipe->writing.get());
        lab.spawn("reader", [=, &lab](Self self) -> Task {
            std::int64_t number = 0;
            const bool came = co_await self.receive(reading, roomFor(number));
            lab.tell("came", came);
            lab.tell("number", number);
            const bool more = co_await self.receive(reading, roomFor(number));
            lab.tell("more", more);
        });
        lab.spawn("writer", [=](Self self) -> Task {
            const std::int64_t number = 42;
            co_await self.sleep(20ms);
            co_await self.send(writing, bytesOf(number));
            co_await self.sleep(20ms);
            pipe->writing.reset();
        });
    });
    EXPECT_EQ(resultOf(store, "came"), 1);
    EXPECT_EQ(resultOf(store, "number"), 42);
    EXPECT_EQ(resultOf(store, "more"), 0) << "closed";
    EXPECT_THAT(waitsForInput(store, "reader"), ::testing::ElementsAre("the pipe", "the pipe"));
    EXPECT_THAT(waitsForInput(store, "writer"), ::testing::IsEmpty());
    EXPECT_GT(store.arrows().end(), store.arrows().first()) << "the message";
    EXPECT_EQ(brokenLawsOf(store), "");
}

TEST(Descriptors, WhoWritesIntoAFullPipeWaitsForRoom) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::threads), [](Lab& lab) {
        const auto pipe = std::make_shared<Channel>(makePipe());
        const int capacity = ::fcntl(pipe->writing.get(), F_GETPIPE_SZ);
        const auto large =
            std::make_shared<std::vector<std::byte>>(static_cast<std::size_t>(3 * capacity), std::byte{7});
        const Descriptor reading = lab.descriptor("reading end", pipe->reading.get());
        const Descriptor writing = lab.descriptor("writing end", pipe->writing.get());
        lab.spawn("writer", [=](Self self) -> Task { co_await self.send(writing, *large); (void)pipe; });
        lab.spawn("reader", [=, &lab](Self self) -> Task {
            std::vector<std::byte> room(large->size());
            co_await self.sleep(20ms);
            (void)co_await self.receive(reading, room);
            lab.tell("whole", room == *large);
        });
    });
    EXPECT_EQ(resultOf(store, "whole"), 1);
    EXPECT_THAT(waitsForInput(store, "writer"), ::testing::Contains("writing end"));
}

TEST(Descriptors, AMessageThatBreaksOffIsAnErrorOfItsReader) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::threads), [](Lab& lab) {
        const auto pipe = std::make_shared<Channel>(makePipe());
        const Descriptor reading = lab.descriptor("reading end", pipe->reading.get());
        ASSERT_EQ(::write(pipe->writing.get(), "half", 4), 4);
        pipe->writing.reset();
        lab.spawn("reader", [=](Self self) -> Task {
            std::int64_t number = 0;
            (void)co_await self.receive(reading, roomFor(number));
            (void)pipe;
        });
    });
    EXPECT_EQ(actorNamed(store, "reader").end, EndReason::failed);
    ASSERT_EQ(store.notes().size(), 1U);
    EXPECT_THAT(store.notes()[0].text, HasSubstr("its sender has ended"));
}

TEST(Descriptors, WritingWhereNobodyReadsIsAnErrorOfTheWriter) {
    ::signal(SIGPIPE, SIG_IGN);  // as in the runner
    const Store store = runInThisProcess(testOrder(RuntimeKind::threads), [](Lab& lab) {
        const auto pipe = std::make_shared<Channel>(makePipe());
        const Descriptor writing = lab.descriptor("writing end", pipe->writing.get());
        pipe->reading.reset();
        lab.spawn("writer", [=](Self self) -> Task {
            const std::int64_t number = 0;
            co_await self.send(writing, bytesOf(number));
            (void)pipe;
        });
    });
    ::signal(SIGPIPE, SIG_DFL);
    EXPECT_EQ(actorNamed(store, "writer").end, EndReason::failed);
    EXPECT_THAT(store.notes()[0].text, HasSubstr("Broken pipe"));
}

TEST(Descriptors, ANamedPipeCarriesBytesAndHasNoNameAnyMore) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::threads), [](Lab& lab) {
        const auto pipe = std::make_shared<Channel>(makeNamedPipe(lab.temporaryFolder()));
        const Descriptor reading = lab.descriptor("reading end", pipe->reading.get());
        const Descriptor writing = lab.descriptor("writing end", pipe->writing.get());
        lab.spawn("both", [=, &lab](Self self) -> Task {
            const std::int64_t number = 5;
            std::int64_t came = 0;
            co_await self.send(writing, bytesOf(number));
            (void)co_await self.receive(reading, roomFor(came));
            lab.tell("came", came);
            struct stat look {};
            ::fstat(pipe->reading.get(), &look);
            lab.tell("names", static_cast<std::int64_t>(look.st_nlink));
            lab.tell("is_fifo", S_ISFIFO(look.st_mode));
        });
    });
    EXPECT_EQ(resultOf(store, "came"), 5);
    EXPECT_EQ(resultOf(store, "names"), 0);
    EXPECT_EQ(resultOf(store, "is_fifo"), 1);
}

TEST(Descriptors, AProcessThatWaitsInTheKernelIsKilledThere) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        lab.spawn("main", [&lab](Self self) -> Task {
            const UniqueFd socket = listenOnLoopback();
            const Descriptor door = lab.descriptor("the door", socket.get());
            const ActorHandle worker =
                lab.spawn("worker", [=](Self each) -> Task { (void)co_await each.accept(door); });
            while (lab.stateOf(worker) != 'S') co_await self.sleep(1ms);
            co_await self.sleep(20ms);
            co_await self.kill(worker);
            co_await self.join(worker);
        });
    });
    EXPECT_EQ(run.waitStatus, 0);
    EXPECT_TRUE(run.leftNobody);
    EXPECT_EQ(actorNamed(run.store, "worker").exit, -SIGKILL);
    EXPECT_THAT(waitsForInput(run.store, "worker"), ::testing::ElementsAre("the door"));
    EXPECT_EQ(brokenLawsOf(run.store), "");
}

TEST(Descriptors, VirtualTimeRefusesRealInput) {
    const Store store = runInThisProcess(testOrder(RuntimeKind::virtualTime), [](Lab& lab) {
        const auto pipe = std::make_shared<Channel>(makePipe());
        const Descriptor reading = lab.descriptor("the pipe", pipe->reading.get());
        lab.spawn("reader", [=](Self self) -> Task {
            std::int64_t number = 0;
            (void)co_await self.receive(reading, roomFor(number));
            (void)pipe;
        });
    });
    EXPECT_EQ(actorNamed(store, "reader").end, EndReason::failed);
    EXPECT_EQ(brokenLawsOf(store), "");
}

}  // namespace
}  // namespace interleave
