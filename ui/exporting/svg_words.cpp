#include "ui/exporting/svg_words.hpp"

#include <cmath>

namespace interleave::ui::svg {
namespace {

QByteArray point(const QPainterPath::Element& element) { return number(element.x) + ',' + number(element.y); }

QByteArray dashes(const QPen& pen, double width) {
    QByteArray list;
    for (const qreal length : pen.dashPattern()) list += (list.isEmpty() ? "" : ",") + number(length * width);
    return " stroke-dasharray=\"" + list + '"';
}

const char* capWord(Qt::PenCapStyle cap) {
    return cap == Qt::FlatCap ? "butt" : cap == Qt::RoundCap ? "round" : "square";
}

const char* joinWord(Qt::PenJoinStyle join) {
    return join == Qt::RoundJoin ? "round" : join == Qt::BevelJoin ? "bevel" : "miter";
}

}  // namespace

QByteArray number(double value) {
    const double rounded = std::round(value * 1000) / 1000;
    return QByteArray::number(rounded == 0 ? 0.0 : rounded, 'g', 9);  // no "-0"
}

QByteArray escaped(const QString& text) {
    QByteArray result;
    for (const char c : text.toUtf8()) {
        switch (c) {
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '&': result += "&amp;"; break;
            case '"': result += "&quot;"; break;
            default:
                // XML has no other control characters, not even escaped ones.
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') result += c;
        }
    }
    return result;
}

QByteArray colorAttributes(const char* name, const QColor& color, double opacity) {
    QByteArray result = QByteArray(" ") + name + "=\"" + color.name().toLatin1() + '"';
    const double alpha = color.alphaF() * opacity;
    if (alpha < 0.999) result += QByteArray(" ") + name + "-opacity=\"" + number(alpha) + '"';
    return result;
}

QByteArray strokeAttributes(const QPen& pen, double opacity, double scale) {
    if (pen.style() == Qt::NoPen) return {};
    // A width of 0 is one pixel in Qt and nothing in SVG; a cosmetic pen keeps its width whatever the scale.
    const double width = pen.isCosmetic() ? std::max(1.0, pen.widthF()) : pen.widthF() * scale;
    QByteArray result = colorAttributes("stroke", pen.color(), opacity);
    if (width != 1.0) result += " stroke-width=\"" + number(width) + '"';
    if (pen.style() != Qt::SolidLine) result += dashes(pen, width);
    if (pen.capStyle() != Qt::FlatCap) result += QByteArray(" stroke-linecap=\"") + capWord(pen.capStyle()) + '"';
    if (pen.joinStyle() != Qt::MiterJoin) result += QByteArray(" stroke-linejoin=\"") + joinWord(pen.joinStyle()) + '"';
    return result;
}

QByteArray fontAttributes(const QFont& font) {
    QByteArray families;
    for (const QString& family : font.families()) families += '\'' + escaped(family) + "', ";
    families += font.styleHint() == QFont::Monospace ? "monospace" : "sans-serif";
    QByteArray result = " font-family=\"" + families + "\" font-size=\"" +
                        number(font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * 96 / 72) + '"';
    if (font.weight() != QFont::Normal) result += " font-weight=\"" + QByteArray::number(font.weight()) + '"';
    if (font.italic()) result += " font-style=\"italic\"";
    return result;
}

QByteArray transformAttribute(const QTransform& t) {
    if (t.isIdentity()) return {};
    if (t.type() == QTransform::TxTranslate)
        return " transform=\"translate(" + number(t.dx()) + ',' + number(t.dy()) + ")\"";
    // Six decimals: a factor's third decimal would move what stands far out.
    const auto factor = [](double value) { return QByteArray::number(value, 'g', 7); };
    return " transform=\"matrix(" + factor(t.m11()) + ',' + factor(t.m12()) + ',' + factor(t.m21()) + ',' +
           factor(t.m22()) + ',' + number(t.dx()) + ',' + number(t.dy()) + ")\"";
}

QByteArray pathData(const QPainterPath& path) {
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
            case QPainterPath::MoveToElement: data += 'M' + point(element); break;
            case QPainterPath::LineToElement: data += 'L' + point(element); break;
            case QPainterPath::CurveToElement: data += 'C' + point(element); break;
            case QPainterPath::CurveToDataElement: data += ' ' + point(element); break;
        }
    }
    return data;
}

}  // namespace interleave::ui::svg
