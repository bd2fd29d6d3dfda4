// The window: the bar above, the gallery at the left, the timeline with its transport in the middle, panels around it.
// It builds and connects; what the parts do is their own affair.
#pragma once

#include <QMainWindow>

#include <optional>

#include "ui/live/model.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/menus.hpp"
#include "ui/theme/theme.hpp"

class QBoxLayout;
class QSplitter;

namespace interleave::ui {

class Actions;
class CentrePages;
class ErrorBar;
class GalleryPanel;
class NarrationPanel;
class OverviewStrip;
class PanelDocks;
class ParameterForm;
class StatusLine;
class TimelinePanel;
class TopBar;
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
    // Size, panels and splitters as they were left, else as they are at first.
    void restorePlaces();
    void savePlaces() const;
    // For tests and pictures.
    PanelDocks& panels() { return *m_panels; }
    QString errorShown() const;

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
    void retranslate();
    void arrangePanels();
    // Where height is short, the lanes get what the rest can do without.
    void setLow(bool low);

    void openTrace();
    void saveTrace();
    void exportPicture();
    void exportData();
    void copyPicture();
    void repeatRuns();
    void showShortcuts();
    void showAbout();
    // Where files are opened and saved: the folder of the last one.
    QString lastFolder() const;
    QString suggestedPath(const QString& ending) const;
    void rememberFolder(const QString& path);

    Model& m_model;
    const Theme* m_theme;
    ThemeChoice m_choice = ThemeChoice::system;
    Actions* m_actions = nullptr;
    Menus* m_menus = nullptr;
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
    std::optional<bool> m_low;
    bool m_themed = false;              // the parts have been given m_theme
    bool m_shown = false;
    bool m_placed = false;              // the panels have been arranged for a real size
};

}  // namespace interleave::ui
