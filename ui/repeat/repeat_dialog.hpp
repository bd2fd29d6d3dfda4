// "Run many times": how often, at which pace and how fast; then a histogram of what came out, by pace, and any of the
// runs to be opened. Stays beside the window.
#pragma once

#include <QDialog>

#include "ui/repeat/repeated_runs.hpp"
#include "ui/theme/theme.hpp"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace interleave::ui {

class RepeatDialog : public QDialog {
    Q_OBJECT

public:
    // `request` is what the window would run; its scenario must be one run.
    RepeatDialog(const RunRequest& request, const Theme& theme, QWidget* parent = nullptr);

    RepeatedRuns& runs() { return *m_runs; }
    void setTimes(int times);
    QTreeWidget& tree() { return *m_tree; }

public slots:
    void startOrCancel();

signals:
    void about(bool running);                  // another run in the window would disturb these, and the other way round
    void openRequested(const QString& path);   // a person wants to see that run

private:
    void buildChoices();
    void buildTree();
    void refresh();
    void fillTree();
    void addSeries(const RepeatedRuns::Series& series, QTreeWidgetItem* under);
    QString outcomeText(const Outcome& outcome) const;
    void open(QTreeWidgetItem* item);

    RunRequest m_request;
    const Theme& m_theme;
    RepeatedRuns* m_runs = nullptr;
    QSpinBox* m_times = nullptr;
    QComboBox* m_pace = nullptr;
    QDoubleSpinBox* m_tempo = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_summary = nullptr;
    QTreeWidget* m_tree = nullptr;
    QPushButton* m_start = nullptr;
};

}  // namespace interleave::ui
