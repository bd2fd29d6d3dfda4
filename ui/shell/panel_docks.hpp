// The panels beside the timeline, each in a dock: shown, hidden, moved, floated, put back. A panel that the scenario
// does not use is absent whatever a person wants; what a person wants is remembered meanwhile.
#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>
#include <string>
#include <vector>

#include "ui/live/model.hpp"
#include "ui/shell/panel_choice.hpp"
#include "ui/theme/theme.hpp"

class QAction;
class QDockWidget;
class QMainWindow;
class QSettings;

namespace interleave::ui {

class Card;
class DockGrip;

class PanelDocks : public QObject {
    Q_OBJECT

public:
    // Kept free at the right of the middle, with the separator of 6 the gap between cards.
    static constexpr int kSideGap = 10;

    // `desk` has the timeline as its central widget.
    PanelDocks(QMainWindow& desk, Model& model);

    void setTheme(const Theme& theme);
    // Where height is short, what stands below the timeline takes less of it.
    void setLow(bool low);
    // One action for each, which shows and hides it; in the order of the View menu.
    std::vector<QAction*> toggles() const;
    QDockWidget* dockOf(PanelKind kind) const;
    QWidget* panelOf(PanelKind kind) const;

    // Everything back to where it was at first, for a desk of that size.
    void arrange(QSize size);
    // Whether a person has moved panels since they were arranged.
    bool areMoved() const { return m_moved; }
    // How they stand now, to be put back; in this program only.
    struct Arrangement {
        QByteArray state;
        std::vector<bool> wanted;
        bool moved = false;
    };
    Arrangement arrangement() const;
    void putBack(const Arrangement& arrangement);
    void save(QSettings& settings) const;
    // False where nothing was saved, or by another version.
    bool restore(const QSettings& settings);

private:
    struct Dock {
        PanelKind kind{};
        QWidget* panel = nullptr;
        Card* card = nullptr;  // the panel, where it is one
        std::function<void(const Theme&)> setTheme;
        QDockWidget* dock = nullptr;
        DockGrip* grip = nullptr;
        QAction* toggle = nullptr;
        bool wanted = true;
    };

    template <class Panel>
    void add(PanelKind kind, const char* name, Panel* panel);
    void addDock(Dock dock, const char* name);
    void refresh();
    std::string shownScenario() const;
    // A card that a tab names already does not name itself again.
    void refreshHeaders();
    void arrangeRight(QSize size);
    void arrangeBottom(QSize size);

    QMainWindow& m_desk;
    Model& m_model;
    std::vector<Dock> m_docks;
    bool m_arranging = false;
    bool m_moved = false;
};

}  // namespace interleave::ui
