// Traces opened and saved, pictures and data written: where to is asked, what went wrong is said in the error bar.
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>

#include "core/scenario/lesson_list.hpp"
#include "ui/exporting/clipboard.hpp"
#include "ui/exporting/export_dialog.hpp"
#include "ui/exporting/export_run.hpp"
#include "ui/exporting/save_place.hpp"
#include "ui/exporting/store_copy.hpp"
#include "ui/live/duration_text.hpp"
#include "ui/shell/centre_pages.hpp"
#include "ui/shell/error_bar.hpp"
#include "ui/shell/lesson_actions.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/status_line.hpp"

namespace interleave::ui {

namespace {

constexpr int kShownFor = 6000;  // ms

}  // namespace

QString MainWindow::lastFolder() const {
    const QString home = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QSettings().value("folder", home).toString();
}

void MainWindow::rememberFolder(const QString& path) {
    QSettings().setValue("folder", QFileInfo(path).absolutePath());
}

void MainWindow::openTrace() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a trace or a lesson"), lastFolder(),
                                                      tr("Traces and lessons (*.ilv *.lesson);;All files (*)"));
    if (path.isEmpty()) return;
    rememberFolder(path);
    openFile(path);
}

void MainWindow::openFile(const QString& path) {
    isLessonFile(path.toStdString()) ? m_lessons->open(path) : m_model.openFile(path);
}

QString MainWindow::suggestedPath(const QString& ending) const {
    QString name = QString::fromStdString(m_model.store().facts().scenario);
    if (name.isEmpty()) name = QStringLiteral("trace");
    name.replace('/', '-');
    return lastFolder() + '/' + name + ending;
}

void MainWindow::saveTrace() {
    const QString path =
        askWhereToSave(this, tr("Save the trace"), suggestedPath(".ilv"), tr("Interleave traces (*.ilv)"));
    if (path.isEmpty()) return;
    rememberFolder(path);
    m_errors->say({});
    m_model.saveFile(path);
    if (m_errors->sentence().isEmpty()) m_status->showMessage(tr("Written: %1").arg(path), kShownFor);
}

void MainWindow::exportPicture() {
    // A run that goes on would change under the picture, and be replaced by the next one that is compared.
    std::unique_ptr<Store> asItIsNow;
    if (m_model.isLive()) {
        auto copy = storeCopy(m_model.store());
        if (!copy) return m_errors->say(QString::fromStdString(copy.error().what));
        asItIsNow = std::move(*copy);
    }
    ExportDialog dialog(asItIsNow ? *asItIsNow : m_model.store(), m_model.view(), *m_theme, this);
    if (const auto runs = m_pages->compared(); runs.size() >= 2)
        dialog.offerComparison(runs, m_pages->showsComparison());
    dialog.offerMarked(m_marked);
    dialog.exec();
    if (!dialog.writtenPath().isEmpty()) m_status->showMessage(tr("Written: %1").arg(dialog.writtenPath()), kShownFor);
}

void MainWindow::copyPicture() {
    if (auto copied = copyTimelineToClipboard(m_model.store(), m_model.view(), *m_theme); !copied) {
        m_errors->say(QString::fromStdString(copied.error().what));
        return;
    }
    m_status->showMessage(tr("The timeline is on the clipboard as a picture."), kShownFor);
}

void MainWindow::markMoment() {
    if (m_model.store().actors().empty()) return;
    m_marked.push_back(m_model.view().cursor());
    m_status->showMessage(tr("Marked for a strip: %1 (%2 in all)").arg(timeText(m_marked.back())).arg(m_marked.size()),
                          kShownFor);
}

void MainWindow::exportData() {
    const QString csv = tr("Intervals as CSV (*.csv)");
    const QString chrome = tr("Chrome trace for Perfetto (*.json)");
    const QString path = askWhereToSave(this, tr("Export data"), suggestedPath(".csv"), csv + ";;" + chrome);
    if (path.isEmpty()) return;
    rememberFolder(path);
    if (auto written = exportRun(m_model.store(), path.toStdString(), {}); !written) {
        m_errors->say(QString::fromStdString(written.error().what));
        return;
    }
    m_status->showMessage(tr("Written: %1").arg(path), kShownFor);
}

}  // namespace interleave::ui
