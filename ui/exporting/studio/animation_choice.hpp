// How a GIF is to move: what, how long, how smoothly, and whether it begins again.
#pragma once

#include <QWidget>

#include "ui/exporting/export_options.hpp"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;

namespace interleave::ui {

class AnimationChoice : public QWidget {
    Q_OBJECT

public:
    explicit AnimationChoice(QWidget* parent = nullptr);

    AnimationOptions animation() const;
    void setAnimation(const AnimationOptions& animation);

signals:
    void changed();

private:
    QComboBox* m_motion = nullptr;
    QDoubleSpinBox *m_seconds = nullptr, *m_framesPerSecond = nullptr;
    QCheckBox* m_loops = nullptr;
};

}  // namespace interleave::ui
