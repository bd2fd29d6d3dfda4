// One parameter: its label, and what suits its type: slider and field for a number, a box for yes or no, a list for
// a choice, a line for a text, with a table behind it where the text is a list of jobs; for a folder the system's
// dialog. A number that is typed is held within its range; a text that makes no sense is marked,
// and the reason told by its hint.
#pragma once

#include <QWidget>

#include "core/scenario/scenario.hpp"

class QAbstractSpinBox;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSlider;
class QSpinBox;
class QToolButton;

namespace interleave::ui {

class ParameterRow : public QWidget {
    Q_OBJECT

public:
    ParameterRow(const Param& param, const QString& label, QWidget* parent = nullptr);

    const std::string& name() const { return m_param.name; }
    QString value() const;
    // Emits nothing.
    void setValue(const QString& value);
    // Without a slider, which needs a line of its own.
    void setLow(bool low);

signals:
    void changed();

private:
    void buildNumber(const QString& label);
    void buildBoolean(const QString& label);
    void buildChoice(const QString& label);
    void buildText(const QString& label);
    QToolButton* jobsButton();
    QToolButton* folderButton();
    void editJobs();
    void chooseFolder();
    void checkText();
    QString range() const;

    Param m_param;
    QSpinBox* m_integer = nullptr;
    QDoubleSpinBox* m_real = nullptr;
    QSlider* m_slider = nullptr;
    QCheckBox* m_check = nullptr;
    QComboBox* m_choice = nullptr;
    QLineEdit* m_line = nullptr;
};

}  // namespace interleave::ui
