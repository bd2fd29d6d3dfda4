// A number over another, a line for each way: lines are told apart by colour,
// by dashes and by the shape of their points.
#pragma once

#include <vector>

#include <qcustomplot.h>

#include "ui/scheduling/curve.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

class ResultCurve : public QCustomPlot {
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 4;  // lines

    explicit ResultCurve(QWidget* parent = nullptr);

    void show(const ComparedCurve& curve);
    void setLook(const Theme& theme, int textPixels);

private:
    void redraw();

    std::vector<QCPGraph*> m_lines;
};

// The same into a picture.
void paintCurve(QPainter& painter, const QRectF& area, const ComparedCurve& curve, const Theme& theme, int textPixels);

}  // namespace interleave::ui
