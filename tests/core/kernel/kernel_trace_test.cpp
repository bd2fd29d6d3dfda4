#include "core/kernel/kernel_trace.hpp"

#include <sched.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include <gtest/gtest.h>

#include "core/base/clock.hpp"

namespace interleave {
namespace {

// A child that waits until it is let go, does `body`, and ends.
class Child {
public:
    template <class Body>
    explicit Child(Body body) {
        EXPECT_EQ(::pipe(m_gate.data()), 0);
        m_pid = ::fork();
        if (m_pid != 0) return;
        char word = 0;
        ::close(m_gate[1]);
        (void)!::read(m_gate[0], &word, 1);
        body();
        ::_exit(0);
    }
    ~Child() { finish(); }

    pid_t pid() const { return m_pid; }
    void finish() {
        if (m_pid == 0) return;
        ::close(m_gate[1]);
        ::close(m_gate[0]);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }

private:
    std::array<int, 2> m_gate{};
    pid_t m_pid = 0;
};

void sleepFor(std::int64_t ns) {
    const timespec time{.tv_sec = 0, .tv_nsec = ns};
    ::nanosleep(&time, nullptr);
}

constexpr std::int64_t kSleep = 5'000'000;

TEST(KernelTrace, SeesAProcessLeaveItsCoreAtEachSleepAndComeBackLater) {
    Child child([] {
        for (int i = 0; i < 3; ++i) sleepFor(kSleep);
    });
    const auto pid = static_cast<std::uint32_t>(child.pid());
    const std::int64_t before = monotonicNs();
    auto trace = KernelTrace::attach(child.pid());
    if (!trace) GTEST_SKIP() << "needs context-switch records: " << trace.error().what;
    child.finish();

    std::vector<SwitchRecord> records;
    trace->read(records);
    std::erase_if(records, [pid](const SwitchRecord& r) { return r.tid != pid; });
    std::ranges::sort(records, {}, &SwitchRecord::at);
    EXPECT_EQ(trace->lost(), 0U);

    int sleeps = 0;
    for (std::size_t i = 0; i + 1 < records.size(); ++i) {
        const SwitchRecord& out = records[i];
        const SwitchRecord& in = records[i + 1];
        EXPECT_NE(out.in, in.in) << "on and off take turns";
        EXPECT_GT(out.at, before);
        if (!out.in && !out.preempted && in.in && in.at - out.at >= kSleep / 2) ++sleeps;  // it may be late in leaving
    }
    EXPECT_EQ(sleeps, 3);
}

TEST(KernelTrace, FollowsTheProcessesThatAProcessStarts) {
    Child child([] {
        if (::fork() == 0) {
            sleepFor(kSleep);
            ::_exit(0);
        }
        ::wait(nullptr);
    });
    const auto pid = static_cast<std::uint32_t>(child.pid());
    auto trace = KernelTrace::attach(child.pid());
    if (!trace) GTEST_SKIP() << "needs context-switch records: " << trace.error().what;
    child.finish();
    std::vector<SwitchRecord> records;
    trace->read(records);
    EXPECT_TRUE(std::ranges::any_of(records, [pid](const SwitchRecord& r) { return r.tid != pid && r.tid != 0; }));
}

TEST(KernelTrace, ReadsEachRecordOnce) {
    Child child([] { sleepFor(kSleep); });
    auto trace = KernelTrace::attach(child.pid());
    if (!trace) GTEST_SKIP() << "needs context-switch records: " << trace.error().what;
    child.finish();
    std::vector<SwitchRecord> records;
    trace->read(records);
    EXPECT_FALSE(records.empty());
    records.clear();
    trace->read(records);
    EXPECT_TRUE(records.empty());
}

TEST(KernelTrace, IsRefusedWithTheWayToTheNextTierWhereTheEnvironmentSaysSo) {
    ::setenv("INTERLEAVE_KERNEL", "off", 1);
    const auto trace = KernelTrace::attach(::getpid());
    ::unsetenv("INTERLEAVE_KERNEL");
    ASSERT_FALSE(trace);
    EXPECT_EQ(trace.error().code, EACCES);
    EXPECT_NE(trace.error().what.find("sudo sysctl kernel.perf_event_paranoid=2"), std::string::npos)
        << trace.error().what;
}

TEST(KernelTrace, RefusesAProcessThatIsNotThere) {
    pid_t gone = ::fork();
    if (gone == 0) ::_exit(0);
    ::waitpid(gone, nullptr, 0);
    EXPECT_FALSE(KernelTrace::attach(gone));
}

}  // namespace
}  // namespace interleave
