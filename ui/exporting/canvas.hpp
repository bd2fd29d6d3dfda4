// What a picture of pixels is painted on. Qt takes a device pixel ratio below 1 for 1, so a small picture is painted
// whole and made smaller: type that small keeps the places of its letters in the words.
#pragma once

#include <QImage>

#include <functional>

class QPainter;

namespace interleave::ui {

class Canvas {
public:
    // A picture of `pixels`, painted in units of which each is `scale` pixels wide; `units` is its size in those. What
    // it holds before it is filled or painted all over is not known.
    // Throws std::bad_alloc where there is not enough memory.
    Canvas(QSize pixels, QSize units, double scale);

    void fill(const QColor& color) { m_image.fill(color); }
    // Over what is there. Throws as above: a picture that was given away is copied first.
    void paint(const std::function<void(QPainter&)>& paint);
    // What was painted; a pixel of it is a unit.
    QImage picture() const;

private:
    QSize m_pixels;
    double m_scale;
    QImage m_image;
};

}  // namespace interleave::ui
