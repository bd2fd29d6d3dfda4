#include "ui/exporting/studio/preview_pane.hpp"

#include <QLabel>
#include <QMouseEvent>
#include <QScrollBar>

#include "ui/theme/theme.hpp"

namespace interleave::ui {
namespace {

constexpr int kAir = 12;        // around the picture
constexpr double kDragged = 4;  // pixels: less is a click

}  // namespace

PreviewPane::PreviewPane(const Theme& theme, QWidget* parent) : QScrollArea(parent) {
    m_picture = new QLabel(this);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(tr("Preview of the picture"));
    m_picture->installEventFilter(this);
    m_picture->setCursor(Qt::PointingHandCursor);
    m_picture->setToolTip(tr("Click to see it at its real size"));
    setWidget(m_picture);
    setWidgetResizable(true);
    setAlignment(Qt::AlignCenter);
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(
        QStringLiteral("QScrollArea, QLabel { background: %1; border-radius: 10px; }").arg(theme.ground.name()));
}

QSize PreviewPane::room() const {
    const QSize pixels = (QSizeF(size() - QSize(2 * kAir, 2 * kAir)) * devicePixelRatioF()).toSize();
    return pixels.expandedTo({1, 1});
}

void PreviewPane::showImage(const QImage& image) {
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(pixmap);
    m_picture->setMinimumSize(m_close ? pixmap.deviceIndependentSize().toSize() : QSize(1, 1));
    setHorizontalScrollBarPolicy(m_close ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(m_close ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (m_close) lookAtPlace();
}

void PreviewPane::lookAtPlace() {
    m_picture->resize(m_picture->minimumSize().expandedTo(viewport()->size()));
    horizontalScrollBar()->setRange(0, std::max(0, m_picture->width() - viewport()->width()));
    verticalScrollBar()->setRange(0, std::max(0, m_picture->height() - viewport()->height()));
    horizontalScrollBar()->setValue(static_cast<int>(m_place.x() * m_picture->width() - viewport()->width() / 2.0));
    verticalScrollBar()->setValue(static_cast<int>(m_place.y() * m_picture->height() - viewport()->height() / 2.0));
}

void PreviewPane::toggle(QPointF at) {
    const QPixmap shown = m_picture->pixmap(Qt::ReturnByValue);
    if (shown.isNull()) return;
    const QSizeF size = shown.deviceIndependentSize();
    const QPointF corner((m_picture->width() - size.width()) / 2, (m_picture->height() - size.height()) / 2);
    m_place = QPointF((at.x() - corner.x()) / size.width(), (at.y() - corner.y()) / size.height());
    m_close = !m_close;
    m_picture->setToolTip(m_close ? tr("Click to see all of it") : tr("Click to see it at its real size"));
    emit closenessChanged();
}

void PreviewPane::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    emit resized();
}

bool PreviewPane::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_picture) return QScrollArea::eventFilter(watched, event);
    auto* mouse = dynamic_cast<QMouseEvent*>(event);
    if (mouse == nullptr || (event->type() == QEvent::MouseMove && !(mouse->buttons() & Qt::LeftButton))) return false;
    const QPointF now = mouse->globalPosition();
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = now;
        m_dragged = false;
    } else if (event->type() == QEvent::MouseMove) {
        const QPointF by = now - m_pressed;
        if (!m_dragged && by.manhattanLength() < kDragged) return true;
        m_dragged = true;
        m_pressed = now;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - qRound(by.x()));
        verticalScrollBar()->setValue(verticalScrollBar()->value() - qRound(by.y()));
    } else if (event->type() == QEvent::MouseButtonRelease && !m_dragged) {
        toggle(mouse->position());
    }
    return true;
}

}  // namespace interleave::ui
