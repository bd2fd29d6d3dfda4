// The window's comforts: it follows the desktop's theme, shows newcomers around,
// and what it put elsewhere it puts back.
#include <QAction>
#include <QSplitter>

#include <utility>

#include "ui/desktop/system_theme.hpp"
#include "ui/gallery/gallery_panel.hpp"
#include "ui/shell/actions.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/panel_docks.hpp"
#include "ui/shell/tour.hpp"
#include "ui/states/states_panel.hpp"
#include "ui/timeline/timeline_panel.hpp"

namespace interleave::ui {

void MainWindow::connectComfort() {
    connect(m_system, &SystemTheme::changed, this, [this] {
        if (m_choice == ThemeChoice::system) setThemeChoice(m_choice);
    });
    connect(m_actions->resetPanels, &QAction::triggered, this, &MainWindow::resetPanels);
    connect(m_actions->undoReset, &QAction::triggered, this, &MainWindow::undoReset);
    connect(m_actions->animations, &QAction::toggled, this, [this](bool on) {
        static_cast<StatesPanel*>(m_panels->panelOf(PanelKind::states))->setAnimated(on);
        m_desk->setAnimated(on);
        m_tour->setAnimated(on);
    });
    connect(m_actions->tour, &QAction::triggered, this, &MainWindow::showTour);
    connect(m_tour, &Tour::ended, this, [this] { m_timeline->plot().setFocus(); });
}

void MainWindow::welcome() {
    m_system->listenToSession();
    // Once the panels stand where they will.
    if (Tour::isDue()) QMetaObject::invokeMethod(this, &MainWindow::showTour, Qt::QueuedConnection);
}

void MainWindow::showTour() {
    m_galleryToggle->setChecked(true);
    m_tour->setRunKey(m_actions->run->shortcut().toString(QKeySequence::NativeText));
    m_tour->begin();
}

MainWindow::Places MainWindow::places() const {
    return {m_panels->arrangement(), m_split->saveState(), m_galleryToggle->isChecked(), m_guideToggle->isChecked()};
}

void MainWindow::resetPanels() {
    m_placesBefore = places();
    m_actions->undoReset->setEnabled(true);
    arrangePanels();
}

// Once more undoes that.
void MainWindow::undoReset() {
    if (!m_placesBefore) return;
    const Places back = std::exchange(*m_placesBefore, places());
    m_panels->putBack(back.panels);
    m_split->restoreState(back.split);
    m_galleryToggle->setChecked(back.gallery);
    m_guideToggle->setChecked(back.guide);
}

}  // namespace interleave::ui
