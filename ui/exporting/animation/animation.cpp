#include "ui/exporting/animation/animation.hpp"

#include <algorithm>
#include <cmath>
#include <new>

#include "ui/exporting/animation/animation_painter.hpp"
#include "ui/exporting/canvas.hpp"

namespace interleave::ui {
namespace {

constexpr Duration kRestsAtEnd = std::chrono::milliseconds(2500);  // before it begins again
// Counting colours is done sooner than writing.
constexpr double kCountingShare = 0.4;

class Frames {
public:
    Frames(const Store& store, const Scene& scene, const PictureOptions& options)
        : m_painter(store, scene, options),
          m_moments(frameMoments(m_painter.range(), options.animation)),
          m_canvas(pixelsOf(options), options.size, options.scale) {}

    std::size_t count() const { return m_moments.size(); }
    QImage operator[](std::size_t index) {
        m_canvas.paint([&](QPainter& painter) { m_painter.paint(painter, m_moments[index]); });
        return m_canvas.picture();
    }

private:
    AnimationPainter m_painter;
    std::vector<TraceTime> m_moments;
    Canvas m_canvas;
};

// Every colour of every frame: one that only flashes up counts, too.
Expected<ColorCount> countColors(Frames& frames, const Progress& progress) {
    ColorCount colors;
    QImage before;
    for (std::size_t i = 0; i < frames.count(); ++i) {
        if (!goesOn(progress, kCountingShare * static_cast<double>(i) / static_cast<double>(frames.count())))
            return stopped();
        const QImage frame = frames[i];
        colors.add(frame, before.isNull() ? frame.rect() : changedArea(before, frame));
        before = frame;
    }
    return colors;
}

}  // namespace

std::vector<TraceTime> frameMoments(TimeRange range, const AnimationOptions& options) {
    const auto frames = std::max(2, static_cast<int>(std::lround(options.framesPerSecond * options.seconds)));
    std::vector<TraceTime> moments;
    for (int i = 0; i < frames; ++i)
        moments.push_back(range.begin + Duration{static_cast<std::int64_t>(static_cast<double>(range.length().count()) *
                                                                           i / (frames - 1))});
    return moments;
}

Expected<void> checkAnimated(const Store& store, const PictureOptions& options) {
    if (auto checked = checkPicture(options, ExportFormat::gif); !checked) return checked;
    if (store.actors().empty())
        return refused(Sentence("Exporting", "nothing has run yet: an animation needs a run"));
    return {};
}

Expected<void> writeAnimation(const Store& store, const Scene& scene, const PictureOptions& options,
                              const GifWriter::Sink& sink, const Progress& progress) try {
    Frames frames(store, scene, options);
    const auto colors = countColors(frames, progress);
    if (!colors) return tl::unexpected(colors.error());
    auto gif =
        GifWriter::begin(pixelsOf(options), Palette(*colors, GifWriter::kMostColors), options.animation.loops, sink);
    if (!gif) return tl::unexpected(std::move(gif.error()));
    const Duration each{static_cast<std::int64_t>(1e9 / options.animation.framesPerSecond)};
    for (std::size_t i = 0; i < frames.count(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(frames.count());
        if (!goesOn(progress, kCountingShare + (1 - kCountingShare) * share)) return stopped();
        const bool last = i + 1 == frames.count();
        if (auto added = gif->add(frames[i], last ? each + kRestsAtEnd : each); !added) return added;
    }
    return gif->end();
} catch (const std::bad_alloc&) {
    return refused(Sentence(
        "Exporting", "there is not enough memory for an animation of this size; choose a smaller one"));
}

}  // namespace interleave::ui
