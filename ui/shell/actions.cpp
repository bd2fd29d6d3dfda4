#include "ui/shell/actions.hpp"

#include <QAction>
#include <QKeySequence>
#include <QRandomGenerator>
#include <QWidget>

#include <algorithm>

#include "ui/live/moments.hpp"
#include "ui/theme/icon.hpp"
#include "ui/theme/style_sheet.hpp"

namespace interleave::ui {

Actions::Actions(Model& model, QWidget* window)
    : QObject(window), m_model(model), m_window(window), m_theme(&Theme::named(ThemeName::light)) {
    buildFile();
    buildRun();
    buildNavigation();
    buildView();
    retranslate();
    listen();
    refresh();
}

QAction* Actions::make(const QKeySequence& keys) {
    auto* action = new QAction(this);
    action->setShortcut(keys);
    action->setProperty("section", QString::fromLatin1(m_section));
    // Added to the window, so that its keys work while the menu bar is hidden.
    m_window->addAction(action);
    return action;
}

void Actions::buildFile() {
    m_section = "window";
    open = make(QKeySequence::Open);
    save = make(QKeySequence::Save);
    exportPicture = make(QKeySequence("Ctrl+E"));
    exportData = make(QKeySequence("Ctrl+Shift+E"));
    copyPicture = make(QKeySequence("Ctrl+Shift+C"));
    markMoment = make(QKeySequence("M"));
    quit = make(QKeySequence::Quit);
}

void Actions::buildRun() {
    m_section = "run";
    run = make({});
    run->setShortcuts({QKeySequence("Ctrl+R"), QKeySequence("Ctrl+Return")});
    pause = make({});
    step = make(QKeySequence("F10"));
    stop = make(QKeySequence("Shift+F5"));
    repeat = make(QKeySequence("Ctrl+Shift+R"));
    newSeed = make(QKeySequence("Ctrl+D"));
    connect(run, &QAction::triggered, &m_model, &Model::run);
    connect(pause, &QAction::triggered, this, &Actions::playOrPause);
    connect(step, &QAction::triggered, this, &Actions::stepOrBegin);
    connect(stop, &QAction::triggered, &m_model, &Model::stop);
    connect(newSeed, &QAction::triggered, this, [this] {
        RunRequest request = m_model.request();
        request.seed = QRandomGenerator::global()->bounded(1, 1'000'000);
        m_model.setRequest(request);
    });
}

void Actions::buildNavigation() {
    m_section = "timeline";
    toStart = make(QKeySequence("Ctrl+Home"));
    back = make(QKeySequence(","));
    forward = make(QKeySequence("."));
    toEnd = make(QKeySequence("Ctrl+End"));
    follow = make(QKeySequence("L"));
    follow->setCheckable(true);
    fit = make({});
    zoomIn = make(QKeySequence("+"));
    zoomIn->setShortcuts({QKeySequence("+"), QKeySequence("="), QKeySequence::ZoomIn});
    zoomOut = make(QKeySequence("-"));
    zoomOut->setShortcuts({QKeySequence("-"), QKeySequence::ZoomOut});
    undo = make(QKeySequence::Undo);

    ViewState* view = &m_model.view();
    connect(toStart, &QAction::triggered, this, [view] { view->setCursor(view->span().begin); });
    connect(toEnd, &QAction::triggered, this, [this, view] {
        m_model.isLive() ? view->setFollows(true) : view->setCursor(view->span().end);
    });
    connect(back, &QAction::triggered, this, &Actions::goBack);
    connect(forward, &QAction::triggered, this, &Actions::goForward);
    connect(follow, &QAction::triggered, view, &ViewState::setFollows);
    connect(fit, &QAction::triggered, view, &ViewState::fit);
    connect(undo, &QAction::triggered, view, &ViewState::undo);
    connect(zoomIn, &QAction::triggered, this, [view] { view->zoomAt(view->cursor(), 0.6); });
    connect(zoomOut, &QAction::triggered, this, [view] { view->zoomAt(view->cursor(), 1 / 0.6); });
}

void Actions::buildView() {
    m_section = "window";
    search = make({});
    search->setShortcuts({QKeySequence::Find, QKeySequence("/")});
    resetPanels = make({});
    menuBar = make(QKeySequence("Ctrl+M"));
    menuBar->setCheckable(true);
    fullScreen = make(QKeySequence("F11"));
    fullScreen->setCheckable(true);
    present = make(QKeySequence("F5"));
    shortcuts = make(QKeySequence("F1"));
    about = make({});
    undoReset = make({});
    undoReset->setEnabled(false);  // until there is one
    animations = make({});
    animations->setCheckable(true);
    animations->setChecked(true);
    tour = make({});
}

void Actions::listen() {
    const auto update = [this] { refresh(); };
    connect(&m_model, &Model::scenarioChanged, this, update);
    connect(&m_model, &Model::requestChanged, this, update);
    connect(&m_model, &Model::traceReplaced, this, update);
    connect(&m_model, &Model::liveChanged, this, update);
    connect(&m_model, &Model::playingChanged, this, update);
    connect(&m_model.view(), &ViewState::followsChanged, this, update);
    connect(&m_model.view(), &ViewState::visibleChanged, this, [this] { undo->setEnabled(m_model.view().canUndo()); });
}

void Actions::retranslate() {
    const auto name = [](QAction* action, const QString& text, const QString& shortText = {}) {
        action->setText(text);
        action->setIconText(shortText.isEmpty() ? QString(text).remove('&').remove("…") : shortText);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(action->iconText() + (keys.isEmpty() ? QString() : "  ·  " + keys));
    };
    name(open, tr("&Open…"));
    name(save, tr("&Save the trace…"));
    name(exportPicture, tr("Export a &picture…"));
    name(exportData, tr("Export &data…"));
    name(copyPicture, tr("&Copy the timeline as a picture"), tr("Copy picture"));
    name(markMoment, tr("&Mark this moment for a strip"));
    name(quit, tr("&Quit"));
    name(run, tr("&Run"));
    name(step, tr("S&tep"));
    name(stop, tr("St&op"));
    name(repeat, tr("Run &many times…"));
    name(newSeed, tr("New &seed"));
    name(toStart, tr("To the st&art"));
    name(back, tr("&Previous event"));
    name(forward, tr("&Next event"));
    name(toEnd, tr("To the &end"));
    name(follow, tr("&Follow the run"), tr("follow"));
    name(fit, tr("Show the &whole run"));
    fit->setText(fit->text() + "\tF");  // the timeline's own key; shown, not taken
    name(zoomIn, tr("Zoom &in"));
    name(zoomOut, tr("Zoom &out"));
    name(undo, tr("&Undo the last move of the view"));
    name(search, tr("&Search the gallery"));
    name(resetPanels, tr("&Reset the panels"));
    name(menuBar, tr("Show the &menu bar"));
    name(fullScreen, tr("F&ull screen"));
    name(present, tr("&Present before a class"), tr("Present"));
    name(shortcuts, tr("&Keyboard shortcuts"));
    name(about, tr("&About Interleave"));
    name(undoReset, tr("Put the panels &back where they were"));
    name(animations, tr("&Animations"));
    name(tour, tr("&Tour of the window"));
    refresh();
}

void Actions::setTheme(const Theme& theme) {
    m_theme = &theme;
    const QColor faint = mixed(theme.panel, theme.muted, 0.55);
    run->setIcon(icon("run", theme.onAccent, faint));
    step->setIcon(icon("step", theme.ink, faint));
    stop->setIcon(icon("stop", theme.ink, faint));
    toStart->setIcon(icon("to-start", theme.ink, faint));
    back->setIcon(icon("back", theme.ink, faint));
    forward->setIcon(icon("forward", theme.ink, faint));
    toEnd->setIcon(icon("to-end", theme.ink, faint));
    newSeed->setIcon(icon("dice", theme.muted, faint));
    refresh();
}

void Actions::setSpeed(double speed) {
    if (speed == m_speed) return;
    m_speed = speed;
    if (m_model.isPlaying()) m_model.play(speed);
    emit speedChanged();
}

void Actions::refresh() {
    const bool live = m_model.isLive();
    const bool has = m_model.store().totals().events > 0 || live;
    const bool moving = live ? !m_model.isPaused() : m_model.isPlaying();

    run->setEnabled(m_model.scenario() != nullptr);
    const Scenario* scenario = m_model.scenario();
    const bool canStep =
        scenario != nullptr && std::count(scenario->paces.begin(), scenario->paces.end(), Pace::step) > 0;
    step->setEnabled(live || canStep);
    stop->setEnabled(live || m_model.isPlaying());
    repeat->setEnabled(scenario != nullptr && scenario->variants == nullptr);
    newSeed->setEnabled(scenario != nullptr);
    for (QAction* action : {toStart, back, forward, toEnd, pause, fit, zoomIn, zoomOut, save, exportPicture, exportData,
                            copyPicture}) {
        action->setEnabled(has);
    }
    follow->setEnabled(live);
    follow->setChecked(live && m_model.view().follows());
    undo->setEnabled(m_model.view().canUndo());

    pause->setText((live ? (moving ? tr("&Pause the run") : tr("R&esume the run"))
                         : (moving ? tr("&Pause the replay") : tr("&Play the replay"))) +
                   "\t" + tr("Space"));
    pause->setIconText(moving ? tr("Pause") : tr("Play"));
    pause->setToolTip(pause->iconText() + "  ·  " + tr("Space"));
    pause->setIcon(icon(moving ? "pause" : "run", m_theme->ink, mixed(m_theme->panel, m_theme->muted, 0.55)));
}

void Actions::playOrPause() {
    if (m_model.isLive() && m_model.view().follows()) {
        m_model.pauseOrResume();
    } else {
        m_model.play(m_model.isPlaying() ? 0 : m_speed);
    }
}

void Actions::goBack() {
    m_model.play(0);
    m_model.view().setCursor(momentBefore(m_model.store(), m_model.view().cursor()));
}

// In replay to the next event. At the live end there is no next one until somebody is let go.
void Actions::goForward() {
    m_model.play(0);
    ViewState& view = m_model.view();
    if (m_model.isLive() && view.follows()) {
        m_model.step();
        return;
    }
    const TraceTime next = momentAfter(m_model.store(), view.cursor());
    if (m_model.isLive() && next >= view.span().end) {
        view.setFollows(true);
    } else {
        view.setCursor(next);
    }
}

void Actions::stepOrBegin() {
    if (!m_model.isLive()) {
        m_model.runInSteps();
        return;
    }
    m_model.step();
}

}  // namespace interleave::ui
