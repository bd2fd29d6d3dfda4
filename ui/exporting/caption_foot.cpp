#include "ui/exporting/caption_foot.hpp"

#include <algorithm>

namespace interleave::ui {
namespace {

constexpr double kFootEdge = 20;          // beside and below the caption
constexpr double kAboveCaption = 10;
constexpr double kCaptionFits = 1480;     // pixels: at this width the caption's type is as on a desk

double footScale(QSizeF size) { return std::clamp(size.width() / kCaptionFits, 0.85, 3.0); }

}  // namespace

CaptionFoot::CaptionFoot(QStringList parts, QSizeF size, bool shown)
    : m_size(size),
      m_shown(shown),
      m_scale(footScale(size)),
      m_caption(std::move(parts), size.width() - 2 * kFootEdge * m_scale, m_scale) {}

double CaptionFoot::height() const { return m_shown ? (kAboveCaption + kFootEdge) * m_scale + m_caption.height() : 0; }

void CaptionFoot::paint(QPainter& painter, const Theme& theme) const {
    if (!m_shown) return;
    const double edge = kFootEdge * m_scale;
    const double top = m_size.height() - height();
    painter.fillRect(QRectF(edge, top, m_size.width() - 2 * edge, m_scale), theme.hairline);
    m_caption.paint(painter, {edge, top + kAboveCaption * m_scale}, theme);
}

}  // namespace interleave::ui
