// Where the caption's parts stand under a picture.
#pragma once

#include <QPainter>
#include <QPointF>
#include <QStringList>

#include <functional>
#include <vector>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

// How many parts stand in each line of at most `width`, broken between parts only; a part too wide stands alone.
// `widths` are those of the parts, `between` lies between two. Pure.
std::vector<std::size_t> breakCaption(const std::vector<double>& widths, double between, double width);

// The first part, the title, stands out from the others.
class CaptionPainter {
public:
    CaptionPainter(QStringList parts, double width, double scale);

    double height() const;  // of all lines
    void paint(QPainter& painter, QPointF topLeft, const Theme& theme) const;

private:
    QFont fontOf(std::size_t part) const;
    double widthOf(std::size_t part) const;
    double lineHeight() const;

    QStringList m_parts;
    double m_scale;
    std::vector<std::size_t> m_lines;
};

}  // namespace interleave::ui
