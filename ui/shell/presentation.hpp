// Presentation mode: brings the wall up over the window, and goes from one scenario to the next: by the lesson list
// that is open, else in the gallery's order.
#pragma once

#include <QObject>

#include <memory>

#include "ui/live/model.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

class Course;
class Guide;
class PresentingWindow;

class Presentation : public QObject {
    Q_OBJECT

public:
    // All live longer.
    Presentation(Model& model, Guide& guide, Course& course, QWidget& window);
    ~Presentation() override;

    void setTheme(const Theme& theme);
    bool isOn() const;
    // Null while it is off.
    PresentingWindow* wall() { return m_wall.get(); }

public slots:
    void begin();
    void end();

signals:
    void changed();

private:
    void goToOther(int by);

    Model& m_model;
    Guide& m_guide;
    Course& m_course;
    QWidget& m_window;
    const Theme* m_theme;
    std::unique_ptr<PresentingWindow> m_wall;
};

}  // namespace interleave::ui
