// What SvgDevice does with each thing painted.
#pragma once

#include <QHash>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>

#include <optional>

#include "ui/exporting/svg_device.hpp"

namespace interleave::ui {

class SvgDevice::Engine : public QPaintEngine {
public:
    Engine();

    bool begin(QPaintDevice* device) override;
    bool end() override;
    void updateState(const QPaintEngineState& now) override;
    void drawPath(const QPainterPath& path) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawRects(const QRectF* rects, int count) override;
    void drawTextItem(const QPointF& at, const QTextItem& item) override;
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override;
    void drawImage(const QRectF& target, const QImage& image, const QRectF& source, Qt::ImageConversionFlags) override;
    void drawTiledPixmap(const QRectF& target, const QPixmap& pixmap, const QPointF& offset) override;
    Type type() const override { return User; }

    const QByteArray& definitions() const { return m_definitions; }
    const QByteArray& body() const { return m_body; }

private:
    void changeClip(const QPaintEngineState& now);
    // Opens or closes the group of the present clip, as the next shape needs it.
    void enterClip();
    void addShape(const QByteArray& shape, const QByteArray& paint);
    // Shapes are written where they lie, with no transform of their own, unless it turns or distorts.
    bool keepsShapes() const;
    double lineScale() const;
    QByteArray fill();
    QByteArray fillAndStroke(bool filled = true);
    QByteArray patternFill(const QBrush& brush);

    QByteArray m_definitions;
    QByteArray m_body;
    QPen m_pen;
    QBrush m_brush;
    QTransform m_transform;
    double m_opacity = 1;
    bool m_smooth = false;
    std::optional<QPainterPath> m_clip;  // in device units; none: everything shows
    bool m_clipEnabled = true;
    QByteArray m_wantedClip;             // name of the clip that the next shape stands in; empty: none
    QByteArray m_openClip;
    QHash<QByteArray, QByteArray> m_clipNames;  // by content
    QHash<QByteArray, QByteArray> m_patternNames;
};

}  // namespace interleave::ui
