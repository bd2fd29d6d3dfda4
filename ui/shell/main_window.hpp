// The window: the bar above, the gallery at the left, the timeline with its transport in the middle, panels around it.
// It builds and connects; what the parts do is their own affair.
#pragma once

#include <QMainWindow>

#include <optional>

#include "ui/live/model.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/menus.hpp"
#include "ui/shell/panel_docks.hpp"
#include "ui/theme/theme.hpp"

class QBoxLayout;
class QSplitter;

namespace interleave::ui {

class Actions;
class CentrePages;
class Course;
class ErrorBar;
class GalleryPanel;
class Guide;
class GuideStrip;
class LessonActions;
class NarrationPanel;
class OverviewStrip;
class PanelDocks;
class Presentation;
class ParameterForm;
class StatusLine;
class SystemTheme;
class TimelinePanel;
class TopBar;
class Tour;
class Transport;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Model& model, ThemeChoice choice = ThemeChoice::system);
    ~MainWindow() override;

    void setThemeChoice(ThemeChoice choice);
    // As it is, print's too: for pictures.
    void setTheme(const Theme& theme);
    const Theme& theme() const { return *m_theme; }
    void chooseScenario(const QString& id);
    // A trace or a lesson list, as its name says.
    void openFile(const QString& path);
    Course& course() { return *m_course; }
    LessonActions& lessons() { return *m_lessons; }
    // Size, panels and splitters as they were left, else as they are at first.
    void restorePlaces();
    void savePlaces() const;
    // What only a person's own window does: it follows the desktop's theme, and shows its parts the first time.
    void welcome();
    // For tests and pictures.
    PanelDocks& panels() { return *m_panels; }
    Presentation& presentation() { return *m_presentation; }
    SystemTheme& systemTheme() { return *m_system; }
    Tour& tour() { return *m_tour; }
    QString errorShown() const;
    // The lesson; one for the desk and the presentation.
    Guide& guide() { return *m_guide; }
    GuideStrip& guideStrip() { return *m_guideStrip; }

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTop();
    void buildSide();
    void buildDesk();
    void connectModel();
    void connectActions();
    void connectChrome();
    void buildGuide();
    void measureAgain();
    bool pressGuideKey(int key);
    void connectLessons();
    void connectComfort();
    void showTour();
    // Puts them back to where they were at first, or back again to where they had been before that.
    void resetPanels();
    void undoReset();
    void retranslate();
    void arrangePanels();
    // Where height is short, the lanes get what the rest can do without.
    void setLow(bool low);

    void openTrace();
    void saveTrace();
    void exportPicture();
    void exportData();
    void copyPicture();
    void markMoment();
    void repeatRuns();
    void showShortcuts();
    void showAbout();
    // Where files are opened and saved: the folder of the last one.
    QString lastFolder() const;
    QString suggestedPath(const QString& ending) const;
    void rememberFolder(const QString& path);

    // How everything stands that "reset the panels" puts elsewhere.
    struct Places {
        PanelDocks::Arrangement panels;
        QByteArray split;
        bool gallery = true;
        bool guide = true;
    };
    Places places() const;

    Model& m_model;
    SystemTheme* m_system;
    const Theme* m_theme;
    ThemeChoice m_choice = ThemeChoice::system;
    Guide* m_guide = nullptr;
    GuideStrip* m_guideStrip = nullptr;
    QAction* m_guideToggle = nullptr;
    Actions* m_actions = nullptr;
    Course* m_course = nullptr;
    LessonActions* m_lessons = nullptr;
    Menus* m_menus = nullptr;
    Presentation* m_presentation = nullptr;
    TopBar* m_top = nullptr;
    ErrorBar* m_errors = nullptr;
    QSplitter* m_split = nullptr;
    GalleryPanel* m_gallery = nullptr;
    ParameterForm* m_parameters = nullptr;
    QMainWindow* m_desk = nullptr;      // what the panels dock to
    TimelinePanel* m_timeline = nullptr;
    QBoxLayout* m_centre = nullptr;     // the timeline above its overview and transport
    QBoxLayout* m_transportBox = nullptr;
    CentrePages* m_pages = nullptr;     // the timeline, or runs compared
    OverviewStrip* m_overview = nullptr;
    Transport* m_transport = nullptr;
    PanelDocks* m_panels = nullptr;
    StatusLine* m_status = nullptr;
    QAction* m_galleryToggle = nullptr;
    std::vector<TraceTime> m_marked;    // moments for a strip, of the trace that is shown
    Tour* m_tour = nullptr;
    std::optional<Places> m_placesBefore;  // the panels were reset
    std::optional<bool> m_low;
    bool m_themed = false;              // the parts have been given m_theme
    bool m_shown = false;
    bool m_placed = false;              // the panels have been arranged for a real size
};

}  // namespace interleave::ui
