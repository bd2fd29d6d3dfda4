// SVG as any viewer shows it: well-formed, shapes as shapes, clipped where it was clipped.
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include "ui/exporting/svg_device.hpp"
#include "ui/exporting/svg_words.hpp"

namespace interleave::ui {
namespace {

// Every element's name, in order; empty where the text is no XML.
QStringList elementsOf(const QByteArray& svg) {
    QXmlStreamReader reader(svg);
    QStringList names;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement) names << reader.name().toString();
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    return reader.hasError() ? QStringList() : names;
}

template <class Paint>
QByteArray painted(Paint paint, QSize size = {100, 50}, double scale = 1) {
    SvgDevice device(size, scale, "a <title> & more", "what it shows");
    QPainter painter(&device);
    paint(painter);
    painter.end();
    return device.finished();
}

TEST(SvgDevice, WritesRectanglesPathsAndTextAsWhatTheyAre) {
    const QByteArray svg = painted([](QPainter& painter) {
        painter.fillRect(QRect(0, 0, 10, 10), Qt::red);
        painter.setPen(Qt::blue);
        painter.drawLine(0, 0, 50, 20);
        painter.drawRoundedRect(QRectF(1, 1, 20, 20), 4, 4);
        painter.drawText(QPointF(3, 40), "T1 < T2 & 等待");
    });
    const QStringList elements = elementsOf(svg);
    EXPECT_EQ(elements.count("rect"), 1);
    EXPECT_EQ(elements.count("path"), 2);
    EXPECT_GE(elements.count("text"), 1);
    EXPECT_EQ(elements.count("image"), 0);
    EXPECT_TRUE(svg.contains("fill=\"#ff0000\""));
    EXPECT_TRUE(svg.contains("T1 &lt; T2 &amp;"));
}

TEST(SvgDevice, HasItsSizeTimesItsScaleAndKeepsItsUnits) {
    const QByteArray svg = painted([](QPainter&) {}, {192, 108}, 2.5);
    EXPECT_TRUE(svg.contains("width=\"480\" height=\"270\" viewBox=\"0 0 192 108\"")) << svg.toStdString();
    EXPECT_TRUE(svg.contains("<title>a &lt;title&gt; &amp; more</title>"));
}

TEST(SvgDevice, ClipsWhatIsPaintedUntilTheClipIsTakenBack) {
    const QByteArray svg = painted([](QPainter& painter) {
        painter.save();
        painter.setClipRect(QRect(10, 10, 20, 20));
        painter.fillRect(QRect(0, 0, 100, 50), Qt::green);
        painter.restore();
        painter.fillRect(QRect(90, 40, 10, 10), Qt::blue);
    });
    QSvgRenderer renderer(svg);
    ASSERT_TRUE(renderer.isValid());
    const QStringList elements = elementsOf(svg);
    EXPECT_EQ(elements.count("clipPath"), 1);
    const auto group = svg.indexOf("<g clip-path=");
    ASSERT_GE(group, 0);
    const auto end = svg.indexOf("</g>", group);
    EXPECT_TRUE(svg.mid(group, end - group).contains("#00ff00"));
    EXPECT_TRUE(svg.mid(end).contains("#0000ff")) << "painted after restore(), so outside the clip";
}

TEST(SvgDevice, NarrowsANestedClipToWhatBothLeave) {
    const QByteArray svg = painted([](QPainter& painter) {
        painter.setClipRect(QRect(0, 0, 50, 50));
        painter.setClipRect(QRect(40, 0, 50, 50), Qt::IntersectClip);
        painter.fillRect(QRect(0, 0, 100, 50), Qt::green);
    });
    EXPECT_TRUE(svg.contains("M40,0L50,0L50,50L40,50L40,0")) << svg.toStdString();
}

TEST(SvgDevice, PlacesShapesWhereTheTransformPutsThem) {
    const QByteArray svg = painted([](QPainter& painter) {
        painter.translate(10, 5);
        painter.scale(2, 2);
        painter.fillRect(QRect(1, 1, 3, 4), Qt::red);
    });
    EXPECT_TRUE(svg.contains("x=\"12\" y=\"7\" width=\"6\" height=\"8\"")) << svg.toStdString();
}

TEST(SvgDevice, KeepsATextureAsAPattern) {
    QImage tile(8, 8, QImage::Format_RGB32);
    tile.fill(Qt::red);
    const QByteArray svg = painted([&](QPainter& painter) { painter.fillRect(QRect(0, 0, 40, 40), QBrush(tile)); });
    EXPECT_EQ(elementsOf(svg).count("pattern"), 1);
    EXPECT_TRUE(svg.contains("fill=\"url(#pattern1)\""));
}

TEST(SvgDevice, NamesEveryFontOfTheList) {
    const QByteArray svg = painted([](QPainter& painter) {
        QFont font;
        font.setFamilies({"Inter", "Noto Sans CJK SC"});
        font.setPixelSize(15);
        painter.setFont(font);
        painter.drawText(QPointF(0, 20), "waiting");
    });
    EXPECT_TRUE(svg.contains("font-family=\"'Inter', 'Noto Sans CJK SC', sans-serif\" font-size=\"15\""))
        << svg.toStdString();
}

TEST(SvgWords, NumbersHaveNoMoreDecimalsThanCanBeSeen) {
    EXPECT_EQ(svg::number(1.0 / 3), "0.333");
    EXPECT_EQ(svg::number(-0.0001), "0");
    EXPECT_EQ(svg::number(123456.5), "123456.5");
}

TEST(SvgWords, DropControlCharactersThatXmlForbids) { EXPECT_EQ(svg::escaped(QString("a\x01\"b")), "a&quot;b"); }

}  // namespace
}  // namespace interleave::ui
