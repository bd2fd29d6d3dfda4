// What the window does when it is told: dialogs, keys, and the threads between its parts and the model.
#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>

#include "ui/exporting/thumbnails.hpp"
#include "ui/gallery/gallery_panel.hpp"
#include "ui/live/guide.hpp"
#include "ui/live/course.hpp"
#include "ui/narration/narration_panel.hpp"
#include "ui/repeat/repeat_dialog.hpp"
#include "ui/shell/about_box.hpp"
#include "ui/shell/actions.hpp"
#include "ui/shell/error_bar.hpp"
#include "ui/shell/lesson_actions.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/panel_docks.hpp"
#include "ui/shell/presentation.hpp"
#include "ui/shell/shortcut_sheet.hpp"
#include "ui/shell/status_line.hpp"
#include "ui/stepping/moves_panel.hpp"
#include "ui/timeline/timeline_panel.hpp"

namespace interleave::ui {

void MainWindow::connectModel() {
    connect(&m_model, &Model::failed, m_errors, &ErrorBar::say);
    connect(&m_model, &Model::traceReplaced, m_errors, [this] { m_errors->say({}); });
    connect(&m_model, &Model::scenarioChanged, this, [this] {
        const Scenario* scenario = m_model.scenario();
        m_gallery->setCurrent(scenario == nullptr ? QString() : QString::fromStdString(scenario->id));
    });
    connect(&m_model, &Model::finishedChanged, this, [this] {
        if (m_model.finished().empty()) return;
        const Store& run = *m_model.finished().back();
        if (keepThumbnails(run)) m_gallery->showNewPicture(QString::fromStdString(run.facts().scenario));
    });
    connect(m_gallery, &GalleryPanel::left, this, [this] { m_timeline->plot().setFocus(); });
    connect(m_gallery, &GalleryPanel::chosen, this, [this](const QString& id) {
        chooseScenario(id);
        m_timeline->plot().setFocus();  // the next keys are meant for the run
    });
    auto* narration = static_cast<NarrationPanel*>(m_panels->panelOf(PanelKind::narration));
    connect(narration, &NarrationPanel::scenarioRequested, this, &MainWindow::chooseScenario);
}

void MainWindow::connectActions() {
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::openTrace);
    connect(m_actions->save, &QAction::triggered, this, &MainWindow::saveTrace);
    connect(m_actions->exportPicture, &QAction::triggered, this, &MainWindow::exportPicture);
    connect(m_actions->exportData, &QAction::triggered, this, &MainWindow::exportData);
    connect(m_actions->copyPicture, &QAction::triggered, this, &MainWindow::copyPicture);
    connect(m_actions->markMoment, &QAction::triggered, this, &MainWindow::markMoment);
    connect(&m_model, &Model::traceReplaced, this, [this] { m_marked.clear(); });
    connect(m_actions->repeat, &QAction::triggered, this, &MainWindow::repeatRuns);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_timeline, &TimelinePanel::playOrPauseRequested, m_actions->pause, &QAction::trigger);
    connect(&m_timeline->plot(), &TimelinePlot::laneClicked, this, [this](const Selection& lane) {
        if (lane.lane == LaneKind::actor && m_model.store().facts().pace == Pace::step) m_model.move({lane.id});
    });
    connect(m_timeline, &TimelinePanel::copyPictureRequested, m_actions->copyPicture, &QAction::trigger);
    connect(m_timeline, &TimelinePanel::exportRequested, m_actions->exportPicture, &QAction::trigger);
    connect(m_actions->shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectChrome() {
    connect(m_actions->search, &QAction::triggered, this, [this] {
        m_galleryToggle->setChecked(true);
        m_gallery->focusSearch();
    });
    connect(m_actions->menuBar, &QAction::toggled, m_menus->bar(), &QWidget::setVisible);
    connect(m_actions->fullScreen, &QAction::toggled, this, [this](bool full) {
        setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    connect(m_actions->present, &QAction::triggered, m_presentation, &Presentation::begin);
    connect(m_menus, &Menus::themeChosen, this, &MainWindow::setThemeChoice);
    connect(m_menus, &Menus::languageChosen, this, [](Language language) { speak(language); });
}

void MainWindow::connectLessons() {
    m_lessons->serve(*m_gallery);
    m_menus->addLessons(m_lessons->menu(), {m_lessons->previous, m_lessons->next, m_lessons->favourite});
    connect(m_course, &Course::failed, m_errors, &ErrorBar::say);
    auto* narration = static_cast<NarrationPanel*>(m_panels->panelOf(PanelKind::narration));
    connect(narration, &NarrationPanel::wayOnRequested, m_course, &Course::goNext);
    connect(m_lessons->next, &QAction::changed, narration, [this, narration] {
        const auto next = m_course->next();
        narration->setWayOn(next ? next->id : QString(), m_lessons->next->toolTip());
    });
    connect(m_lessons, &LessonActions::written, this, [this](const QString& path) {
        m_errors->say({});
        m_status->showMessage(tr("Written: %1").arg(path), 6000);
    });
    connect(&m_model, &Model::liveChanged, this, [this] {
        if (m_model.isLive() && m_model.scenario() != nullptr)
            m_gallery->noteRun(QString::fromStdString(m_model.scenario()->id));
    });
}

// Beside the window, so that a run that is opened from it is seen at once.
void MainWindow::repeatRuns() {
    auto request = checkedRequest(m_model.request());
    if (!request) return m_errors->say(QString::fromStdString(request.error().what));
    auto* dialog = new RepeatDialog(*request, *m_theme, this);
    connect(dialog, &RepeatDialog::about, this, [this](bool running) {
        if (running) m_model.stop();  // two runs at once would not be what either alone is
    });
    connect(dialog, &RepeatDialog::openRequested, &m_model, &Model::openFile);
    dialog->show();
}

void MainWindow::showShortcuts() { ShortcutSheet(actions(), *m_theme, this).exec(); }

void MainWindow::showAbout() { AboutBox(*m_theme, this).exec(); }

// A step back and on; before the run, a choice. False where the lesson has no use for the key.
bool MainWindow::pressGuideKey(int key) {
    if (!m_guide->hasLesson() || !m_guideToggle->isChecked()) return false;
    const bool chooses = m_guide->phase() == Guide::Phase::before && key >= Qt::Key_1 && key <= Qt::Key_3;
    if (key == Qt::Key_PageUp) m_guide->previous();
    else if (key == Qt::Key_PageDown) m_guide->next();
    else if (chooses) m_guide->choose(key - Qt::Key_1);
    else return false;
    return true;
}

// Keys that nobody above has used belong to the timeline, wherever the focus is.
void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_actions->fullScreen->isChecked()) {
        m_actions->fullScreen->setChecked(false);
        return;
    }
    // A key that is held down goes on once, and one that a line of text has no use for is not meant.
    const bool isMeant = event->modifiers() == Qt::NoModifier && !event->isAutoRepeat() &&
                         qobject_cast<QLineEdit*>(QApplication::focusWidget()) == nullptr;
    if (isMeant && pressGuideKey(event->key())) return;
    if (event->modifiers() == Qt::NoModifier && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) {
        if (const auto actor = MovesPanel::actorOfKey(m_model.store(), event->key() - Qt::Key_0)) m_model.move(*actor);
        return;
    }
    if (m_timeline->pressKey(event->key(), event->modifiers(), event->nativeScanCode(), event->isAutoRepeat())) return;
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls()) {
        if (!url.isLocalFile()) continue;
        openFile(url.toLocalFile());
        return;
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_presentation->end();
    if (!m_lessons->mayBeLost()) return event->ignore();
    savePlaces();
    m_model.stop();
    QMainWindow::closeEvent(event);
}

}  // namespace interleave::ui
