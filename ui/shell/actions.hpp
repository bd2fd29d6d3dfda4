// Everything that a person can tell the program to do, once each: menus, bars and keys all use these.
// What they do to the run or the view they do themselves; the window connects the others.
#pragma once

#include <QObject>

#include "ui/live/model.hpp"
#include "ui/theme/theme.hpp"

class QAction;
class QKeySequence;
class QWidget;

namespace interleave::ui {

class Actions : public QObject {
    Q_OBJECT

public:
    Actions(Model& model, QWidget* window);

    void setTheme(const Theme& theme);
    void retranslate();
    // Replay's speed, and a live run's tempo: 0.5, 1 or 2.
    void setSpeed(double speed);
    double speed() const { return m_speed; }

    // File
    QAction *open, *save, *exportPicture, *exportData, *copyPicture, *quit;
    QAction* markMoment;  // for a strip
    // Run
    QAction *run, *pause, *step, *stop, *repeat, *newSeed;
    // Navigate
    QAction *toStart, *back, *forward, *toEnd, *follow, *fit, *zoomIn, *zoomOut, *undo;
    // View
    QAction *search, *resetPanels, *menuBar, *fullScreen;
    QAction* present;
    QAction *undoReset, *animations;
    // Help
    QAction *shortcuts, *about;
    QAction* tour;

signals:
    void speedChanged();

private:
    // In the section of the sheet of keys that m_section says.
    QAction* make(const QKeySequence& keys);
    void buildFile();
    void buildRun();
    void buildNavigation();
    void buildView();
    void listen();
    // Which of them make sense now.
    void refresh();
    void playOrPause();
    void goForward();
    void goBack();
    void stepOrBegin();

    Model& m_model;
    QWidget* m_window;
    const Theme* m_theme;
    const char* m_section = "";
    double m_speed = 1.0;
};

}  // namespace interleave::ui
