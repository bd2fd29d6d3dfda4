// The wall, full screen, with the keys and the mouse of whoever presents. It leads the guide and the model; which
// scenario comes before or after this one it asks for.
#pragma once

#include <QWidget>

#include <memory>

#include "ui/presenting/point_panels.hpp"
#include "ui/presenting/wall_keys.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

class Guide;
class KeysCard;
class Model;
class PresentingView;
class Spotlight;
class WallBar;

class PresentingWindow : public QWidget {
    Q_OBJECT

public:
    // All live longer. Not shown yet.
    PresentingWindow(Model& model, Guide& guide, std::unique_ptr<PointPanels> panels);
    ~PresentingWindow() override;

    void setTheme(const Theme& theme);
    void obey(WallCommand command);

    PresentingView& view() { return *m_view; }
    bool isBlank() const;
    bool hasSpotlight() const;
    bool showsKeys() const;
    bool showsBar() const;

signals:
    void otherScenarioWanted(int by);  // +1 the next one, −1 the one before
    void left();

protected:
    // The keys are the presenter's: no panel gets them.
    bool focusNextPrevChild(bool) override { return false; }
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build(std::unique_ptr<PointPanels> panels);
    void connectLesson();
    void goOn();
    void goBack();
    void choose(int choice);
    void pause();
    void setType(double type);
    void setBlank(bool blank);
    void setSpotlight(bool on);
    void refreshPointer();
    bool putAside();         // what lies over the wall, before a key means anything else

    Model& m_model;
    Guide& m_guide;
    PresentingView* m_view = nullptr;
    Spotlight* m_spotlight = nullptr;
    KeysCard* m_keys = nullptr;
    WallBar* m_bar = nullptr;
    QWidget* m_blank = nullptr;
};

}  // namespace interleave::ui
