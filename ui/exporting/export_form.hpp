// The choices for a picture: format, what, size, scale, theme, caption. Remembered from one time to the next.
#pragma once

#include <QWidget>

#include "ui/exporting/export_options.hpp"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace interleave::ui {

class ExportForm : public QWidget {
    Q_OBJECT

public:
    // `theme` is offered at first; what was chosen the last time goes before it.
    explicit ExportForm(ThemeName theme, QWidget* parent = nullptr);

    ExportFormat format() const;
    PictureOptions options() const;
    // The whole run, else the part and the moment that the window shows.
    bool wholeRun() const;
    void remember() const;

    // Offers a picture of runs side by side, too; `now`: as the first choice.
    void offerComparison(bool now);
    void setFormat(ExportFormat format);
    void setOptions(const PictureOptions& options);

signals:
    void changed();

private:
    void buildForm();
    void connectForm();
    void recall(ThemeName theme);
    void takePreset(int index);
    void refresh();

    QComboBox *m_format = nullptr, *m_subject = nullptr, *m_part = nullptr, *m_preset = nullptr, *m_theme = nullptr;
    QSpinBox *m_width = nullptr, *m_height = nullptr;
    QDoubleSpinBox* m_scale = nullptr;
    QCheckBox* m_caption = nullptr;
    QLabel* m_result = nullptr;
};

}  // namespace interleave::ui
