// The menus, with every action in them: as a menu bar and behind the menu button, from the same actions.
#pragma once

#include <QObject>

#include <vector>

#include "ui/live/model.hpp"
#include "ui/shell/language.hpp"

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;
class QWidget;

namespace interleave::ui {

class Actions;

enum class ThemeChoice { system, light, dark };

class Menus : public QObject {
    Q_OBJECT

public:
    Menus(Actions& actions, QWidget* window);

    // The panels' own actions, at the head of the View menu.
    void setPanels(const std::vector<QAction*>& toggles);
    // The lesson's menu among those of files, and the way through the scenarios where one navigates.
    void addLessons(QMenu* lesson, const QList<QAction*>& steps);
    void setThemeChoice(ThemeChoice choice);

    QMenu* main() { return m_main; }
    QMenu* exporting() { return m_export; }
    QMenuBar* bar() { return m_bar; }

    void retranslate();

signals:
    void themeChosen(ThemeChoice choice);
    void languageChosen(Language language);

private:
    QMenu* menu();
    void buildFile();
    void buildRun();
    void buildNavigate();
    void buildView();
    void buildHelp();

    Actions& m_actions;
    QWidget* m_window;
    QMenuBar* m_bar = nullptr;
    QMenu *m_main = nullptr, *m_export = nullptr;
    QMenu *m_file = nullptr, *m_run = nullptr, *m_navigate = nullptr, *m_view = nullptr, *m_help = nullptr;
    QMenu *m_theme = nullptr, *m_language = nullptr;
    QAction *m_panelsEnd = nullptr;
    QActionGroup *m_themes = nullptr, *m_languages = nullptr;
};

}  // namespace interleave::ui
