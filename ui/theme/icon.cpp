#include "ui/theme/icon.hpp"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <utility>

namespace interleave::ui {

namespace {

QPixmap drawn(const QString& name, int pixels, double scale) {
    QSvgRenderer renderer(":/icons/" + name + ".svg");
    if (!renderer.isValid()) return {};
    const int side = qRound(pixels * scale);
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

// Drawn when first asked for, at the size asked for: most icons of a window are never seen in most sizes.
class LineIcon : public QIconEngine {
public:
    LineIcon(QString name, const QColor& color, const QColor& disabled)
        : m_name(std::move(name)), m_color(color), m_disabled(disabled) {}

    QIconEngine* clone() const override { return new LineIcon(*this); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const double scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, double scale) override {
        const QColor& color = mode == QIcon::Disabled ? m_disabled : m_color;
        const int side = std::min(size.width(), size.height());
        const QString key = QStringLiteral("line-icon %1 %2 %3 %4").arg(m_name, color.name()).arg(side).arg(scale);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) return pixmap;
        pixmap = iconPixmap(m_name, color, qRound(side / scale), scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

private:
    QString m_name;
    QColor m_color;
    QColor m_disabled;
};

}  // namespace

QPixmap iconPixmap(const QString& name, const QColor& color, int pixels, double scale) {
    QPixmap pixmap = drawn(name, pixels, scale);
    if (pixmap.isNull()) return pixmap;
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

QIcon icon(const QString& name, const QColor& color, const QColor& disabled) {
    return QIcon(new LineIcon(name, color, disabled));
}

QPixmap logoPixmap(int pixels, double scale) { return drawn("interleave", pixels, scale); }

QIcon windowIcon() {
    QIcon made;
    made.addPixmap(drawn("application-small", 16, 1.0));
    for (const int pixels : {24, 32, 48, 64, 128, 256}) made.addPixmap(drawn("application", pixels, 1.0));
    return made;
}

}  // namespace interleave::ui
