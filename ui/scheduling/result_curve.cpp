#include "ui/scheduling/result_curve.hpp"

#include <QPicture>

#include <algorithm>
#include <cmath>

#include "ui/scheduling/plot_look.hpp"

namespace interleave::ui {
namespace {

constexpr double kHeadroom = 1.12;
constexpr double kPointSize = 8;
constexpr double kLineWidth = 2.2;

}  // namespace

ResultCurve::ResultCurve(QWidget* parent) : QCustomPlot(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    for (std::size_t i = 0; i < kMost; ++i) m_lines.push_back(addGraph());
    putLegendAbove(*this);
    xAxis->grid()->setVisible(false);
    auto whole = QSharedPointer<QCPAxisTickerFixed>::create();
    whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    xAxis->setTicker(whole);
}

void ResultCurve::show(const ComparedCurve& curve) {
    double first = 1;
    double last = 2;
    double highest = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool used = i < curve.lines.size();
        m_lines[i]->setVisible(used);
        used ? m_lines[i]->addToLegend() : m_lines[i]->removeFromLegend();
        if (!used) continue;
        const ComparedCurve::Line& line = curve.lines[i];
        m_lines[i]->setName(line.name);
        m_lines[i]->setData(QVector<double>(line.keys.begin(), line.keys.end()),
                            QVector<double>(line.values.begin(), line.values.end()), true);
        first = std::min(first, line.keys.front());
        last = std::max(last, line.keys.back());
        highest = std::max(highest, *std::ranges::max_element(line.values));
    }
    xAxis->setLabel(curve.along);
    yAxis->setLabel(curve.result);
    const double air = (last - first) * 0.06;
    xAxis->setRange(first - air, last + air);
    yAxis->setRange(0, highest > 0 ? highest * kHeadroom : 1);
    redraw();
}

void ResultCurve::setLook(const Theme& theme, int textPixels) {
    const QColor colours[kMost] = {theme.state(StateClass::waitingGil), theme.accent, theme.state(StateClass::running),
                                   theme.ink};
    constexpr Qt::PenStyle kDashes[kMost] = {Qt::DashLine, Qt::SolidLine, Qt::DotLine, Qt::DashDotLine};
    constexpr QCPScatterStyle::ScatterShape kShapes[kMost] = {QCPScatterStyle::ssSquare, QCPScatterStyle::ssDisc,
                                                              QCPScatterStyle::ssDiamond, QCPScatterStyle::ssTriangle};
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i]->setPen(QPen(colours[i], kLineWidth, kDashes[i]));
        m_lines[i]->setScatterStyle(QCPScatterStyle(kShapes[i], QPen(colours[i], 1), QBrush(colours[i]), kPointSize));
    }
    setPlotLook(*this, theme, textPixels);
    redraw();
}

// A plot without room has nothing to paint on.
void ResultCurve::redraw() {
    if (isVisible() && !size().isEmpty()) replot(QCustomPlot::rpQueuedReplot);
}

void paintCurve(QPainter& painter, const QRectF& area, const ComparedCurve& curve, const Theme& theme, int textPixels) {
    ResultCurve plot;
    plot.setLook(theme, textPixels);
    plot.show(curve);
    // Recorded first: the plot paints with a painter of its own kind.
    QPicture picture;
    QCPPainter recorder(&picture);
    recorder.setMode(QCPPainter::pmVectorized);
    plot.toPainter(&recorder, static_cast<int>(area.width()), static_cast<int>(area.height()));
    recorder.end();
    painter.drawPicture(area.topLeft(), picture);
}

}  // namespace interleave::ui
