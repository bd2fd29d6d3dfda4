// The choices for a picture: format, what, size, scale, theme, language, caption; of a strip its moments, of a GIF its
// motion. Remembered from one time to the next.
#pragma once

#include <QWidget>

#include <optional>

#include "ui/exporting/export_options.hpp"
#include "ui/shell/language.hpp"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace interleave::ui {

class AnimationChoice;
class StripChoice;

class ExportForm : public QWidget {
    Q_OBJECT

public:
    // `theme` is offered at first; what was chosen the last time goes before it.
    explicit ExportForm(ThemeName theme, QWidget* parent = nullptr);

    ExportFormat format() const;
    PictureOptions options() const;
    // The whole run, else the part and the moment that the window shows.
    bool wholeRun() const;
    // None: the window's.
    std::optional<Language> language() const;
    // What cannot be, in a sentence; empty where everything can.
    QString objection() const;
    void remember() const;
    StripChoice& strip() { return *m_strip; }

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
    void arrange();
    void takePreset(int index);
    void showPreset();
    void showResult();
    void refresh();

    QComboBox *m_format = nullptr, *m_subject = nullptr, *m_part = nullptr, *m_preset = nullptr, *m_theme = nullptr,
              *m_language = nullptr;
    QSpinBox *m_width = nullptr, *m_height = nullptr;
    QDoubleSpinBox* m_scale = nullptr;
    QCheckBox* m_caption = nullptr;
    QLabel* m_result = nullptr;
    QWidget* m_sizes = nullptr;        // width and height
    StripChoice* m_strip = nullptr;
    AnimationChoice* m_animation = nullptr;
    std::optional<Paper> m_paper;      // of the preset that was taken
};

}  // namespace interleave::ui
