// The table of jobs: add, delete, made up by seed, pasted from a spreadsheet.
// What makes no sense is said below the table, and cannot be accepted.
#pragma once

#include <QDialog>

#include "core/sched/job.hpp"

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace interleave::ui {

class JobsDialog : public QDialog {
    Q_OBJECT

public:
    explicit JobsDialog(const QString& jobs, QWidget* parent = nullptr);

    // As parseJobs reads it.
    QString jobs() const { return m_text; }
    // Rows of tab-separated text in the place of the selected one, or at the end.
    void paste(const QString& text);
    void makeUp(int count, int seed);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildTable();
    QWidget* buildTools();
    void show(const std::vector<Job>& jobs);
    void setRow(int row, const QStringList& cells);
    QStringList cellsAt(int row) const;
    void addJob();
    void deleteJobs();
    void check();

    QTableWidget* m_table = nullptr;
    QSpinBox* m_count = nullptr;
    QSpinBox* m_seed = nullptr;
    QLabel* m_complaint = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    QString m_text;
};

}  // namespace interleave::ui
