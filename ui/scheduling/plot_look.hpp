// What all plots of numbers look like: the theme's colours and fonts on axes, grid and legend.
#pragma once

#include <qcustomplot.h>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

// Once, as the plot is made: the legend in a line of its own above it.
void putLegendAbove(QCustomPlot& plot);
void setPlotLook(QCustomPlot& plot, const Theme& theme, int textPixels);

}  // namespace interleave::ui
