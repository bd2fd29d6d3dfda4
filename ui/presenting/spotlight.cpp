#include "ui/presenting/spotlight.hpp"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace interleave::ui {
namespace {

constexpr int kDarkness = 178;       // of 255
constexpr double kClear = 0.78;      // of the radius: from there to the edge it grows dark

QColor darkness() { return {0, 0, 0, kDarkness}; }

}  // namespace

Spotlight::Spotlight(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void Spotlight::setRadius(int pixels) {
    if (pixels == m_radius) return;
    m_radius = std::max(1, pixels);
    m_shade = {};
    update();
}

QRect Spotlight::pool() const { return {m_at - QPoint(m_radius, m_radius), QSize(2 * m_radius, 2 * m_radius)}; }

void Spotlight::moveTo(QPointF pointer) {
    const QRect before = pool();
    m_at = pointer.toPoint();
    if (pool() == before) return;
    update(before);
    update(pool());
}

const QPixmap& Spotlight::shade() {
    const double ratio = devicePixelRatioF();
    if (!m_shade.isNull() && m_shade.devicePixelRatio() == ratio) return m_shade;
    m_shade = QPixmap(QSize(2 * m_radius, 2 * m_radius) * ratio);
    m_shade.setDevicePixelRatio(ratio);
    m_shade.fill(darkness());
    QRadialGradient light(m_radius, m_radius, m_radius);
    light.setColorAt(0, Qt::transparent);
    light.setColorAt(kClear, Qt::transparent);
    light.setColorAt(1, darkness());
    QPainter painter(&m_shade);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawEllipse(QRectF(0, 0, 2 * m_radius, 2 * m_radius));
    return m_shade;
}

void Spotlight::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    for (const QRect& each : event->region() - pool()) painter.fillRect(each, darkness());
    if (event->region().intersects(pool())) painter.drawPixmap(pool().topLeft(), shade());
}

}  // namespace interleave::ui
