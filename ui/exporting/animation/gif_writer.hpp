// Pictures one after the other as a GIF: one palette for all of them, so that nothing flickers, and of each only what
// has changed since the one before. Confined to one thread.
//
//   auto gif = GifWriter::begin(size, palette, true, sink);
//   gif->add(image, 80ms); …
//   gif->end();
#pragma once

#include <QImage>

#include <functional>
#include <memory>
#include <string_view>

#include "core/base/error.hpp"
#include "core/base/time.hpp"
#include "ui/exporting/animation/palette.hpp"

namespace interleave::ui {

// The smallest rectangle outside of which both pictures are alike; empty where they are the same. Of one size, RGB32.
QRect changedArea(const QImage& before, const QImage& after);

class GifWriter {
public:
    // One place of the palette is taken by what stays as it was.
    static constexpr int kMostColors = 255;
    using Sink = std::function<bool(std::string_view)>;  // false: no more can be written

    // `palette` has at most kMostColors. Nothing is written before it has begun well.
    static Expected<GifWriter> begin(QSize size, Palette palette, bool loops, Sink sink);

    GifWriter(GifWriter&&) noexcept;
    ~GifWriter();  // without end(): the file is none

    // `image` is of the size given, RGB32; shown for `duration`, which is told in hundredths of a second: what is
    // lost in rounding one is made up for in the next.
    Expected<void> add(const QImage& image, Duration duration);
    Expected<void> end();

private:
    struct Open;
    explicit GifWriter(std::unique_ptr<Open> open);

    std::unique_ptr<Open> m_open;
};

}  // namespace interleave::ui
