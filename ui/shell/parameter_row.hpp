// One parameter: its label, and what suits its type: slider and field for a number, a box for yes or no, a list for
// a choice. A number that is typed is held within its range.
#pragma once

#include <QWidget>

#include "core/scenario/scenario.hpp"

class QAbstractSpinBox;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;
class QSpinBox;

namespace interleave::ui {

class ParameterRow : public QWidget {
    Q_OBJECT

public:
    ParameterRow(const Param& param, const QString& label, QWidget* parent = nullptr);

    const std::string& name() const { return m_param.name; }
    QString value() const;
    // Emits nothing.
    void setValue(const QString& value);

signals:
    void changed();

private:
    void buildNumber(const QString& label);
    void buildBoolean(const QString& label);
    void buildChoice(const QString& label);
    QString range() const;

    Param m_param;
    QSpinBox* m_integer = nullptr;
    QDoubleSpinBox* m_real = nullptr;
    QSlider* m_slider = nullptr;
    QCheckBox* m_check = nullptr;
    QComboBox* m_choice = nullptr;
};

}  // namespace interleave::ui
