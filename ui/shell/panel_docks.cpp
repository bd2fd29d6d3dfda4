#include "ui/shell/panel_docks.hpp"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/bankers/bankers_panel.hpp"
#include "ui/code/code_panel.hpp"
#include "ui/frames/frames_panel.hpp"
#include "ui/loop/futures_panel.hpp"
#include "ui/loop/loop_panel.hpp"
#include "ui/metrics/details_panel.hpp"
#include "ui/metrics/metrics_panel.hpp"
#include "ui/narration/lesson_panel.hpp"
#include "ui/narration/narration_panel.hpp"
#include "ui/output/output_panel.hpp"
#include "ui/output/printed_lines.hpp"
#include "ui/processes/processes_panel.hpp"
#include "ui/queues/queue_panel.hpp"
#include "ui/race/interleaving_panel.hpp"
#include "ui/scheduling/ready_panel.hpp"
#include "ui/scheduling/schedule_panel.hpp"
#include "ui/shell/dock_grip.hpp"
#include "ui/states/states_panel.hpp"
#include "ui/stepping/moves_panel.hpp"
#include "ui/theme/card.hpp"
#include "ui/wait_graph/wait_graph_panel.hpp"

namespace interleave::ui {

namespace {

constexpr int kVersion = 9;       // of the arrangement that is saved
constexpr int kLowDesk = 820;     // pixels: below that the upper right panels share one place
constexpr int kNarrowDesk = 1300;

}  // namespace

PanelDocks::PanelDocks(QMainWindow& desk, Model& model) : QObject(&desk), m_desk(desk), m_model(model) {
    add(PanelKind::states, "states", new StatesPanel(model));
    add(PanelKind::moves, "moves", new MovesPanel(model));
    add(PanelKind::ready, "ready", new ReadyPanel(model));
    add(PanelKind::schedule, "schedule", new SchedulePanel(model));
    add(PanelKind::waitGraph, "wait-graph", new WaitGraphPanel(model));
    add(PanelKind::bank, "bank", new BankersPanel(model));
    add(PanelKind::processes, "processes", new ProcessesPanel(model));
    add(PanelKind::interleaving, "interleaving", new InterleavingPanel(model));
    add(PanelKind::code, "code", new CodePanel(model));
    add(PanelKind::details, "details", new DetailsPanel(model));
    add(PanelKind::lesson, "lesson", new LessonPanel(model));
    add(PanelKind::output, "output", new OutputPanel(model));
    add(PanelKind::narration, "narration", new NarrationPanel(model));
    add(PanelKind::metrics, "metrics", new MetricsPanel(model));
    add(PanelKind::queues, "queues", new QueuePanel(model));
    add(PanelKind::frames, "frames", new FramesPanel(model));
    add(PanelKind::futures, "futures", new FuturesPanel(model));
    add(PanelKind::loop, "loop", new LoopPanel(model));
    connect(&model, &Model::scenarioChanged, this, &PanelDocks::refresh);
    connect(&model, &Model::traceReplaced, this, &PanelDocks::refresh);
    connect(&model, &Model::advanced, this,
            [this, objects = std::size_t{0}, notes = std::size_t{0}, actors = false]() mutable {
                // Only another object can make another panel wanted, the first actor,
                // or the first line that is printed.
                const Store& store = m_model.store();
                const bool newObject = std::exchange(objects, store.objects().size()) != objects;
                const bool newNote = std::exchange(notes, store.notes().size()) != notes;
                const bool firstActor = std::exchange(actors, !store.actors().empty()) != actors;
                if (newObject || firstActor || (newNote && dockOf(PanelKind::output)->isHidden())) refresh();
            });
    connect(&model.view(), &ViewState::selectionChanged, this, [this] {
        QDockWidget* details = dockOf(PanelKind::details);
        if (m_model.view().selection() && details->isVisible()) details->raise();
    });
}

template <class Panel>
void PanelDocks::add(PanelKind kind, const char* name, Panel* panel) {
    Dock made;
    made.kind = kind;
    made.panel = panel;
    made.card = qobject_cast<Card*>(panel);
    made.setTheme = [panel](const Theme& theme) { panel->setTheme(theme); };
    addDock(std::move(made), name);
}

void PanelDocks::addDock(Dock made, const char* name) {
    auto* dock = new QDockWidget(&m_desk);
    dock->setObjectName(QString::fromLatin1(name));
    auto* box = new QWidget(dock);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(made.panel);
    dock->setWidget(box);
    made.dock = dock;
    made.grip = new DockGrip(dock);
    dock->setTitleBarWidget(made.grip);
    made.toggle = new QAction(this);
    made.toggle->setCheckable(true);

    const std::size_t index = m_docks.size();
    const auto want = [this, index](bool wanted) {
        m_docks[index].wanted = wanted;
        refresh();
        if (wanted) m_docks[index].dock->raise();
    };
    connect(made.toggle, &QAction::triggered, this, want);
    connect(made.grip, &DockGrip::closeAsked, this, [want] { want(false); });
    // Panels name themselves, in the window's language.
    const auto rename = [dock, panel = made.panel, toggle = made.toggle] {
        dock->setWindowTitle(panel->windowTitle());
        toggle->setText(panel->windowTitle());
    };
    connect(made.panel, &QWidget::windowTitleChanged, this, rename);
    rename();
    connect(dock, &QDockWidget::dockLocationChanged, this, [this, layout](Qt::DockWidgetArea area) {
        m_moved = m_moved || !m_arranging;
        const bool below = area == Qt::BottomDockWidgetArea || area == Qt::TopDockWidgetArea;
        layout->setContentsMargins(0, 0, below ? kSideGap : 0, 0);
        refreshHeaders();
    });
    connect(dock, &QDockWidget::topLevelChanged, this, [this] {
        m_moved = m_moved || !m_arranging;
        refreshHeaders();
    });
    m_docks.push_back(std::move(made));
}

void PanelDocks::setTheme(const Theme& theme) {
    for (Dock& each : m_docks) {
        each.setTheme(theme);
        each.grip->setTheme(theme);
    }
}

std::vector<QAction*> PanelDocks::toggles() const {
    std::vector<QAction*> actions;
    for (const Dock& each : m_docks) actions.push_back(each.toggle);
    return actions;
}

QDockWidget* PanelDocks::dockOf(PanelKind kind) const {
    const auto found =
        std::find_if(m_docks.begin(), m_docks.end(), [&](const Dock& each) { return each.kind == kind; });
    return found == m_docks.end() ? nullptr : found->dock;
}

QWidget* PanelDocks::panelOf(PanelKind kind) const {
    const auto found =
        std::find_if(m_docks.begin(), m_docks.end(), [&](const Dock& each) { return each.kind == kind; });
    return found == m_docks.end() ? nullptr : found->panel;
}

std::string PanelDocks::shownScenario() const {
    return m_model.scenario() != nullptr ? m_model.scenario()->id : m_model.store().facts().scenario;
}

void PanelDocks::refresh() {
    const std::string id = shownScenario();
    for (Dock& each : m_docks) {
        const bool used = usesPanel(each.kind, id, m_model.store());
        each.toggle->setEnabled(used);
        each.toggle->setChecked(each.wanted);
        each.toggle->setToolTip(used ? QString() : tr("This scenario has nothing to show there."));
        const bool shown = used && each.wanted;
        if (each.dock->isHidden() != shown) continue;
        each.dock->setVisible(shown);
        // How far a program has come is what it is about, too.
        const bool isProgress = each.kind == PanelKind::output &&
                                !PrintedLines::around(m_model.store(), m_model.store().now(), 1).statuses.empty();
        if (shown && (isThePoint(each.kind, id) || isProgress)) each.dock->raise();
    }
    refreshHeaders();
}

void PanelDocks::refreshHeaders() {
    // The desk draws a line under its tabs anew whenever it makes a bar of them.
    for (QTabBar* tabs : m_desk.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) tabs->setDrawBase(false);
    for (Dock& each : m_docks) {
        // These two never have one: the sentence and the numbers name themselves. The program's holds its switch.
        if (each.card == nullptr || each.kind == PanelKind::narration || each.kind == PanelKind::metrics ||
            each.kind == PanelKind::code) continue;
        const auto others = m_desk.tabifiedDockWidgets(each.dock);
        const bool tabbed =
            std::any_of(others.begin(), others.end(), [](QDockWidget* other) { return !other->isHidden(); });
        each.card->setHeaderShown(!tabbed && !each.dock->isFloating());
    }
}

void PanelDocks::arrange(QSize size) {
    m_arranging = true;
    for (Dock& each : m_docks) {
        each.wanted = true;
        each.dock->setFloating(false);
        m_desk.removeDockWidget(each.dock);
    }
    m_desk.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_desk.setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    arrangeRight(size);
    arrangeBottom(size);
    refresh();
    dockOf(PanelKind::states)->raise();
    dockOf(PanelKind::ready)->raise();
    dockOf(PanelKind::interleaving)->raise();
    dockOf(PanelKind::processes)->raise();
    dockOf(PanelKind::waitGraph)->raise();
    for (const Dock& each : m_docks)
        if (each.kind != PanelKind::moves && isThePoint(each.kind, shownScenario())) each.dock->raise();
    dockOf(PanelKind::narration)->raise();
    m_arranging = m_moved = false;
}

void PanelDocks::arrangeRight(QSize size) {
    QDockWidget* states = dockOf(PanelKind::states);
    QDockWidget* moves = dockOf(PanelKind::moves);
    QDockWidget* graph = dockOf(PanelKind::waitGraph);
    QDockWidget* bank = dockOf(PanelKind::bank);
    QDockWidget* queues = dockOf(PanelKind::queues);
    QDockWidget* frames = dockOf(PanelKind::frames);
    QDockWidget* processes = dockOf(PanelKind::processes);
    QDockWidget* ready = dockOf(PanelKind::ready);
    QDockWidget* schedule = dockOf(PanelKind::schedule);
    QDockWidget* interleaving = dockOf(PanelKind::interleaving);
    QDockWidget* code = dockOf(PanelKind::code);
    QDockWidget* details = dockOf(PanelKind::details);
    QDockWidget* lesson = dockOf(PanelKind::lesson);
    QDockWidget* futures = dockOf(PanelKind::futures);
    QDockWidget* loop = dockOf(PanelKind::loop);
    for (QDockWidget* dock : {states, moves, graph, bank, processes, queues, frames, interleaving, ready, schedule,
                              futures, loop, code, details})
        dock->show();
    m_desk.addDockWidget(Qt::RightDockWidgetArea, states);
    // Split first, then put behind tabs: what is split off a tab joins the tabs.
    if (size.height() < kLowDesk) {
        m_desk.splitDockWidget(states, code, Qt::Vertical);
        m_desk.tabifyDockWidget(states, moves);
        m_desk.tabifyDockWidget(moves, graph);
        m_desk.tabifyDockWidget(graph, bank);
        m_desk.tabifyDockWidget(bank, processes);
        m_desk.tabifyDockWidget(processes, queues);
        m_desk.tabifyDockWidget(queues, frames);
        m_desk.tabifyDockWidget(frames, interleaving);
        m_desk.tabifyDockWidget(interleaving, ready);
        m_desk.tabifyDockWidget(ready, schedule);
        m_desk.tabifyDockWidget(schedule, futures);
        m_desk.tabifyDockWidget(futures, loop);
        m_desk.tabifyDockWidget(loop, details);
        m_desk.resizeDocks({states, code}, {size.height() / 2, size.height() / 2}, Qt::Vertical);
    } else {
        m_desk.splitDockWidget(states, graph, Qt::Vertical);
        m_desk.splitDockWidget(graph, code, Qt::Vertical);
        m_desk.tabifyDockWidget(graph, bank);
        m_desk.tabifyDockWidget(bank, processes);
        m_desk.tabifyDockWidget(processes, queues);
        m_desk.tabifyDockWidget(queues, frames);
        m_desk.tabifyDockWidget(frames, interleaving);
        m_desk.tabifyDockWidget(interleaving, ready);
        m_desk.tabifyDockWidget(ready, schedule);
        m_desk.tabifyDockWidget(schedule, loop);
        m_desk.tabifyDockWidget(states, moves);
        m_desk.tabifyDockWidget(moves, futures);
        m_desk.tabifyDockWidget(futures, details);
        lesson->show();
        m_desk.tabifyDockWidget(details, lesson);
        QDockWidget* output = dockOf(PanelKind::output);
        output->show();
        m_desk.tabifyDockWidget(lesson, output);
        const int tenth = size.height() / 10;
        m_desk.resizeDocks({states, graph, code}, {tenth * 3, tenth * 3, tenth * 4}, Qt::Vertical);
    }
    m_desk.resizeDocks({states}, {size.width() < kNarrowDesk ? 344 : 464}, Qt::Horizontal);
}

void PanelDocks::setLow(bool low) { static_cast<NarrationPanel*>(panelOf(PanelKind::narration))->setLow(low); }

void PanelDocks::arrangeBottom(QSize size) {
    QDockWidget* narration = dockOf(PanelKind::narration);
    QDockWidget* metrics = dockOf(PanelKind::metrics);
    for (QDockWidget* dock : {narration, metrics}) dock->show();
    m_desk.addDockWidget(Qt::BottomDockWidgetArea, narration);
    // On a low desk the timeline needs the room more than the numbers do; they stand behind a tab.
    if (size.height() < kLowDesk) {
        m_desk.tabifyDockWidget(narration, metrics);
        QDockWidget* lesson = dockOf(PanelKind::lesson);
        lesson->show();
        m_desk.tabifyDockWidget(metrics, lesson);
        QDockWidget* output = dockOf(PanelKind::output);
        output->show();
        m_desk.tabifyDockWidget(lesson, output);
        narration->raise();
        m_desk.resizeDocks({narration}, {textIsChinese() ? 116 : 104}, Qt::Vertical);  // its lines are higher
    } else {
        m_desk.splitDockWidget(narration, metrics, Qt::Vertical);
        m_desk.resizeDocks({narration, metrics}, {152, 96}, Qt::Vertical);
    }
}

PanelDocks::Arrangement PanelDocks::arrangement() const {
    Arrangement now{m_desk.saveState(kVersion), {}, m_moved};
    for (const Dock& each : m_docks) now.wanted.push_back(each.wanted);
    return now;
}

void PanelDocks::putBack(const Arrangement& arrangement) {
    m_arranging = true;
    m_desk.restoreState(arrangement.state, kVersion);
    m_arranging = false;
    m_moved = arrangement.moved;
    for (std::size_t i = 0; i < m_docks.size(); ++i) m_docks[i].wanted = arrangement.wanted[i];
    refresh();
}

void PanelDocks::save(QSettings& settings) const {
    settings.setValue("panels/state", m_desk.saveState(kVersion));
    settings.setValue("panels/moved", m_moved);
    for (const Dock& each : m_docks) settings.setValue("panels/" + each.dock->objectName(), each.wanted);
}

bool PanelDocks::restore(const QSettings& settings) {
    const QByteArray state = settings.value("panels/state").toByteArray();
    m_arranging = true;
    const bool restored = !state.isEmpty() && m_desk.restoreState(state, kVersion);
    m_arranging = false;
    if (!restored) return false;
    m_moved = settings.value("panels/moved", false).toBool();
    for (Dock& each : m_docks) each.wanted = settings.value("panels/" + each.dock->objectName(), true).toBool();
    refresh();
    return true;
}

}  // namespace interleave::ui
