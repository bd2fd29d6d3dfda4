// A system that refuses another thread ends the run with one error; nobody is joined who could not come to an end.
#include <pthread.h>

#include <atomic>
#include <deque>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

// While it lives, no thread can be started: none has room for such a stack.
class NoMoreThreads {
public:
    NoMoreThreads() {
        ::pthread_getattr_default_np(&m_usual);
        pthread_attr_t huge = m_usual;
        ::pthread_attr_setstacksize(&huge, std::size_t{1} << 47);
        EXPECT_EQ(::pthread_setattr_default_np(&huge), 0);
    }
    ~NoMoreThreads() { ::pthread_setattr_default_np(&m_usual); }

private:
    pthread_attr_t m_usual{};
};

struct Kept {
    explicit Kept(RuntimeKind runtime) : lab{arena, testOrder(runtime)} {}
    Arena arena = std::move(*Arena::create());
    Lab lab;
};

void (*g_body)(Lab&) = nullptr;
std::atomic<bool> g_mayGoOn{false};  // threads can be started again

// Why the run was given up. What its actors stand on is never given back: some wait for ever.
std::string errorOf(RuntimeKind runtime, void (*body)(Lab&)) {
    static auto& kept = *new std::deque<Kept>;
    Lab& lab = kept.emplace_back(runtime).lab;
    g_body = body;
    const auto ran = lab.run([](Lab& l) { g_body(l); });
    return ran ? "" : ran.error().what;
}

TEST(ThreadRefusal, EndsARunThatCannotStart) {
    for (const RuntimeKind runtime : {RuntimeKind::threads, RuntimeKind::workers}) {
        const NoMoreThreads no;
        const std::string error = errorOf(runtime, [](Lab& lab) {
            lab.spawn("A", [](Self self) -> Task { co_await self.yield(); });
        });
        EXPECT_NE(error.find("the system refuses a thread for"), std::string::npos) << nameOf(runtime) << ": " << error;
    }
}

TEST(ThreadRefusal, EndsARunWhoseActorsStillWait) {
    g_mayGoOn.store(false);
    const std::string error = errorOf(RuntimeKind::threads, [](Lab& lab) {
        const EventFlag never = lab.event("never");
        lab.spawn("waits", [=](Self self) -> Task { co_await self.wait(never); });
        lab.spawn("spawns", [&lab, never](Self self) -> Task {
            {
                const NoMoreThreads no;
                lab.spawn("late", [](Self inner) -> Task { co_await inner.yield(); });
            }
            g_mayGoOn.store(true);
            co_await self.wait(never);
        });
    });
    while (!g_mayGoOn.load()) std::this_thread::yield();  // the run was given up before that actor came so far
    EXPECT_NE(error.find("the system refuses a thread for late: "), std::string::npos) << error;
}

}  // namespace
}  // namespace interleave
