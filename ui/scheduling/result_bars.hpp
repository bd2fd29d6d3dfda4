// Bars of numbers in groups: one group for each run or job, one bar in it for each number. Colour and pattern tell the
// numbers apart.
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <vector>

#include <qcustomplot.h>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

class ResultBars : public QCustomPlot {
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 3;  // numbers in a group

    explicit ResultBars(QWidget* parent = nullptr);

    struct Number {
        QString label;
        std::vector<double> values;  // by group
    };
    // `groups` are named below the axis; too many to be read are not.
    void show(const QStringList& groups, const std::vector<Number>& numbers, const QString& unit, bool powersOfTen);
    void setLook(const Theme& theme, int textPixels);

private:
    void redraw();

    QCPBarsGroup* m_group = nullptr;
    std::vector<QCPBars*> m_bars;
};

}  // namespace interleave::ui
