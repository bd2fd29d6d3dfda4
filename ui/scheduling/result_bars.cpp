#include "ui/scheduling/result_bars.hpp"

#include <algorithm>
#include <cmath>

#include "ui/scheduling/plot_look.hpp"

namespace interleave::ui {
namespace {

constexpr double kGroup = 0.8;       // of the room of one group
constexpr qsizetype kMostNamed = 24;
constexpr double kHeadroom = 1.08;

}  // namespace

ResultBars::ResultBars(QWidget* parent) : QCustomPlot(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_group = new QCPBarsGroup(this);
    m_group->setSpacingType(QCPBarsGroup::stAbsolute);
    m_group->setSpacing(1);
    for (std::size_t i = 0; i < kMost; ++i) {
        m_bars.push_back(new QCPBars(xAxis, yAxis));
        m_bars.back()->setBarsGroup(m_group);
    }
    putLegendAbove(*this);
    xAxis->grid()->setVisible(false);
}

void ResultBars::show(const QStringList& groups, const std::vector<Number>& numbers, const QString& unit,
                      bool powersOfTen) {
    QVector<double> keys;
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    for (qsizetype i = 0; i < groups.size(); ++i) {
        keys << static_cast<double>(i);
        if (groups.size() <= kMostNamed) names->addTick(static_cast<double>(i), groups[i]);
    }
    double highest = 0;
    double lowest = 0;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const bool used = i < numbers.size();
        m_bars[i]->setVisible(used);
        m_bars[i]->setBarsGroup(used ? m_group : nullptr);  // one that is not shown must take no room
        m_bars[i]->setWidth(kGroup / static_cast<double>(std::max<std::size_t>(numbers.size(), 2)));
        used ? m_bars[i]->addToLegend() : m_bars[i]->removeFromLegend();
        if (!used) continue;
        m_bars[i]->setName(numbers[i].label);
        m_bars[i]->setData(keys, QVector<double>(numbers[i].values.begin(), numbers[i].values.end()), true);
        for (const double value : numbers[i].values) {
            highest = std::max(highest, value);
            if (value > 0) lowest = lowest == 0 ? value : std::min(lowest, value);
        }
    }
    xAxis->setTicker(names);
    xAxis->setRange(-0.6, static_cast<double>(groups.size()) - 0.4);
    yAxis->setLabel(unit);
    yAxis->setScaleType(powersOfTen ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (powersOfTen) {
        yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        const double base = std::pow(10, std::floor(std::log10(lowest)));
        for (QCPBars* bars : m_bars) bars->setBaseValue(base);
        yAxis->setRange(base, std::pow(10, std::ceil(std::log10(highest))));
    } else {
        yAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        for (QCPBars* bars : m_bars) bars->setBaseValue(0);
        yAxis->setRange(0, highest > 0 ? highest * kHeadroom : 1);
    }
    redraw();
}

void ResultBars::setLook(const Theme& theme, int textPixels) {
    const QColor colours[kMost] = {theme.state(StateClass::ready), theme.accent, theme.state(StateClass::running)};
    constexpr Qt::BrushStyle kPatterns[kMost] = {Qt::BDiagPattern, Qt::SolidPattern, Qt::Dense4Pattern};
    for (std::size_t i = 0; i < kMost; ++i) {
        m_bars[i]->setPen(QPen(colours[i], 1));
        m_bars[i]->setBrush(QBrush(colours[i], kPatterns[i]));
    }
    setPlotLook(*this, theme, textPixels);
    redraw();
}

// A plot without room has nothing to paint on.
void ResultBars::redraw() {
    if (isVisible() && !size().isEmpty()) replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace interleave::ui
