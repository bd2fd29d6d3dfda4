// Which moments a strip is to have, and how many stand side by side.
#pragma once

#include <QWidget>

#include "ui/exporting/export_options.hpp"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace interleave::ui {

class StripChoice : public QWidget {
    Q_OBJECT

public:
    explicit StripChoice(QWidget* parent = nullptr);

    StripMoments moments() const;
    void setMoments(const StripMoments& moments);
    // What is wrong with the times that were typed; empty where nothing is.
    QString objection() const;
    // Moments that a person marked; chosen at once.
    void offerMarked(const std::vector<Duration>& since);

signals:
    void changed();

private:
    void refresh();

    QComboBox *m_choice = nullptr, *m_columns = nullptr;
    QSpinBox* m_count = nullptr;
    QLineEdit* m_times = nullptr;
};

}  // namespace interleave::ui
