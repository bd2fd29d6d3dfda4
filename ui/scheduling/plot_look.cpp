#include "ui/scheduling/plot_look.hpp"

namespace interleave::ui {

void putLegendAbove(QCustomPlot& plot) {
    plot.legend->setVisible(true);
    plot.legend->setFillOrder(QCPLegend::foColumnsFirst);
    auto* above = new QCPLayoutGrid;
    plot.plotLayout()->insertRow(0);
    plot.plotLayout()->addElement(0, 0, above);
    above->addElement(0, 0, plot.legend);
    plot.plotLayout()->setRowStretchFactor(0, 0.001);
    plot.axisRect()->setMinimumMargins(QMargins(0, 4, 4, 0));
}

void setPlotLook(QCustomPlot& plot, const Theme& theme, int textPixels) {
    const QFont font = textFont(textPixels);
    plot.setBackground(QBrush(theme.panel));
    plot.legend->setFont(font);
    plot.legend->setTextColor(theme.ink);
    plot.legend->setBrush(Qt::NoBrush);
    plot.legend->setBorderPen(Qt::NoPen);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setTickLabelFont(font);
        axis->setLabelFont(font);
        axis->setTickLabelColor(theme.muted);
        axis->setLabelColor(theme.muted);
        axis->setBasePen(QPen(theme.hairline));
        axis->setTickPen(QPen(theme.hairline));
        axis->setSubTickPen(Qt::NoPen);
    }
    plot.yAxis->grid()->setPen(QPen(theme.hairline, 1));
    plot.yAxis->grid()->setZeroLinePen(QPen(theme.hairline, 1));
}

}  // namespace interleave::ui
