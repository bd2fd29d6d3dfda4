#include "ui/shell/menus.hpp"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include "ui/shell/actions.hpp"

namespace interleave::ui {

Menus::Menus(Actions& actions, QWidget* window) : QObject(window), m_actions(actions), m_window(window) {
    m_bar = new QMenuBar(window);
    m_main = new QMenu(window);
    m_export = new QMenu(window);
    buildFile();
    buildRun();
    buildNavigate();
    buildView();
    buildHelp();
    for (QMenu* each : {m_file, m_run, m_navigate, m_view, m_help}) {
        m_bar->addMenu(each);
        m_main->addMenu(each);
    }
    m_main->addSeparator();
    m_main->addAction(m_actions.quit);
    m_export->addActions({m_actions.exportPicture, m_actions.copyPicture, m_actions.exportData});
    m_export->addSeparator();
    m_export->addAction(m_actions.save);
    retranslate();
}

QMenu* Menus::menu() {
    auto* made = new QMenu(m_window);
    made->setToolTipsVisible(true);
    return made;
}

void Menus::buildFile() {
    m_file = menu();
    m_file->addActions({m_actions.open, m_actions.save});
    m_file->addSeparator();
    m_file->addActions({m_actions.exportPicture, m_actions.copyPicture, m_actions.exportData});
    m_file->addAction(m_actions.markMoment);
    m_file->addSeparator();
    m_file->addAction(m_actions.quit);
}

void Menus::buildRun() {
    m_run = menu();
    m_run->addActions({m_actions.run, m_actions.pause, m_actions.step, m_actions.stop});
    m_run->addSeparator();
    m_run->addActions({m_actions.repeat, m_actions.newSeed});
}

void Menus::buildNavigate() {
    m_navigate = menu();
    m_navigate->addActions({m_actions.toStart, m_actions.back, m_actions.forward, m_actions.toEnd, m_actions.follow});
    m_navigate->addSeparator();
    m_navigate->addActions({m_actions.fit, m_actions.zoomIn, m_actions.zoomOut, m_actions.undo});
    m_navigate->addSeparator();
    m_navigate->addAction(m_actions.search);
}

void Menus::buildView() {
    m_view = menu();
    m_panelsEnd = m_view->addSeparator();
    m_view->addAction(m_actions.resetPanels);
    m_view->addAction(m_actions.undoReset);
    m_view->addSeparator();
    m_theme = m_view->addMenu(QString());
    m_themes = new QActionGroup(this);
    for (const ThemeChoice choice : {ThemeChoice::system, ThemeChoice::light, ThemeChoice::dark}) {
        QAction* action = m_theme->addAction(QString());
        action->setCheckable(true);
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { emit themeChosen(choice); });
    }
    m_language = m_view->addMenu(QString());
    m_languages = new QActionGroup(this);
    for (const Language language : {Language::english, Language::chinese}) {
        // Each in its own words, so that whoever cannot read the other finds it.
        QAction* action = m_language->addAction(language == Language::chinese ? QString::fromUtf8("简体中文")
                                                                              : QStringLiteral("English"));
        action->setCheckable(true);
        m_languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] { emit languageChosen(language); });
    }
    m_view->addSeparator();
    m_view->addActions({m_actions.menuBar, m_actions.fullScreen});
    m_view->addAction(m_actions.present);
    m_view->addAction(m_actions.animations);
}

void Menus::buildHelp() {
    m_help = menu();
    m_help->addAction(m_actions.tour);
    m_help->addActions({m_actions.shortcuts, m_actions.about});
}

void Menus::setPanels(const std::vector<QAction*>& toggles) {
    for (QAction* toggle : toggles) m_view->insertAction(m_panelsEnd, toggle);
}

void Menus::addLessons(QMenu* lesson, const QList<QAction*>& steps) {
    m_file->insertMenu(m_actions.exportPicture, lesson);
    m_file->insertSeparator(m_actions.exportPicture);
    m_navigate->addActions(steps);
}

void Menus::setThemeChoice(ThemeChoice choice) {
    m_themes->actions().at(static_cast<int>(choice))->setChecked(true);
}

void Menus::retranslate() {
    m_file->setTitle(tr("&File"));
    m_run->setTitle(tr("&Run"));
    m_navigate->setTitle(tr("&Navigate"));
    m_view->setTitle(tr("&View"));
    m_help->setTitle(tr("&Help"));
    m_theme->setTitle(tr("&Theme"));
    m_language->setTitle(tr("&Language"));
    m_themes->actions().at(0)->setText(tr("As the &system"));
    m_themes->actions().at(1)->setText(tr("&Light"));
    m_themes->actions().at(2)->setText(tr("&Dark"));
    m_languages->actions().at(static_cast<int>(spoken()))->setChecked(true);
}

}  // namespace interleave::ui
