// What this scenario can be given: a row for each of its parameters, the seed, and the button that runs it again.
// What is set here holds from the next run on.
#pragma once

#include <QWidget>

#include <vector>

#include "ui/live/model.hpp"
#include "ui/theme/theme.hpp"

class QGridLayout;
class QLabel;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace interleave::ui {

class Actions;
class ParameterRow;

class ParameterForm : public QWidget {
    Q_OBJECT

public:
    ParameterForm(Model& model, Actions& actions, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    // On a low desk numbers have no slider, so that the gallery above keeps its room.
    void setLow(bool low);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildSeed(QVBoxLayout* column);
    // Rows anew, for another scenario or language.
    void fill();
    // Values anew, for another request.
    void refresh();
    void set(const std::string& param, const QString& value);
    // Whether what is set differs from what the trace on the screen was run with.
    bool differsFromShown() const;

    Model& m_model;
    Actions& m_actions;
    QLabel* m_heading = nullptr;
    QToolButton* m_defaults = nullptr;
    QVBoxLayout* m_rows = nullptr;
    std::vector<ParameterRow*> m_params;
    bool m_low = false;
    QLabel* m_seedLabel = nullptr;
    QSpinBox* m_seed = nullptr;
    QToolButton* m_again = nullptr;
};

}  // namespace interleave::ui
