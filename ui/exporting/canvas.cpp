#include "ui/exporting/canvas.hpp"

#include <QPainter>

#include <algorithm>
#include <new>

namespace interleave::ui {

Canvas::Canvas(QSize pixels, QSize units, double scale)
    : m_pixels(pixels), m_scale(std::max(1.0, scale)), m_image(scale < 1 ? units : pixels, QImage::Format_RGB32) {
    if (m_image.isNull()) throw std::bad_alloc();
}

void Canvas::paint(const std::function<void(QPainter&)>& paint) {
    m_image.setDevicePixelRatio(m_scale);
    QPainter painter(&m_image);
    paint(painter);
    painter.end();
    m_image.setDevicePixelRatio(1);
    // Whichever of these was to copy it first.
    if (m_image.isNull()) throw std::bad_alloc();
}

QImage Canvas::picture() const {
    if (m_image.size() == m_pixels) return m_image;
    return m_image.scaled(m_pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

}  // namespace interleave::ui
