// The layers of the plot: lanes, what surrounds them, what moves over them.
#pragma once

#include <qcustomplot.h>

#include <functional>

namespace interleave::ui {

using Paint = std::function<void(QPainter&)>;

// All lanes as one plottable, so that they share one sweep over the pixels; there is nothing in it for QCustomPlot to
// select or to rescale by, the view state decides what is seen.
class LanesPlottable : public QCPAbstractPlottable {
    Q_OBJECT

public:
    LanesPlottable(QCPAxis* time, QCPAxis* lanes, Paint paint)
        : QCPAbstractPlottable(time, lanes), m_paint(std::move(paint)) {
        setSelectable(QCP::stNone);
        setAntialiased(false);  // QCustomPlot would shift everything by half a pixel with it
    }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override {
        found = false;
        return {};
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override {
        found = false;
        return {};
    }

protected:
    void draw(QCPPainter* painter) override {
        painter->setRenderHint(QPainter::Antialiasing);
        m_paint(*painter);
    }
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    Paint m_paint;
};

// Anything else: axis and names; cursor and selection; the pointer's card. Not clipped to the lanes.
class PaintedLayerable : public QCPLayerable {
    Q_OBJECT

public:
    PaintedLayerable(QCustomPlot* plot, const QString& layer, Paint paint)
        : QCPLayerable(plot, layer), m_paint(std::move(paint)) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override {}
    void draw(QCPPainter* painter) override {
        painter->setRenderHint(QPainter::Antialiasing);
        m_paint(*painter);
    }

private:
    Paint m_paint;
};

}  // namespace interleave::ui
