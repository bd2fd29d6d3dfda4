#include "ui/shell/presentation.hpp"

#include <QScreen>

#include "ui/live/course.hpp"
#include "ui/live/guide.hpp"
#include "ui/presenting/presenting_window.hpp"
#include "ui/shell/point_choice.hpp"

namespace interleave::ui {

Presentation::Presentation(Model& model, Guide& guide, Course& course, QWidget& window)
    : QObject(&window),
      m_model(model),
      m_guide(guide),
      m_course(course),
      m_window(window),
      m_theme(&Theme::named(ThemeName::light)) {}

Presentation::~Presentation() = default;

bool Presentation::isOn() const { return m_wall != nullptr; }

void Presentation::setTheme(const Theme& theme) {
    m_theme = &Theme::named(theme.name);
    if (m_wall) m_wall->setTheme(theme);
}

void Presentation::begin() {
    if (m_wall) return;
    m_wall = std::make_unique<PresentingWindow>(m_model, m_guide, pointPanels(m_model));
    m_wall->setTheme(*m_theme);
    m_wall->setWindowIcon(m_window.windowIcon());
    connect(m_wall.get(), &PresentingWindow::otherScenarioWanted, this, &Presentation::goToOther);
    // Later: it is still in its own event.
    connect(m_wall.get(), &PresentingWindow::left, this, &Presentation::end, Qt::QueuedConnection);
    // On the screen where the window is, and nothing behind it is painted meanwhile.
    m_wall->setGeometry(m_window.screen()->geometry());
    m_wall->showFullScreen();
    m_wall->activateWindow();
    m_wall->setFocus();
    m_window.setUpdatesEnabled(false);
    emit changed();
}

void Presentation::end() {
    if (!m_wall) return;
    m_window.setUpdatesEnabled(true);
    m_wall.reset();
    m_window.activateWindow();
    emit changed();
}

void Presentation::goToOther(int by) { by > 0 ? m_course.goNext() : m_course.goPrevious(); }

}  // namespace interleave::ui
