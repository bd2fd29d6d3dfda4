// The caption at the foot of a picture, with the line above it. Values only; paints as often as wanted.
#pragma once

#include <QSizeF>

#include "ui/exporting/caption_painter.hpp"

namespace interleave::ui {

class CaptionFoot {
public:
    // Of a picture of `size`; without `shown` it takes no room and paints nothing.
    CaptionFoot(QStringList parts, QSizeF size, bool shown);

    double height() const;
    void paint(QPainter& painter, const Theme& theme) const;

private:
    QSizeF m_size;
    bool m_shown;
    double m_scale;
    CaptionPainter m_caption;
};

}  // namespace interleave::ui
