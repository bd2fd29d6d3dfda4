#include "tests/bench/first_frame.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include <QApplication>
#include <QEvent>
#include <QTimer>

#include <benchmark/benchmark.h>

#include "core/base/clock.hpp"
#include "ui/shell/window.hpp"

namespace interleave::bench {
namespace {

// Sees every event of the application; after the first paint it waits for the one turn in which the rest of that
// frame is painted and handed to the screen.
class FirstPaint : public QObject {
protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            QTimer::singleShot(0, [] {
                std::printf("%lld\n", static_cast<long long>(monotonicNs()));
                std::fflush(stdout);
                ::_exit(0);
            });
        }
        return QObject::eventFilter(object, event);
    }

private:
    bool m_seen = false;
};

// Nanoseconds from exec to the first frame; 0 where there was none.
std::int64_t oneStart(const std::string& program) {
    const std::int64_t begin = monotonicNs();
    const std::unique_ptr<FILE, int (*)(FILE*)> child(::popen((program + " " + kShowFirstFrame).c_str(), "r"),
                                                      ::pclose);
    long long painted = 0;
    if (child == nullptr || std::fscanf(child.get(), "%lld", &painted) != 1) return 0;
    return painted - begin;
}

void startToFirstFrame(benchmark::State& state) {
    const auto program = std::filesystem::read_symlink("/proc/self/exe").string();
    for (auto _ : state) {
        const auto took = oneStart(program);
        if (took == 0) return state.SkipWithError("the window did not paint");
        state.SetIterationTime(static_cast<double>(took) / 1e9);
    }
}
BENCHMARK(startToFirstFrame)->UseManualTime()->Iterations(5)->Unit(benchmark::kMillisecond);

}  // namespace

int showFirstFrame(int argc, char** argv) {
    // Settings of nobody: a fresh user's window.
    const std::string nowhere = "/tmp/interleave-first-frame-" + std::to_string(::getpid());
    ::setenv("XDG_CONFIG_HOME", nowhere.c_str(), 1);
    QApplication application(argc, argv);
    FirstPaint watch;
    application.installEventFilter(&watch);
    return ui::showWindow(application);
}

}  // namespace interleave::bench
