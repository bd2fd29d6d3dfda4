// A run as a PNG, from the store to the file's bytes, by the code that exports it.
#include <benchmark/benchmark.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/picture_file.hpp"

namespace interleave {
namespace {

constexpr std::size_t kActors = 8;
constexpr std::size_t kIntervals = 1'000'000;

// The argument is the scale: 1 is 1920 × 1080, 2 is 3840 × 2160.
void timelineAsPng(benchmark::State& state) {
    const ui::PictureOptions options{.size = {1920, 1080}, .scale = static_cast<double>(state.range(0))};
    const Store store = scenes::large(kActors, kIntervals);
    for (auto _ : state) {
        const auto file = ui::pictureFile(store, {}, ui::ExportFormat::png, options);
        if (!file) return state.SkipWithError(file.error().what.c_str());
        benchmark::DoNotOptimize(file->size());
    }
}
BENCHMARK(timelineAsPng)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace interleave
