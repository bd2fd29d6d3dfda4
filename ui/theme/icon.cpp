#include "ui/theme/icon.hpp"

#include <QPainter>
#include <QSvgRenderer>

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
    QIcon made;
    for (const int pixels : {16, 20, 24}) {
        for (const double scale : {1.0, 2.0}) {
            made.addPixmap(iconPixmap(name, color, pixels, scale), QIcon::Normal);
            made.addPixmap(iconPixmap(name, disabled, pixels, scale), QIcon::Disabled);
        }
    }
    return made;
}

QPixmap logoPixmap(int pixels, double scale) { return drawn("interleave", pixels, scale); }

QIcon windowIcon() {
    QIcon made;
    for (const int pixels : {16, 32, 48, 64, 128}) made.addPixmap(logoPixmap(pixels, 1.0));
    return made;
}

}  // namespace interleave::ui
