#include "ui/shell/tour.hpp"

#include <QEvent>
#include <QSettings>
#include <QShortcut>

#include <utility>

namespace interleave::ui {

namespace {

constexpr const char* kSeen = "tour/seen";
constexpr int kRingRoom = 4;  // pixels between what is framed and its frame

QRect within(const QWidget& window, const QWidget& part) { return {part.mapTo(&window, QPoint(0, 0)), part.size()}; }

}  // namespace

Tour::Tour(QWidget& window, const Targets& targets)
    : QObject(&window), m_window(window), m_ring(new TourRing(&window)), m_callout(new TourCallout(&window)) {
    m_stops = {
        {targets.gallery,
         {TourSide::right, TourSide::below},
         [] { return tr("Choose a scenario"); },
         [] { return tr("Each one is a lesson. Open a chapter and click, or type into the search field."); }},
        {targets.run,
         {TourSide::below, TourSide::left},
         [] { return tr("Run it"); },
         [this] {
             return tr("It really runs, in a process of its own, by the runtime and at the pace chosen beside. The key "
                       "is %1.")
                 .arg(m_runKey);
         }},
        {targets.timeline,
         {TourSide::right, TourSide::left, TourSide::below},
         [] { return tr("See what happened"); },
         [] {
             return tr(
                 "Who runs, who waits, and for what. The wheel zooms, dragging moves, a click puts the cursor there; "
                 "F1 shows every key.");
         }},
    };
    m_escape = new QShortcut(Qt::Key_Escape, &window);
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, &Tour::end);
    connect(m_callout, &TourCallout::nextAsked, this, &Tour::next);
    connect(m_callout, &TourCallout::skipAsked, this, &Tour::end);
    m_window.installEventFilter(this);
    for (const Stop& stop : m_stops) stop.target->installEventFilter(this);
}

void Tour::setTheme(const Theme& theme) {
    m_ring->setTheme(theme);
    m_callout->setTheme(theme);
}

bool Tour::isDue() {
    QSettings settings;
    if (settings.value(kSeen, false).toBool()) return false;
    settings.setValue(kSeen, true);
    return true;
}

void Tour::begin() {
    m_at = -1;
    m_escape->setEnabled(true);
    next();
}

void Tour::next() {
    const int count = static_cast<int>(m_stops.size());
    do ++m_at;
    while (m_at < count && !m_stops[static_cast<std::size_t>(m_at)].target->isVisible());
    if (m_at >= count) return end();
    show(m_animated);
    m_callout->setFocus();
}

void Tour::end() {
    if (!m_escape->isEnabled()) return;
    m_at = -1;
    m_escape->setEnabled(false);
    m_ring->hide();
    m_callout->hide();
    emit ended();
}

void Tour::show(bool slides) {
    const Stop& stop = m_stops[static_cast<std::size_t>(m_at)];
    if (stop.target == nullptr) return end();
    m_callout->setWords(stop.title(), stop.sentence());
    m_callout->setStep(m_at, static_cast<int>(m_stops.size()));
    const QRect target = within(m_window, *stop.target);
    m_ring->setGeometry(target.adjusted(-kRingRoom, -kRingRoom, kRingRoom, kRingRoom) & m_window.rect());
    m_callout->standAt(placeOfHint(target, m_callout->wantedSize(), m_window.size(), stop.wishes), slides);
    for (QWidget* each : {static_cast<QWidget*>(m_ring), static_cast<QWidget*>(m_callout)}) {
        each->show();
        each->raise();
    }
}

// Layouts have their say first.
void Tour::placeLater() {
    if (!isOn() || std::exchange(m_placing, true)) return;
    QMetaObject::invokeMethod(this, [this] {
        m_placing = false;
        if (isOn()) show(false);
    }, Qt::QueuedConnection);
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Resize:
        case QEvent::Move:
        case QEvent::LanguageChange: placeLater(); break;
        default: break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace interleave::ui
