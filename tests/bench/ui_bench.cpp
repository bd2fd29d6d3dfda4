// Runs the window's benchmarks on Qt's offscreen platform, or shows the window once for startToFirstFrame.
#include <QApplication>

#include <cstdlib>
#include <cstring>

#include <benchmark/benchmark.h>

#include "tests/bench/first_frame.hpp"

int main(int argc, char** argv) {
    if (std::getenv("QT_QPA_PLATFORM") == nullptr) ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    if (argc == 2 && std::strcmp(argv[1], interleave::bench::kShowFirstFrame) == 0)
        return interleave::bench::showFirstFrame(argc, argv);

    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    const QApplication application(argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
