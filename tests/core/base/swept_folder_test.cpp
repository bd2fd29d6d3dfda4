// A folder for temporary files goes with its makers, however they end.
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include <gtest/gtest.h>

#include "core/base/swept_folder.hpp"

namespace interleave {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

bool comesTrue(const std::function<bool()>& condition) {
    for (const auto until = std::chrono::steady_clock::now() + 20s; std::chrono::steady_clock::now() < until;) {
        if (condition()) return true;
        std::this_thread::sleep_for(1ms);
    }
    return false;
}

// In a process group of its own, one that makes a folder with something in it, and forks another;
// tells the folder's name.
pid_t startMaker(std::string& folder) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("pipe");
    const pid_t maker = ::fork();
    if (maker == 0) {
        ::setpgid(0, 0);
        ::close(ends[0]);
        std::atomic<std::uint32_t> sweeper{0};
        const auto made = makeSweptFolder(sweeper);
        if (!made) ::_exit(1);
        fs::create_directories(made->path + "/a/b");
        std::ofstream(made->path + "/a/b/c") << "text";
        fs::permissions(made->path + "/a/b", fs::perms::none);
        if (::fork() != 0) (void)!::write(ends[1], made->path.data(), made->path.size());
        ::close(ends[1]);
        for (;;) ::pause();
    }
    ::close(ends[1]);
    char name[4096];
    const ssize_t got = ::read(ends[0], name, sizeof name);
    ::close(ends[0]);
    folder.assign(name, static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    return maker;
}

TEST(SweptFolder, IsThereUntilTheLastOfItsMakersIsKilled) {
    std::string folder;
    const pid_t maker = startMaker(folder);
    ASSERT_TRUE(fs::exists(folder + "/a"));
    ::kill(maker, SIGKILL);
    ::waitpid(maker, nullptr, 0);
    std::this_thread::sleep_for(50ms);
    EXPECT_TRUE(fs::exists(folder + "/a")) << "the one that it forked is still there";
    ::kill(-maker, SIGKILL);
    EXPECT_TRUE(comesTrue([&] { return !fs::exists(folder); }));
}

TEST(SweptFolder, GoesWhenAllAreKilledAtOnce) {
    for (int i = 0; i < 10; ++i) {
        std::string folder;
        const pid_t maker = startMaker(folder);
        ::kill(-maker, SIGKILL);
        ::waitpid(maker, nullptr, 0);
        ASSERT_FALSE(folder.empty());
        EXPECT_TRUE(comesTrue([&] { return !fs::exists(folder); }));
    }
}

}  // namespace
}  // namespace interleave
