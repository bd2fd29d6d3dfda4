#include "ui/presenting/presenting_window.hpp"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QSettings>

#include "ui/live/guide.hpp"
#include "ui/presenting/keys_card.hpp"
#include "ui/presenting/presenting_view.hpp"
#include "ui/presenting/spotlight.hpp"
#include "ui/presenting/wall_bar.hpp"
#include "ui/presenting/wall_place.hpp"

namespace interleave::ui {
namespace {

constexpr auto kTypeSetting = "presenting/type";
constexpr double kPool = 170;        // pixels on a screen with 1080 lines: the spotlight's radius

}  // namespace

PresentingWindow::PresentingWindow(Model& model, Guide& guide, std::unique_ptr<PointPanels> panels)
    : QWidget(nullptr, Qt::Window), m_model(model), m_guide(guide) {
    setWindowTitle(QStringLiteral("Interleave"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    build(std::move(panels));
    connectLesson();
    setType(QSettings().value(kTypeSetting, 1.0).toDouble());
}

PresentingWindow::~PresentingWindow() = default;

void PresentingWindow::build(std::unique_ptr<PointPanels> panels) {
    m_view = new PresentingView(m_model, std::move(panels), this);
    m_spotlight = new Spotlight(this);
    m_keys = new KeysCard(this);
    m_bar = new WallBar(this);
    m_blank = new QWidget(this);
    m_blank->setAutoFillBackground(true);
    QPalette black;
    black.setColor(QPalette::Window, Qt::black);
    m_blank->setPalette(black);
    m_blank->setStyleSheet(QStringLiteral("background: black;"));
    m_blank->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_blank->hide();
}

void PresentingWindow::connectLesson() {
    const auto tell = [this] { m_view->setPlace(wallPlaceOf(m_guide)); };
    connect(&m_guide, &Guide::changed, this, tell);
    connect(&m_model, &Model::failed, m_view, &PresentingView::sayTrouble);
    connect(m_view, &PresentingView::chosen, this, [this](int choice) {
        if (!putAside()) choose(choice);  // what is covered is not chosen
    });
    connect(m_bar, &WallBar::asked, this, &PresentingWindow::obey);
    connect(m_bar, &WallBar::vanished, this, &PresentingWindow::refreshPointer);
    tell();
}

void PresentingWindow::setTheme(const Theme& theme) {
    m_view->setTheme(theme);
    m_keys->setLooks(theme, m_view->sizes());
    m_bar->setTheme(theme);
}

bool PresentingWindow::isBlank() const { return !m_blank->isHidden(); }
bool PresentingWindow::hasSpotlight() const { return !m_spotlight->isHidden(); }
bool PresentingWindow::showsKeys() const { return !m_keys->isHidden(); }
bool PresentingWindow::showsBar() const { return !m_bar->isHidden(); }

bool PresentingWindow::putAside() {
    if (!isBlank() && !showsKeys()) return false;
    setBlank(false);
    m_keys->hide();
    return true;
}

void PresentingWindow::obey(WallCommand command) {
    if (command == WallCommand::none || (putAside() && command != WallCommand::leave)) return;
    switch (command) {
        case WallCommand::next: return goOn();
        case WallCommand::previous: return goBack();
        case WallCommand::first: return choose(0);
        case WallCommand::second: return choose(1);
        case WallCommand::third: return choose(2);
        case WallCommand::run: return m_model.run();
        case WallCommand::blank: return setBlank(true);
        case WallCommand::pause: return pause();
        case WallCommand::spotlight: return setSpotlight(!hasSpotlight());
        case WallCommand::larger: return setType(largerType(m_view->type()));
        case WallCommand::smaller: return setType(smallerType(m_view->type()));
        case WallCommand::usualSize: return setType(1.0);
        case WallCommand::keys:
            m_keys->show();
            m_keys->raise();
            return;
        case WallCommand::leave: close(); return;
        case WallCommand::none: return;
    }
}

// Through the lesson and, after its last step, to the next scenario; but never away from a run that still goes on.
void PresentingWindow::goOn() {
    if (m_guide.canGoOn()) m_guide.next();
    else if (m_guide.phase() != Guide::Phase::running) emit otherScenarioWanted(+1);
}

void PresentingWindow::goBack() {
    if (m_guide.place() > 0) m_guide.previous();
    else if (m_guide.phase() != Guide::Phase::running) emit otherScenarioWanted(-1);
}

void PresentingWindow::choose(int choice) {
    if (m_guide.place() == 0) m_guide.choose(choice);
}

void PresentingWindow::pause() {
    if (m_model.isLive()) m_model.pauseOrResume();
    else m_model.play(0);
}

void PresentingWindow::setType(double type) {
    m_view->setType(type);
    m_keys->setLooks(m_view->theme(), m_view->sizes());
    m_spotlight->setRadius(static_cast<int>(kPool * m_view->sizes().unit()));
    QSettings().setValue(kTypeSetting, m_view->type());
}

void PresentingWindow::setBlank(bool blank) {
    m_blank->setVisible(blank);
    if (blank) m_blank->raise();
    if (blank) m_bar->hide();
    refreshPointer();
}

void PresentingWindow::setSpotlight(bool on) {
    m_spotlight->moveTo(mapFromGlobal(QCursor::pos()));
    m_spotlight->setVisible(on);
    if (on) {
        m_spotlight->raise();
        m_bar->raise();
    }
    refreshPointer();
}

// It would only stand in the way; the spotlight is a pointer of its own.
void PresentingWindow::refreshPointer() {
    setCursor(showsBar() && !hasSpotlight() ? Qt::ArrowCursor : Qt::BlankCursor);
    m_bar->setCursor(Qt::ArrowCursor);
}

void PresentingWindow::keyPressEvent(QKeyEvent* event) {
    const WallCommand command = wallCommand(event->key(), event->modifiers());
    // A key that is held down goes on once; only the type grows as long as one likes.
    if (event->isAutoRepeat() && command != WallCommand::larger && command != WallCommand::smaller) return;
    obey(command);
}

void PresentingWindow::mousePressEvent(QMouseEvent* event) {
    if (putAside()) return;
    if (event->button() == Qt::LeftButton) setSpotlight(!hasSpotlight());
}

void PresentingWindow::mouseMoveEvent(QMouseEvent* event) {
    m_spotlight->moveTo(event->position());
    if (!isBlank()) m_bar->appear(rect());
    refreshPointer();
}

void PresentingWindow::resizeEvent(QResizeEvent*) {
    for (QWidget* each : std::initializer_list<QWidget*>{m_view, m_spotlight, m_keys, m_blank})
        each->setGeometry(rect());
    m_keys->setLooks(m_view->theme(), m_view->sizes());
    m_spotlight->setRadius(static_cast<int>(kPool * m_view->sizes().unit()));
}

void PresentingWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_bar->retranslate();
        m_view->setPlace(wallPlaceOf(m_guide));
    }
    QWidget::changeEvent(event);
}

void PresentingWindow::closeEvent(QCloseEvent* event) {
    QWidget::closeEvent(event);
    emit left();
}

}  // namespace interleave::ui
