#include "ui/exporting/svg_engine.hpp"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPixmap>

#include <cmath>

#include "ui/exporting/svg_words.hpp"

namespace interleave::ui {
namespace {

using svg::number;

QByteArray rectShape(const QRectF& rect) {
    return "rect x=\"" + number(rect.x()) + "\" y=\"" + number(rect.y()) + "\" width=\"" + number(rect.width()) +
           "\" height=\"" + number(rect.height()) + '"';
}

QByteArray pngData(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return "data:image/png;base64," + bytes.toBase64();
}

QByteArray imageElement(const QRectF& target, const QImage& image) {
    return "<image x=\"" + number(target.x()) + "\" y=\"" + number(target.y()) + "\" width=\"" +
           number(target.width()) + "\" height=\"" + number(target.height()) +
           "\" preserveAspectRatio=\"none\" xlink:href=\"" + pngData(image) + "\"";
}

constexpr QPaintEngine::PaintEngineFeatures kFeatures = QPaintEngine::PaintEngineFeatures(
    QPaintEngine::AllFeatures & ~QPaintEngine::PerspectiveTransform & ~QPaintEngine::PorterDuff &
    ~QPaintEngine::BlendModes & ~QPaintEngine::RasterOpModes & ~QPaintEngine::ObjectBoundingModeGradients);

}  // namespace

SvgDevice::Engine::Engine() : QPaintEngine(kFeatures) {}

bool SvgDevice::Engine::begin(QPaintDevice*) {
    m_body.clear();
    m_definitions.clear();
    return true;
}

bool SvgDevice::Engine::end() {
    m_wantedClip.clear();
    enterClip();
    return true;
}

void SvgDevice::Engine::updateState(const QPaintEngineState& now) {
    const DirtyFlags dirty = now.state();
    if (dirty & DirtyTransform) m_transform = now.transform();
    if (dirty & DirtyPen) m_pen = now.pen();
    if (dirty & DirtyBrush) m_brush = now.brush();
    if (dirty & DirtyOpacity) m_opacity = now.opacity();
    if (dirty & DirtyHints) m_smooth = now.renderHints() & QPainter::Antialiasing;
    if (dirty & (DirtyClipPath | DirtyClipRegion | DirtyClipEnabled)) changeClip(now);
}

void SvgDevice::Engine::changeClip(const QPaintEngineState& now) {
    const DirtyFlags dirty = now.state();
    if (dirty & DirtyClipEnabled) m_clipEnabled = now.isClipEnabled();
    if (dirty & (DirtyClipPath | DirtyClipRegion)) {
        QPainterPath added;
        if (dirty & DirtyClipPath) added = now.clipPath();
        else added.addRegion(now.clipRegion());
        added = m_transform.map(added);
        if (now.clipOperation() == Qt::NoClip) m_clip.reset();
        else if (now.clipOperation() == Qt::IntersectClip && m_clip) m_clip = m_clip->intersected(added);
        else m_clip = added;
    }
    m_wantedClip.clear();
    if (!m_clip || !m_clipEnabled) return;
    const QByteArray data = svg::pathData(*m_clip);
    QByteArray& name = m_clipNames[data];
    if (name.isEmpty()) {
        name = "clip" + QByteArray::number(m_clipNames.size());
        m_definitions += "<clipPath id=\"" + name + "\"><path d=\"" + data + "\"/></clipPath>\n";
    }
    m_wantedClip = name;
}

void SvgDevice::Engine::enterClip() {
    if (m_wantedClip == m_openClip) return;
    if (!m_openClip.isEmpty()) m_body += "</g>\n";
    if (!m_wantedClip.isEmpty()) m_body += "<g clip-path=\"url(#" + m_wantedClip + ")\">\n";
    m_openClip = m_wantedClip;
}

bool SvgDevice::Engine::keepsShapes() const {
    return m_transform.type() <= QTransform::TxScale && std::abs(m_transform.m11() - m_transform.m22()) < 1e-9 &&
           m_transform.m11() > 0;
}

double SvgDevice::Engine::lineScale() const { return keepsShapes() ? m_transform.m11() : 1.0; }

void SvgDevice::Engine::addShape(const QByteArray& shape, const QByteArray& paint) {
    enterClip();
    m_body += '<' + shape + paint;
    if (!keepsShapes()) m_body += svg::transformAttribute(m_transform);
    m_body += "/>\n";
}

QByteArray SvgDevice::Engine::patternFill(const QBrush& brush) {
    const QImage tile = brush.textureImage();
    const QTransform placed = brush.transform() * m_transform;
    const QByteArray key = QByteArray::number(tile.cacheKey()) + svg::transformAttribute(placed);
    QByteArray& name = m_patternNames[key];
    if (name.isEmpty()) {
        name = "pattern" + QByteArray::number(m_patternNames.size());
        QByteArray transform = svg::transformAttribute(placed);
        transform.replace(" transform=", " patternTransform=");
        m_definitions += "<pattern id=\"" + name + "\" patternUnits=\"userSpaceOnUse\" width=\"" +
                         number(tile.width()) + "\" height=\"" + number(tile.height()) + '"' + transform + '>' +
                         imageElement(tile.rect(), tile) + "/></pattern>\n";
    }
    return " fill=\"url(#" + name + ")\"" +
           (m_opacity < 0.999 ? " fill-opacity=\"" + number(m_opacity) + '"' : QByteArray());
}

QByteArray SvgDevice::Engine::fill() {
    if (m_brush.style() == Qt::NoBrush) return " fill=\"none\"";
    if (m_brush.style() == Qt::TexturePattern) return patternFill(m_brush);
    return svg::colorAttributes("fill", m_brush.color(), m_opacity);
}

QByteArray SvgDevice::Engine::fillAndStroke(bool filled) {
    QByteArray paint = filled ? fill() : QByteArray(" fill=\"none\"");
    paint += svg::strokeAttributes(m_pen, m_opacity, lineScale());
    if (!m_smooth) paint += " shape-rendering=\"crispEdges\"";
    return paint;
}

void SvgDevice::Engine::drawPath(const QPainterPath& path) {
    QByteArray shape = "path d=\"" + svg::pathData(keepsShapes() ? m_transform.map(path) : path) + '"';
    if (path.fillRule() == Qt::OddEvenFill) shape += " fill-rule=\"evenodd\"";
    addShape(shape, fillAndStroke());
}

void SvgDevice::Engine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (mode != PolylineMode) path.closeSubpath();
    const QByteArray shape = "path d=\"" + svg::pathData(keepsShapes() ? m_transform.map(path) : path) + '"';
    addShape(shape, fillAndStroke(mode != PolylineMode));
}

void SvgDevice::Engine::drawRects(const QRectF* rects, int count) {
    const QByteArray paint = fillAndStroke();
    for (int i = 0; i < count; ++i)
        addShape(rectShape(keepsShapes() ? m_transform.mapRect(rects[i]) : rects[i]), paint);
}

void SvgDevice::Engine::drawTextItem(const QPointF& at, const QTextItem& item) {
    if (item.text().trimmed().isEmpty()) return;
    enterClip();
    // A viewer that has none of the fonts squeezes its own into the same width, so nothing runs over its edge.
    m_body += "<text x=\"" + number(at.x()) + "\" y=\"" + number(at.y()) + "\" textLength=\"" + number(item.width()) +
              "\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\"" + svg::fontAttributes(item.font()) +
              svg::colorAttributes("fill", m_pen.color(), m_opacity) + svg::transformAttribute(m_transform) + '>' +
              svg::escaped(item.text()) + "</text>\n";
}

void SvgDevice::Engine::drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                                  Qt::ImageConversionFlags) {
    enterClip();
    const QImage part = source == QRectF(image.rect()) ? image : image.copy(source.toAlignedRect());
    m_body += imageElement(target, part) + svg::transformAttribute(m_transform) + "/>\n";
}

void SvgDevice::Engine::drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) {
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

void SvgDevice::Engine::drawTiledPixmap(const QRectF& target, const QPixmap& pixmap, const QPointF& offset) {
    const QBrush before = m_brush;
    const QPen penBefore = m_pen;
    m_brush = QBrush(pixmap);
    m_brush.setTransform(QTransform::fromTranslate(target.x() - offset.x(), target.y() - offset.y()));
    m_pen = Qt::NoPen;
    drawRects(&target, 1);
    m_brush = before;
    m_pen = penBefore;
}

}  // namespace interleave::ui
