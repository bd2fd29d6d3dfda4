// What a frame of the timeline costs: 16 actors' lanes at 1920 × 1080, redrawn whole, and what moves over them.
#include <QCoreApplication>
#include <QImage>
#include <QMouseEvent>

#include <memory>

#include <benchmark/benchmark.h>

#include "tests/support/scenes.hpp"
#include "ui/timeline/lane_painter.hpp"
#include "ui/timeline/timeline_plot.hpp"

namespace interleave::ui {
namespace {

constexpr std::size_t kActors = 16;
constexpr QSize kSize(1920, 1080);

// One store at a time: the largest takes half a gigabyte.
const Store& storeOf(std::size_t intervals) {
    static std::size_t made = 0;
    static std::unique_ptr<Store> store;
    if (made != intervals) {
        store.reset();
        store = std::make_unique<Store>(scenes::large(kActors, intervals));
        made = intervals;
    }
    return *store;
}

struct Window {
    explicit Window(const Store& store) : plot(&store, view) {
        view.reset(false);
        view.setSpan(store.span());
        plot.resize(kSize);
        plot.show();
        plot.setStore(&store);
        QCoreApplication::processEvents();
    }

    ViewState view;
    TimelinePlot plot;
};

// Arguments: intervals, and the zoom: the whole run, a hundredth of it, a ten-thousandth.
void timelineFrame(benchmark::State& state) {
    const Store& store = storeOf(static_cast<std::size_t>(state.range(0)));
    Window window(store);
    const std::int64_t length = store.now().ns / state.range(1);
    if (state.range(1) > 1) window.view.setVisible({{store.now().ns / 3}, {store.now().ns / 3 + length}});
    QCoreApplication::processEvents();
    for (auto _ : state) window.plot.replot(QCustomPlot::rpQueuedRefresh);
}
BENCHMARK(timelineFrame)
    ->ArgsProduct({{10'000, 1'000'000, 10'000'000}, {1, 100, 10'000}})
    ->Unit(benchmark::kMillisecond);

// A hundred million intervals are more than the events of a store would leave room for: the lanes are made alone and
// painted by the code that paints a store's. Axis, names and buffers, the same for any number, come on top.
void lanesOfIntervals(benchmark::State& state) {
    const Store store = scenes::large(kActors, 1'000);
    const auto perLane = static_cast<std::int64_t>(state.range(0)) / static_cast<std::int64_t>(kActors);
    constexpr std::int64_t kNsEach = 500;
    std::vector<IntervalLane> lanes(kActors);
    const std::vector<Look>& looks = store.looks().all();
    for (IntervalLane& lane : lanes) {
        for (std::int64_t i = 0; i < perLane; ++i) {
            const auto look = static_cast<LookId>(i % static_cast<std::int64_t>(looks.size()));
            lane.enter({i * kNsEach + i * 7919 % 400}, look, looks[look].laneClass);
        }
    }
    Store clock = scenes::large(kActors, 1'000);
    clock.advance({perLane * kNsEach}, {perLane * kNsEach});
    const TimelineStyle style(1);
    const LaneLayout layout = layoutLanesInto(clock, kSize.height(), 1);
    const TimelineView view{clock, Theme::named(ThemeName::light), layout, style,
                            {{140, 40, 1760, 1040}, {{0}, {perLane * kNsEach}}, 0}};
    QImage image(kSize, QImage::Format_RGB32);
    QPainter painter(&image);
    for (auto _ : state) {
        std::vector<LanePainter::Item> items;
        for (std::uint32_t actor = 0; actor < kActors; ++actor)
            items.push_back({layout.find(LaneKind::actor, actor), &lanes[actor]});
        LanePainter(painter, view).paint(items);
    }
}
BENCHMARK(lanesOfIntervals)->Arg(1'000'000)->Arg(10'000'000)->Arg(100'000'000)->Unit(benchmark::kMillisecond);

void moveTheCursor(benchmark::State& state) {
    const Store& store = storeOf(1'000'000);
    Window window(store);
    std::int64_t at = 0;
    for (auto _ : state) {
        at = (at + store.now().ns / 97) % store.now().ns;
        window.view.setCursor({at});
        QCoreApplication::processEvents();
    }
}
BENCHMARK(moveTheCursor)->Unit(benchmark::kMillisecond);

void hover(benchmark::State& state) {
    const Store& store = storeOf(1'000'000);
    Window window(store);
    int x = 0;
    for (auto _ : state) {
        x = (x + 37) % 1500;
        const QPointF at(200 + x, 100 + x % 600);
        QMouseEvent move(QEvent::MouseMove, at, window.plot.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&window.plot, &move);
        QCoreApplication::processEvents();
    }
}
BENCHMARK(hover)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace interleave::ui
